import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inTerminal } from '../support/terminal.ts';

/** A home with two shows of three episodes, and its environment. */
interface House {
  readonly folder: string;
  readonly env: Record<string, string>;
  /** Runs a command. Returns what it prints. */
  recap(...args: string[]): string;
}

function house(files: Readonly<Record<string, string>>): House {
  const folder = mkdtempSync(join(tmpdir(), 'recap-reading-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const episodes = [1, 2, 3].map((number) => `{ code: S01E0${number}, title: Title ${number} }`);
  for (const [slug, title] of [
    ['a-show', 'A Show'],
    ['b-show', 'B Show'],
  ]) {
    const show = join(folder, '.local/share/recap/recaps', slug ?? '');
    mkdirSync(show, { recursive: true });
    writeFileSync(
      join(show, 'show.md'),
      `---\ntitle: ${title}\nepisodes: [${episodes.join(', ')}]\n---\nAbout it.\n`,
    );
    for (const number of [1, 2, 3]) {
      writeFileSync(
        join(show, `s01e0${number}.md`),
        `---\nepisode: S01E0${number}\n---\nGATEDRECAP${number}\n`,
      );
    }
  }
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(join(folder, '.local/share/recap/recaps', name), text);
  }
  const env = { HOME: folder };
  const recap = (...args: string[]) => {
    const run = spawnSync(process.execPath, ['bin/recap.js', ...args], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    expect(run.status, run.stderr).toBe(0);
    return run.stdout;
  };
  return { folder, env, recap };
}

const LINKS = `---
title: Who did it?
---
It was :spoiler[GATEDWORD, says [GATEDLINK](https://gated.example)]{after=S01E02}, in [the third](s01e03.md)
or in [another show](../b-show/s01e01.md); see [the page](https://good.example@evil.example/x?a=$(touch+pwned)).

${Array.from({ length: 30 }, (_, index) => `Public line ${index + 1}.`).join('\n\n')}
`;

describe('links', () => {
  /** A program of the system that opens web addresses: it writes down what it was called with. */
  function opener(folder: string): { path: string; calls: () => string[] } {
    const bin = join(folder, 'bin');
    const log = join(folder, 'opened');
    mkdirSync(bin);
    writeFileSync(
      join(bin, 'xdg-open'),
      `#!/bin/sh\nfor word in "$@"; do printf '%s\\n' "$word" >> '${log}'; done\n`,
      { mode: 0o755 },
    );
    const calls = () =>
      existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : [];
    return { path: `${bin}:${process.env.PATH}`, calls };
  }

  test('Tab reaches curtains and links, a recap opens behind its own curtains, Esc comes back', async () => {
    const { env, recap } = house({ 'a-show/who.md': LINKS });
    recap('watched', 'a-show', '1x1');
    const run = inTerminal({ args: ['read', 'a-show', 'who'], env });
    await run.until('Who did it?');
    await run.press('Tab', 'Tab');
    await run.until(/\x20Enter follow/);
    await run.press('Enter');
    await run.until(/S01E03/);
    expect(run.screen()).toContain('opens after S01E03');
    await run.press('Escape');
    await run.until('Public line 1.');
    expect(run.screen()).toContain('Enter follow');
    await run.press('Tab', 'o');
    await run.until('How far have you watched B Show?');
    await run.press('Escape');
    await run.until('Public line 1.');
    await run.press('q');
    expect(await run.exit).toBe(0);
    // below the closed recap, what came before is told: the first one's words are open
    expect(run.raw()).toContain('GATEDRECAP1');
    expect(run.raw()).not.toMatch(/GATED(?!RECAP1)/);
  });

  test('a web address is shown whole, and opened by the system only after y', async () => {
    const { env, folder, recap } = house({ 'a-show/who.md': LINKS });
    recap('watched', 'a-show', '1x1');
    const { path, calls } = opener(folder);
    const run = inTerminal({ args: ['read', 'a-show', 'who'], env: { ...env, PATH: path } });
    await run.until('Who did it?');
    await run.press('Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    await run.until('This link leads to evil.example');
    const whole = 'https://good.example@evil.example/x?a=$(touch+pwned)';
    expect(run.screen()).toContain(whole);
    await run.press('Enter', 'Enter');
    await run.until('This link leads to evil.example');
    expect(calls()).toEqual([]);
    await run.answer('y');
    await run.until('Opening it in your browser');
    await expect.poll(calls).toEqual([whole]);
    expect(existsSync('pwned')).toBe(false);
    await run.press('q');
    expect(await run.exit).toBe(0);
  });

  test('a system without a browser says so, and the reader goes on', async () => {
    const { env, folder, recap } = house({ 'a-show/who.md': LINKS });
    recap('watched', 'a-show', '1x1');
    mkdirSync(join(folder, 'bin'));
    const run = inTerminal({
      args: ['read', 'a-show', 'who'],
      env: { ...env, PATH: join(folder, 'bin') },
    });
    await run.until('Who did it?');
    await run.press('Tab', 'Tab', 'Tab', 'Tab', 'Enter');
    await run.until('evil.example');
    await run.answer('y');
    await run.until('The system could not open the address');
    await run.press('q');
    expect(await run.exit).toBe(0);
  });
});

const ARTICLE = `---
title: Who did it?
---
Public words.

:::spoiler{after=S01E02 label="The second"}
Told by the second.
:::

:::spoiler{after=S01E03 label="The third"}
GATEDTHIRD
:::
`;

describe('what is new for me', () => {
  test('is marked at the margin and counted in the lists, until it has been read', async () => {
    const { folder, env, recap } = house({ 'a-show/who.md': ARTICLE });
    recap('watched', 'a-show', '1x1');
    const first = inTerminal({ args: ['read', 'a-show', 'who'], env });
    await first.until('Public words.');
    await first.press('q');
    expect(await first.exit).toBe(0);
    const stored = readFileSync(join(folder, '.local/state/recap/positions.json'), 'utf8');
    expect(JSON.parse(stored).recaps).toEqual([
      { show: 'a-show', slug: 'who', chunk: 0, characters: 0, place: 'S01E01' },
    ]);

    recap('watched', 'a-show', '1x2');
    const run = inTerminal({ args: [], env });
    await run.until(/Who did it\? +1 new passage/);
    expect(run.screen()).toMatch(/┃ S01E02 .*new/);
    await run.press('Escape');
    await run.until(/A Show .*next S01E03, 2 new/);
    await run.press('Enter');
    await run.until('Who did it?');
    await run.press('G', 'Enter');
    await run.until(/┃ Told by the second\./);
    await run.press('Escape');
    await run.until(/Who did it\? +read/);
    await run.press('q');
    expect(await run.exit).toBe(0);
    expect(run.raw()).not.toMatch(/GATED/);
  });
});

describe('bookmarks', () => {
  const TEXT = `---\ntitle: Who did it?\n---\n:::spoiler{after=S01E02 label="The second"}\n${'GATED, told at length. '.repeat(200)}\n:::\n\n${Array.from({ length: 40 }, (_, index) => `Public line ${index + 1}.`).join('\n\n')}\n`;

  test('are kept, mean the same line when more opens, and are forgotten with their show', async () => {
    const { folder, env, recap } = house({ 'a-show/who.md': TEXT });
    recap('watched', 'a-show', '1x1');
    const run = inTerminal({ args: ['read', 'a-show', 'who'], env });
    await run.until('Public line 1.');
    await run.press('PageDown', 'PageDown');
    const line = /Public line \d+\./.exec(run.screen())?.[0] ?? '';
    // between the bars
    const page = run.rows().slice(1, -2);
    await run.press('m', 'a');
    await run.until('Bookmark a set');
    await run.press('q');
    expect(await run.exit).toBe(0);
    expect(run.raw()).not.toMatch(/GATED/);
    const file = join(folder, '.local/state/recap/bookmarks.json');
    expect(readFileSync(file, 'utf8')).not.toMatch(/GATED|Public/);

    recap('watched', 'a-show', '1x2');
    const later = inTerminal({ args: [], env });
    await later.until('Who did it?');
    await later.press("'", 'a');
    await later.until(line);
    expect(later.rows().slice(1, -2)).toEqual(page);
    await later.press("'", "'");
    await later.until('No position to go back to');
    await later.press('g', "'", "'");
    await later.until(line);
    await later.press('q');
    expect(await later.exit).toBe(0);
    recap('forget', 'a-show', '--yes');
    expect(readFileSync(file, 'utf8')).not.toContain('who');
  });
});

describe('marking episodes as watched', () => {
  test('w asks about the next episode, and W sets any place, earlier ones too', async () => {
    const { env, recap } = house({});
    recap('watched', 'a-show', '1x1');
    const run = inTerminal({ args: [], env });
    await run.until(/▶ A Show/);
    await run.press('w');
    await run.until('Have you watched A Show up to and including S01E02? That opens 1 episode.');
    await run.press('Enter');
    await run.until(/▶ A Show .*1 of 3/);
    await run.press('w');
    await run.answer('y');
    await run.until(/▶ A Show .*2 of 3/);
    await run.press('W');
    await run.until('▶ Through S01E02');
    await run.press('k');
    await run.answer('Enter');
    await run.until(/▶ A Show .*1 of 3/);
    await run.press('q');
    expect(await run.exit).toBe(0);
    expect(JSON.parse(recap('list', 'a-show', '--json')).show.watched.through).toBe('S01E01');
  });
});

describe('lists', () => {
  test('shows in progress come first, the one read last on top, with bar and next episode', async () => {
    const { env, recap } = house({});
    recap('watched', 'a-show', '1x1');
    recap('watched', 'b-show', '1x2');
    const first = inTerminal({ args: ['read', 'b-show', 's01e01'], env });
    await first.until('GATEDRECAP1');
    await first.press('q');
    await first.exit;
    const run = inTerminal({ args: [], env });
    await run.until('Season 1');
    await run.press('Escape');
    await run.until(/Continue/);
    const rows = run.rows().join('\n');
    expect(rows).toMatch(
      /Continue\n ▶ B Show +█+░+ +2 of 3 +next S01E03.*\n +A Show +█+░+ +1 of 3 +next S01E02.*\n\s*\n +Not started/,
    );
    await run.press('q');
    await run.exit;
  });

  test('seasons are headings, and later episodes one row that opens', async () => {
    const { env } = house({});
    const run = inTerminal({ args: ['read', 'tiny-pretty-things', '--watched', '1x2'], env });
    await run.until(/Season 1 *\n ✓ S01E01/);
    expect(run.screen()).toMatch(/S01E04 – S01E10 +later, 7/);
    await run.press('j', 'Enter');
    await run.until(/S01E07/);
    await run.press('q');
    await run.exit;
  });

  test.each([
    [99, false],
    [100, true],
  ])('at %d columns there is a preview: %s', async (columns, isThere) => {
    const { env } = house({});
    const run = inTerminal({ args: [], env, columns });
    await run.until('Not started');
    expect(run.screen().includes('│')).toBe(isThere);
    expect(run.screen().includes('0 of 3 episodes watched')).toBe(isThere);
    expect(run.raw()).not.toMatch(/GATED/);
    await run.press('q');
    await run.exit;
  });
});

test('the keys of less and vim move too, and the end says what comes next', async () => {
  const text = Array.from({ length: 60 }, (_, index) => `Public line ${index + 1}.`).join('\n\n');
  const { env, recap } = house({ 'a-show/a-first.md': `---\ntitle: First\n---\n${text}\n` });
  writeFileSync(
    join(env.HOME ?? '', '.local/share/recap/recaps/a-show/b-second.md'),
    '---\ntitle: Second\n---\nShort.\n',
  );
  recap('watched', 'a-show', '1x1');
  const run = inTerminal({ args: ['read', 'a-show', 'a-first'], env });
  await run.until('Public line 1.');
  const first = () => Number(/Public line (\d+)\./.exec(run.screen())?.[1]);
  const moves: [key: string, test: (before: number) => boolean][] = [
    ['\x06', (before) => first() > before + 5],
    ['\x02', () => first() === 1],
    ['\x04', (before) => first() > before],
    ['\x15', () => first() === 1],
    ['\x05\x05\x05\x05\x05', (before) => first() > before],
    ['<', () => first() === 1],
    ['>', () => run.screen().includes('100% · ] next: b-second')],
  ];
  for (const [key, test] of moves) {
    const before = first();
    for (const one of key) await run.press(one);
    expect.soft(test(before), `after ${JSON.stringify(key)}:\n${run.screen()}`).toBe(true);
  }
  await run.press('h');
  await run.until(/▶ First/);
  await run.press('q');
  expect(await run.exit).toBe(0);
});
