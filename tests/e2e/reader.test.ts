import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { episodeCode } from '../../src/model/episode.ts';
import { ViewingOrder } from '../../src/model/order.ts';
import { openProgress } from '../../src/store/progress/log.ts';
import { INVENTED_SHOWS } from '../support/demo-sources/invented-shows.ts';
import { demoSources } from '../support/demo-sources/server.ts';
import { inTerminal } from '../support/terminal.ts';

const ORDER = new ViewingOrder([1, 2, 3].map((number) => episodeCode(1, number)));

const ARTICLE = `---
title: Who did it?
summary: The question.
---
# One

${Array.from({ length: 30 }, (_, index) => `Public line ${index + 1}.`).join('\n\n')}

She trusts :spoiler[GATEDWORD]{after=S01E02 label="a name"} and walks on.

# Two

:::spoiler{after=S01E02 label="The motive"}
GATEDMOTIVE

:spoiler[GATEDLATER]{after=S01E03}
:::

The last line.
`;

/** A home with a library of one show, and its environment. */
function library(): { folder: string; env: Record<string, string> } {
  const folder = mkdtempSync(join(tmpdir(), 'recap-e2e-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const show = join(folder, '.local', 'share', 'recap', 'recaps', 'a-show');
  mkdirSync(show, { recursive: true });
  const episodes = [1, 2, 3].map((number) => `{ code: S01E0${number}, title: Title ${number} }`);
  writeFileSync(
    join(show, 'show.md'),
    `---\ntitle: A Show\nepisodes: [${episodes.join(', ')}]\n---\nAbout it.\n`,
  );
  for (const number of [1, 2, 3]) {
    writeFileSync(
      join(show, `s01e0${number}.md`),
      `---\nepisode: S01E0${number}\nsummary: Summary ${number}.\n---\nGATEDRECAP${number}\n`,
    );
  }
  writeFileSync(join(show, 'who.md'), ARTICLE);
  return { folder, env: { HOME: folder } };
}

/** The article, read by somebody who has watched one episode. */
async function article(
  options: { columns?: number; rows?: number; env?: Record<string, string> } = {},
) {
  const { folder, env } = library();
  const state = join(folder, '.local', 'state', 'recap');
  const progress = openProgress({ folder: state, device: 'another', now: () => new Date(0) });
  progress.confirm({ slug: 'a-show', id: null, order: ORDER }, episodeCode(1, 1));
  const run = inTerminal({
    args: ['read', 'a-show', 'who'],
    ...options,
    env: { ...env, ...options.env },
  });
  await run.until('Who did it?');
  return run;
}

const GATED = /GATED[A-Z]+/;

describe('the library', () => {
  test('shows, the question how far, the list, a recap', async () => {
    const { env } = library();
    const run = inTerminal({ args: [], env });
    await run.until('A Show');
    expect(run.isAlternate()).toBe(true);
    await run.press('Enter');
    await run.until('How far have you watched A Show?');
    expect(run.screen()).toMatch(/▶ Not started/);
    await run.press('s', '1', 'e', '2');
    await run.until('▶ Through S01E02');
    await run.answer('Enter');
    await run.until('Title 3');
    expect(run.screen()).toMatch(/▶ S01E03\s+Title 3\s+next/);
    await run.press('k', 'Enter');
    await run.until('GATEDRECAP2');
    await run.press(']');
    await run.until('Summary 3.');
    expect(run.screen()).not.toMatch(/GATEDRECAP3/);
    await run.press('[', 'l');
    await run.until(/▶ S01E02/);
    await run.press('Escape');
    await run.until('GATEDRECAP2');
    await run.press('Escape');
    await run.until('Summary 3.');
    await run.press('Escape');
    await run.until('GATEDRECAP2');
    await run.press('Escape');
    await run.until(/▶ S01E02/);
    await run.press('Escape');
    await run.until(/A Show .*2 of 3/);
    await run.press('q');
    expect(await run.exit).toBe(0);
    expect(run.isAlternate()).toBe(false);
    expect(run.raw()).not.toMatch(/GATEDRECAP3/);
  });

  test('"not started" is what Enter answers, and titles stay hidden', async () => {
    const { env } = library();
    const run = inTerminal({ args: ['read', 'a-show'], env });
    await run.until('How far');
    await run.answer('Enter');
    await run.until('title hidden');
    expect(run.screen()).toMatch(/S01E01\s+Title 1\s+next/);
    expect(run.screen()).not.toMatch(/Title 2/);
    await run.press('q');
    expect(await run.exit).toBe(0);
  });

  test('a code that the show does not have answers nothing', async () => {
    const { env } = library();
    const run = inTerminal({ args: ['read', 'a-show'], env });
    await run.until('How far');
    await run.press('s', '1', 'e', '2', '2', 'Enter');
    await run.until('A Show has no episode s1e22');
    expect(run.screen()).toMatch(/▶ Not started/);
    await run.press('Backspace');
    await run.answer('Enter');
    await run.until('Title 3');
    await run.press('q');
    expect(await run.exit).toBe(0);
  });

  test('/ filters, and letters that mean something elsewhere are letters there', async () => {
    const { env } = library();
    const run = inTerminal({ args: ['read', 'a-show', '--watched', '1x3'], env });
    await run.until('Who did it?');
    await run.press('/', 'd', 'i', 'd');
    await run.until('Filter: did');
    expect(run.screen()).not.toMatch(/Title 1/);
    await run.press('Enter');
    await run.until('Public line 1.');
    await run.press('q');
    expect(await run.exit).toBe(0);
  });
});

describe('moving', () => {
  const lines = (screen: string) =>
    [...screen.matchAll(/Public line (\d+)\./g)].map((match) => Number(match[1]));

  test('every key of the table that moves', async () => {
    const run = await article();
    const first = () => lines(run.screen())[0] ?? 0;
    const moves: [key: string, test: (before: number) => boolean][] = [
      ['j', () => first() === 1],
      ['PageDown', (before) => first() > before + 3],
      ['PageUp', () => first() === 1],
      [' ', (before) => first() > before + 3],
      ['b', () => first() === 1],
      ['d', (before) => first() > before],
      ['u', () => first() === 1],
      ['G', () => run.screen().includes('The last line.')],
      ['g', () => first() === 1],
      ['End', () => run.screen().includes('100%')],
      ['Home', () => first() === 1],
    ];
    for (const [key, test] of moves) {
      const before = first();
      await run.press(key);
      expect.soft(test(before), `after ${key}:\n${run.screen()}`).toBe(true);
    }
    await run.press('jjjjjjjj', 'Down', 'Up');
    expect(first()).toBeGreaterThan(1);
    await run.press('q');
    expect(await run.exit).toBe(0);
  });

  test('/ searches, n and N go from match to match', async () => {
    const run = await article();
    await run.press('/', 'l', 'i', 'n', 'e', ' ', '2', 'Enter');
    await run.until('match 1 of 11');
    await run.press('n', 'n');
    await run.until('match 3 of 11');
    await run.press('N');
    await run.until('match 2 of 11');
    await run.press('/', 'G', 'A', 'T', 'E', 'D', 'Enter');
    await run.until('No match');
    await run.press('q');
    await run.exit;
  });

  test('t goes to a heading', async () => {
    const run = await article();
    await run.press('t');
    await run.until('The motive · opens after S01E02');
    await run.press('j', 'Enter');
    await run.until('The last line.');
    await run.press('q');
    await run.exit;
  });

  test('t goes to a curtain, and Enter asks about that one; at 40×10 too', async () => {
    const run = await article({ columns: 40, rows: 10 });
    await run.press('Tab', 't');
    await run.until('The motive · opens after');
    await run.press('G', 'Enter');
    await run.until('▶ ▒▒ The motive');
    await run.press('Enter');
    await run.until('[p]');
    expect(run.screen()).toMatch(/The motive\s*\n\s*Have you watched/);
    await run.press('n', 'q');
    expect(await run.exit).toBe(0);
    expect(run.raw()).not.toMatch(GATED);
  });

  test('? shows every key', async () => {
    const run = await article({ rows: 40 });
    await run.press('?');
    await run.until('Take back what you last confirmed');
    await run.press('q');
    await run.until('Public line 1.');
    await run.press('q');
    expect(await run.exit).toBe(0);
  });

  test('the position is remembered', async () => {
    const run = await article();
    await run.press(' ', 'j', 'j');
    const [first] = lines(run.screen());
    await run.press('l', 'Enter');
    await run.until(`Public line ${first}.`);
    expect(lines(run.screen())[0]).toBe(first);
    await run.press('q');
    await run.exit;
  });

  test('a resize keeps the place, and below 40×10 it says so', async () => {
    const run = await article();
    await run.press(' ');
    const [first] = lines(run.screen());
    await run.resize(50, 15);
    expect(lines(run.screen())[0]).toBe(first);
    await run.resize(39, 9);
    await run.until('recap needs 40 columns');
    await run.resize(100, 30);
    expect(lines(run.screen())).toContain(first);
    expect(run.raw()).not.toContain('\x1b[3J');
    await run.press('q');
    await run.exit;
  });
});

describe('curtains', () => {
  test.each([2, 10, 41])('%d Enters reveal nothing', async (count) => {
    const run = await article();
    await run.press('Tab');
    await run.press(...Array.from({ length: count }, () => 'Enter'));
    await run.until(count % 2 === 0 ? 'Tab curtain' : 'Have you watched');
    expect(run.screen()).not.toMatch(GATED);
    await run.press('q');
    await run.exit;
    expect(run.raw()).not.toMatch(GATED);
  });

  test('a burst of Enters reveals nothing', async () => {
    const run = await article();
    await run.press('Tab', '\r'.repeat(201), 'Escape');
    await run.until('[▒ a name · S01E02]');
    expect(run.raw()).not.toMatch(GATED);
    await run.press('q');
    await run.exit;
  });

  test('y opens it everywhere, in its row, and it stays open; U takes it back', async () => {
    const run = await article();
    await run.press('Tab');
    await run.until('▶ She trusts');
    const row = run.rows().findIndex((line) => line.includes('She trusts'));
    await run.press('Enter');
    await run.until('Have you watched A Show up to and including S01E02?');
    await run.answer('y');
    await run.until('┃ She trusts GATEDWORD');
    expect(run.rows().findIndex((line) => line.includes('GATEDWORD'))).toBe(row);
    await run.until('Watched through S01E02; U takes it back');
    await run.press('G');
    await run.until('GATEDMOTIVE');
    expect(run.raw()).not.toMatch(/GATEDLATER|GATEDRECAP/);
    await run.press('U');
    await run.until('Back to S01E01');
    expect(run.screen()).not.toMatch(GATED);
    await run.press('q');
    expect(await run.exit).toBe(0);
  });

  test('p peeks at one, later gates in it stay closed, x hides it, nothing is recorded', async () => {
    const run = await article();
    await run.press('Tab', 'Tab');
    await run.until('▶ ▒▒ The motive');
    await run.press('Enter');
    await run.answer('p');
    await run.until('GATEDMOTIVE');
    expect(run.screen()).toContain('▒▒ Spoiler · opens after S01E03 ▒▒');
    await run.press('x');
    await run.until('▒▒ The motive · opens after S01E02 ▒▒');
    await run.press('l');
    await run.until(/S01E02\s+Title 2\s+next/);
    expect(run.raw()).not.toMatch(/GATEDWORD|GATEDLATER/);
    await run.press('q');
    await run.exit;
  });

  test('where it cannot be recorded, it opens for this run and says so', async () => {
    const { env } = library();
    const run = inTerminal({
      args: ['read', 'a-show', 'who'],
      env: { ...env, RECAP_STATE: '/dev/null/x' },
    });
    await run.until('How far');
    await run.answer('Enter');
    await run.until('Who did it?');
    await run.press('Tab', 'Enter');
    await run.answer('y');
    await run.until('GATEDWORD');
    expect(run.screen()).toMatch(/Could not be recorded \(ENOTDIR\)/);
    await run.press('q');
    expect(await run.exit).toBe(0);
  });
});

describe('only a person answers', () => {
  const paste = (text: string) => `\x1b[200~${text}\x1b[201~`;

  test.each([
    ['a marked paste', [paste('y'), paste('They\ry\r')]],
    ['a paste that the terminal does not mark', ['They said y\ry', '\ry']],
    ['classic mouse reports', ['\x1b[M y(', '\x1b[M p(', '\x1b[M q(']],
    ['a mouse report in parts', ['\x1b[M', ' ', 'y', '(']],
    ['mouse reports of SGR and urxvt', ['\x1b[<0;89;12M', '\x1b[97;10;10M']],
    ['focus reports', ['\x1b[I', '\x1b[O']],
    ['answers to queries', ['\x1bP>|kitty\x1b\\', '\x1b]11;rgb:yy/pp/yy\x07']],
  ])('%s is no answer', async (_, sent) => {
    const run = await article();
    await run.press('Tab', 'Enter');
    await run.until('Have you watched');
    for (const bytes of sent) await run.answer(bytes);
    expect(run.raw()).not.toMatch(GATED);
    await run.press('Escape', 'l');
    await run.until(/S01E02\s+Title 2\s+next/);
    await run.press('q');
    expect(await run.exit).toBe(0);
  });

  test('a paste that asks does not answer itself', async () => {
    const { env } = library();
    const run = inTerminal({ args: ['read', 'a-show'], env });
    await run.until('How far');
    await run.press('s1e3\ry\n');
    await run.press(paste('s1e3\r'));
    expect(run.screen()).toContain('How far have you watched');
    await run.press('Ctrl-C');
    expect(await run.exit).toBe(130);
  });

  test('mouse modes that a dead program left on are switched off', async () => {
    const run = await article();
    for (const mode of [1000, 1002, 1003, 1004, 1006, 1015]) {
      expect(run.raw()).toContain(`\x1b[?${mode}l`);
    }
    await run.press('q');
    await run.exit;
    expect(run.raw().lastIndexOf('\x1b[?2004l')).toBeGreaterThan(
      run.raw().lastIndexOf('\x1b[?2004h'),
    );
  });
});

test('a adds a show without leaving, from the sources themselves', async () => {
  const sources = await demoSources(INVENTED_SHOWS);
  onTestFinished(() => sources.close());
  const { env } = library();
  const run = inTerminal({ args: [], env: { ...env, ...sources.env } });
  await run.until('Great Expectations');
  const [first] = INVENTED_SHOWS;
  const title = first?.name ?? '';
  await run.press('a', ...title);
  await run.until(`Add a show: ${title}`);
  expect(sources.requests).toEqual([]);
  await run.press('Enter');
  await run.until(`▶ ${title}`);
  await run.press('Enter');
  await run.until(`How far have you watched ${title}?`);
  await run.press('Escape', 'Escape');
  await run.press('/', ...title.toLowerCase());
  await run.until(new RegExp(`▶ ${title}`));
  await run.press('Ctrl-C');
  expect(await run.exit).toBe(130);
});

test('a profile of which nothing is recorded is named, as the name may be mistyped', async () => {
  const { env } = library();
  const run = inTerminal({ args: ['read', '--profile', 'anm'], env });
  await run.until('No progress is recorded for the profile anm yet');
  await run.press('q');
  expect(await run.exit).toBe(0);
});

test('a list of shows leaves out where they came out rather than break its lines', async () => {
  const { env } = library();
  const list = async (columns: number) => {
    const run = inTerminal({ args: ['list'], env, columns });
    expect(await run.exit).toBe(0);
    return run.rows().find((row) => row.includes('Great Expectations'));
  };
  expect(await list(120)).toMatch(/1860, All the Year Round +not started +great-expectations$/);
  expect(await list(70)).toMatch(/Great Expectations +not started +great-expectations$/);
});

describe('looks', () => {
  test('--width is the width of the text', async () => {
    const { env } = library();
    const run = inTerminal({
      args: ['read', 'a-show', 'who', '--watched', '1x1', '--width', '50'],
      env,
      columns: 120,
    });
    await run.until('Who did it?');
    expect(run.screen()).toMatch(/^ +─{50}$/m);
    await run.press('q');
    await run.exit;
  });

  test('the bars are as wide as the screen', async () => {
    const run = await article({ columns: 90 });
    const reversed = run.raw().match(/\x1b\[7m[^\x1b]*/g) ?? [];
    expect(reversed.filter((bar) => bar.length === 4 + 90).length).toBeGreaterThan(1);
    await run.press('q');
    await run.exit;
  });

  test('NO_COLOR keeps the marks of matches, of what is selected, and the bars', async () => {
    const run = await article({ env: { NO_COLOR: '1' } });
    await run.press('/', 'l', 'i', 'n', 'e', 'Enter');
    await run.until('match 1 of');
    expect(run.raw()).toContain('\x1b[7mline\x1b[27m');
    expect(run.raw()).toContain('\x1b[1m\x1b[4mline\x1b[24m\x1b[22m');
    expect(run.raw()).not.toMatch(/\x1b\[[349]\d/);
    await run.press('q');
    await run.exit;
  });

  test('--color always comes before NO_COLOR', async () => {
    const { env } = library();
    const run = inTerminal({
      args: ['read', 'a-show', 'who', '--watched', '1x1', '--color', 'always'],
      env: { ...env, NO_COLOR: '1' },
    });
    await run.until('Who did it?');
    expect(run.raw()).toMatch(/\x1b\[38;5;\d+m/);
    await run.press('q');
    await run.exit;
  });

  test('Ctrl-L draws the whole screen again', async () => {
    const run = await article();
    const before = run.raw().length;
    await run.press('Ctrl-L');
    await run.until('Public line 1.');
    const after = run.raw().slice(before);
    expect(after).toContain('Who did it?');
    expect(after).toContain('\x1b[2J');
    await run.press('q');
    await run.exit;
  });
});

describe('terminal manners', () => {
  /** How it is ended, and the exit code. */
  const endings: [
    how: string,
    end: (run: Awaited<ReturnType<typeof article>>) => unknown,
    code: number,
  ][] = [
    ['q', (run) => run.press('q'), 0],
    ['Ctrl-C', (run) => run.press('Ctrl-C'), 130],
    ['SIGTERM', (run) => run.kill('SIGTERM'), 143],
    ['SIGHUP', (run) => run.kill('SIGHUP'), 129],
    ['SIGINT', (run) => run.kill('SIGINT'), 130],
  ];

  test.each(endings)('%s gives the terminal back', async (_, end, code) => {
    const run = await article();
    await run.press('Tab');
    await end(run);
    expect(await run.exit).toBe(code);
    await run.press();
    expect(run.isAlternate()).toBe(false);
    expect(run.modes()).toEqual({ isCursorHidden: false, title: '' });
    expect(run.mainScreen().trim()).toBe('');
    expect(run.raw()).not.toMatch(GATED);
  });

  test.each(['render', 'key'])(
    'an error in a %s shows a fixed sentence, and nothing of the recap',
    async (where) => {
      const run = await article({
        env: {
          NODE_OPTIONS: `--import ${join(process.cwd(), 'tests/support/crash.mjs')}`,
          CRASH: where,
        },
      });
      let hasEnded = false;
      run.exit.then(() => {
        hasEnded = true;
      });
      // keys that come close together may be one event
      while (!hasEnded) await run.press('j');
      expect(await run.exit).toBe(1);
      await run.press();
      expect(run.isAlternate()).toBe(false);
      expect(run.modes().isCursorHidden).toBe(false);
      expect(run.mainScreen().trim()).toMatch(
        /^recap: (?:the screen could not be drawn|internal error)/,
      );
      expect(run.raw()).not.toMatch(/GATED|at .*\.js/);
    },
  );

  test('Ctrl-Z suspends, and fg comes back', async () => {
    const { env } = library();
    const run = inTerminal({ file: 'tests/support/in-shell.mjs', args: [], env });
    await run.until('Great Expectations');
    await run.press('j', 'Ctrl-Z');
    await run.until('the shell is here');
    expect(run.isAlternate()).toBe(false);
    await run.press('f');
    await run.until('Great Expectations');
    expect(run.isAlternate()).toBe(true);
    await run.press('q');
    expect(await run.exit).toBe(0);
  });

  test('Ctrl-Z where no shell could bring it back comes back by itself', async () => {
    const run = await article();
    await run.press('Ctrl-Z');
    await run.until('Public line 1.');
    expect(run.isAlternate()).toBe(true);
    await run.press('q');
    expect(await run.exit).toBe(0);
  });

  test('without color, without UTF-8, at 40×10', async () => {
    const run = await article({ columns: 40, rows: 10, env: { NO_COLOR: '1', LANG: 'C' } });
    await run.press('Tab');
    await run.until('> She trusts');
    expect(run.screen()).toContain('[% a name - S01E02]');
    expect(run.raw()).not.toMatch(/\x1b\[3[0-9]m/);
    await run.press('q');
    await run.exit;
  });

  test('for a screen reader a curtain is a sentence', async () => {
    const run = await article({ env: { INK_SCREEN_READER: 'true' } });
    await run.press('Tab');
    await run.until('[Spoiler: a name, hidden until you have watched S01E02]');
    expect(run.raw()).not.toMatch(GATED);
    await run.press('q');
    await run.exit;
  });
});
