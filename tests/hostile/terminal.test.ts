import { Chalk } from 'chalk';
import { afterAll, describe, expect, test } from 'vitest';
import { readRecapFrontMatter } from '../../src/model/front-matter.ts';
import { paint, theme } from '../../src/render/paint.ts';
import { type Home, home } from '../support/program.ts';
import { readerOn } from '../support/reader.ts';
import { inTerminal } from '../support/terminal.ts';
import { effectsOf, forbiddenIn, unstyled } from './effects.ts';
import terminal from './hostile-terminal.json' with { type: 'json' };
import { bodyWith, escaped, fileNameWith, frontMatterWith, TAIL } from './places.ts';
import { type Outcome, run, runners, SHOW_FILE, twoAtATime, watchFirst } from './program.ts';

/** Bytes made to act on a terminal: in every place where a recap or a command line has text, they do not. */

const cases = terminal.cases.filter(({ encoding }) => encoding === 'utf-8');
const byName = cases.map(({ name, bytes }, index) => [name, bytes, index] as const);
const notText = terminal.cases.filter(({ encoding }) => encoding === 'latin1');
const SHOW = 'a-test-show';

let runs = 0;
afterAll(() => {
  process.stdout.write(`\n${cases.length} hostile texts, ${runs} times through a pipe\n`);
});

/** A library with a text in every place: bodies, front matter, the titles of a show and its episodes. */
function libraryWith(text: string): Home {
  const user = home();
  user.write(
    `${SHOW}/show.md`,
    SHOW_FILE.replace('About it.', () => bodyWith(text)),
  );
  user.write(`${SHOW}/article.md`, `---\ntitle: Article\n---\n${bodyWith(text)}`);
  for (const [name, content] of frontMatterWith(text)) user.write(`${SHOW}/${name}`, content);
  const fileName = fileNameWith(text);
  if (fileName) user.write(`${SHOW}/${fileName}`, '---\ntitle: [broken\n---\nText.\n');
  const value = escaped(text);
  user.write('b-title/show.md', `---\ntitle: ${value}\n---\n`);
  user.write('c-network/show.md', `---\ntitle: T\nnetwork: ${value}\n---\n`);
  user.write('d-year/show.md', `---\ntitle: T\nyear: ${value}\n---\n`);
  const episodes = `[{ code: S01E01, title: ${value}, aka: [${value}] }]`;
  user.write('e-episodes/show.md', `---\ntitle: T\nepisodes: ${episodes}\n---\n`);
  watchFirst(user, SHOW);
  return user;
}

async function expectNoEffect(
  { stdout, stderr, code }: Outcome,
  hasStyles = false,
): Promise<string> {
  expect(code).toBeOneOf([0, 1, 2]);
  const all = stdout + stderr;
  expect(all).not.toMatch(/\n\s+at |internal error/);
  expect(forbiddenIn(hasStyles ? unstyled(all) : all)).toBe(undefined);
  const { effects, text } = await effectsOf(all);
  expect(effects).toEqual([]);
  return text;
}

describe('through a pipe', () => {
  test.each(byName)('%s', async (_, text, index) => {
    const user = libraryWith(text);
    const folder = `/nowhere/${text.replaceAll('\0', '')}`;
    for (const run of runners(index)) {
      runs++;
      const outcomes = await twoAtATime([
        // an incomplete name, so that every show is looked at
        () => run(user, ['read', 'a-test-sh'], { FORCE_COLOR: '1' }),
        () => run(user, ['read', SHOW, 'article', '--json']),
        () =>
          run(user, ['list', '--library', folder], { RECAP_LIBRARY: folder, RECAP_STATE: folder }),
      ]);
      const shown: string[] = [];
      for (const [index, outcome] of outcomes.entries()) {
        shown.push(await expectNoEffect(outcome, index === 0));
      }
      expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0]);
      expect(shown[0]).toContain(TAIL);
      // the terminal wraps a line of JSON
      expect(outcomes[1]?.stdout).toContain(TAIL);
      expect(outcomes[0]?.stdout).toContain('\x1b[');
    }
  });

  test.each(byName.filter(([, text]) => !text.includes('\0')))(
    '%s on the command line',
    async (_, text, index) => {
      const user = home();
      user.write(`${SHOW}/show.md`, SHOW_FILE);
      const lines = [
        ['read', `qq${text}`],
        ['read', SHOW, `qq${text}`],
        ['read', SHOW, `--watched=${text}`],
        [`--no-such-${text}`],
      ];
      for (const run of runners(index)) {
        runs++;
        for (const outcome of await twoAtATime(lines.map((line) => () => run(user, line)))) {
          expect(outcome.code).toBe(2);
          expect(outcome.stderr).toMatch(/^recap: /);
          await expectNoEffect(outcome);
        }
      }
    },
  );

  test.each(notText.map(({ name, bytes }) => [name, bytes] as const))(
    '%s, which is not UTF-8, is a clear error',
    async (_, bytes) => {
      const user = home();
      user.write(`${SHOW}/show.md`, SHOW_FILE);
      user.write(`${SHOW}/a.md`, Buffer.from(`---\ntitle: T\n---\n${bytes}`, 'latin1'));
      const outcome = await run(user, ['read', SHOW, 'a']);
      expect(outcome).toMatchObject({ code: 1, stdout: '' });
      expect(outcome.stderr).toMatch(/a\.md: the file is not UTF-8/);
      await expectNoEffect(outcome);
    },
  );
});

describe('on the screen', () => {
  const look = theme(new Chalk({ level: 1 }));

  test.each(byName)('%s', async (_, text) => {
    const reader = await readerOn(bodyWith(text), 1);
    const frames: string[] = [];
    const draw = () =>
      frames.push(
        reader
          .lines()
          .map((line) => paint(line, look))
          .join('\n'),
      );
    draw();
    for (let pages = 0; pages < 60 && !reader.screen().includes(TAIL); pages++) {
      await reader.press('space');
      draw();
    }
    expect(reader.screen()).toContain(TAIL);
    // the table of contents holds headings, the question a label
    for (const key of ['t', 'escape', 'g', 'tab', 'enter']) {
      await reader.press(key);
      draw();
    }
    const output = frames.join('\n');
    expect(forbiddenIn(unstyled(output))).toBe(undefined);
    expect((await effectsOf(output)).effects).toEqual([]);
  });
});

test('all of them in a real terminal, which is afterwards as it was', async () => {
  const user = home();
  user.write(`${SHOW}/show.md`, SHOW_FILE);
  const bodies = cases.map(({ bytes }) => bodyWith(bytes).replace(`# ${TAIL}\n`, ''));
  user.write(
    `${SHOW}/all.md`,
    `---\ntitle: All\n---\nThe head.\n\n${bodies.join('\n')}\n# ${TAIL}\n`,
  );
  for (const [index, { bytes }] of cases.entries()) {
    const title = `title: ${escaped(bytes)}`;
    // those that are refused would be told of on the main screen
    if (isAccepted(title)) user.write(`${SHOW}/title-${index}.md`, `---\n${title}\n---\nText.\n`);
  }
  watchFirst(user, SHOW);
  const recap = inTerminal({ args: ['read', SHOW, 'all'], env: { HOME: user.folder }, rows: 60 });
  await recap.until('The head.');
  for (let pages = 0; pages < 400 && !recap.screen().includes(TAIL); pages++) {
    await recap.press(' ');
  }
  expect(recap.screen()).toContain(TAIL);
  await recap.press('l', 'G', 'g', 'q');
  await recap.press('q');
  expect(await recap.exit).toBe(0);
  expect(recap.isAlternate()).toBe(false);
  expect(recap.mainScreen().trim()).toBe('');
  expect(recap.modes()).toEqual({ isCursorHidden: false, title: '' });
  expect((await effectsOf(recap.raw())).effects).toEqual([]);
});

function isAccepted(frontMatter: string): boolean {
  try {
    readRecapFrontMatter(frontMatter);
    return true;
  } catch {
    return false;
  }
}
