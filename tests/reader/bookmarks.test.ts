import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readerOn } from '../support/reader.ts';

const LINES = Array.from({ length: 60 }, (_, index) => `Public line ${index + 1}.`).join('\n\n');
const LONG = 'It was long. '.repeat(300);
const BODY = `:::spoiler{after=S01E05 label="The letter"}\n${LONG}\n:::\n\n${LINES}`;

function stateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-bookmarks-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The first line of text that is on the screen. */
function firstLine(screen: string): string {
  return /(?:Public line \d+|It was long)\./.exec(screen)?.[0] ?? '';
}

describe('a bookmark', () => {
  test('is set with m and a letter, and gone to with a quote and that letter', async () => {
    const reader = await readerOn(BODY, 4);
    await reader.press('space', 'space');
    const line = firstLine(reader.screen());
    await reader.press('m');
    expect(reader.screen()).toContain('Set a bookmark: press a letter');
    await reader.press('a');
    expect(reader.screen()).toContain('Bookmark a set');
    await reader.press('G', "'");
    expect(reader.screen()).toContain('Go to a bookmark: a');
    await reader.press('a');
    expect(firstLine(reader.screen())).toBe(line);
  });

  test('is gone to from other recaps and lists, and Esc comes back', async () => {
    const reader = await readerOn(BODY, 4);
    await reader.press('space', 'space');
    const line = firstLine(reader.screen());
    await reader.press('m', 'a', ']');
    const other = reader.screen();
    await reader.press("'", 'a');
    expect(firstLine(reader.screen())).toBe(line);
    await reader.press('escape');
    expect(reader.screen()).toBe(other);
    await reader.press('escape', 'escape', 'escape', "'", 'a');
    expect(firstLine(reader.screen())).toBe(line);
  });

  test('is kept, and means the same line when more is open above it', async () => {
    const folder = stateFolder();
    const reader = await readerOn(BODY, 4, undefined, folder);
    await reader.press('space', 'space');
    const line = firstLine(reader.screen());
    expect(line).toMatch(/Public line/);
    await reader.press('m', 'Z', 'g', 'q');
    const later = await readerOn(BODY, 5, undefined, folder);
    expect(firstLine(later.screen())).toBe('It was long.');
    await later.press("'", 'Z');
    expect(firstLine(later.screen())).toBe(line);
    const narrow = await readerOn(BODY, 4, { columns: 44, rows: 12 }, folder);
    await narrow.press("'", 'Z');
    expect(firstLine(narrow.screen())).toBe(line);
  });

  test('within a spoiler that has closed again is at its curtain', async () => {
    const folder = stateFolder();
    const body = `${LINES}\n\n${BODY}`;
    const reader = await readerOn(body, 5, undefined, folder);
    await reader.press('/', ...'long', 'enter', 'd', 'escape', 'm', 'a', 'g', 'q');
    const closed = await readerOn(body, 4, undefined, folder);
    await closed.press("'", 'a');
    expect(closed.screen()).toContain('The letter · opens after S01E05');
  });

  const RULED = LINES.replaceAll(/(Public line (?:7|14|21)\.)/g, '---\n\n$1');

  const WRAPPED = LINES.replaceAll(
    /(Public line \d*[05]\.)/g,
    ':spoiler[x]{after=S01E05 label="A letter that nobody in town has read"} and so on.\n\n$1',
  );
  const SECRET = LINES.replaceAll(/(Public line \d*[05]\.)/g, 'Zelda vanished.\n\n$1');

  test.each<[what: string, body: string]>([
    ['a curtain on two lines', WRAPPED],
    ['sentences hidden by a secret', SECRET],
    ['a horizontal rule', RULED],
    ['a curtain', LINES.replaceAll(/(Public line \d*[05]\.)/g, '||Closed.||\n\n$1')],
    ['two rules and a curtain', LINES.replaceAll('line 7.', '.\n\n---\n\n---\n\n||Closed.||')],
    ['a table', LINES.replaceAll(/(Public line \d*3\.)/g, '| A | B |\n| - | - |\n| 1 | 2 |\n\n$1')],
    [
      'a picture and code',
      LINES.replaceAll(/(Public line \d*3\.)/g, '```\n\nx\n\n```\n\n![](a.png)\n\n$1'),
    ],
  ])('comes back to the same line at %s', async (_, body) => {
    const reader = await readerOn(body, 4, { columns: 60, rows: 12 });
    for (let line = 0; line < 40; line++) {
      await reader.press('j');
      const before = reader.screen();
      await reader.send({ type: 'resize', size: { columns: 60, rows: 12 } });
      expect(reader.screen()).toEqual(before);
      await reader.press('m', 'a', 'j');
      const moved = reader.state.screen;
      await reader.press('G', "'", 'a');
      const [screen, there] = [reader.screen(), before].map((text) =>
        text.split('\n').slice(0, -1),
      );
      expect(screen).toEqual(there);
      expect(reader.state.screen).not.toEqual(moved);
      // another session
      await reader.press('l', "'", 'a');
      expect(reader.screen().split('\n').slice(0, -1)).toEqual(there);
    }
  });

  test('at a curtain is at the beginning of what was behind it once that opens', async () => {
    const folder = stateFolder();
    const body = `${LINES}\n\n---\n\n${BODY}`;
    const reader = await readerOn(body, 4, undefined, folder);
    const first = () => reader.screen().split('\n')[1] ?? '';
    for (let line = 0; line < 200 && !first().includes('The letter'); line++) {
      await reader.press('j');
    }
    expect(first()).toContain('The letter');
    await reader.press('m', 'a', 'q');
    const later = await readerOn(body, 5, undefined, folder);
    await later.press("'", 'a');
    expect(later.screen().split('\n')[1]).toContain('It was long.');
  });

  test('at a sentence hidden by a secret is at that sentence once it opens', async () => {
    const folder = stateFolder();
    const body = LINES.replace('Public line 20.', 'Zelda vanished.\n\nPublic line 20.');
    const reader = await readerOn(body, 4, undefined, folder);
    const first = () => reader.screen().split('\n')[1] ?? '';
    for (let line = 0; line < 100 && !first().includes('Spoiler'); line++) await reader.press('j');
    expect(first()).toContain('Spoiler');
    const line = firstLine(reader.screen());
    await reader.press('m', 'a', 'q');
    const later = await readerOn(body, 6, undefined, folder);
    await later.press("'", 'a');
    expect(firstLine(later.screen())).toBe(line);
  });

  test('holds a position, and none of the words', async () => {
    const folder = stateFolder();
    const reader = await readerOn(BODY, 5, undefined, folder);
    await reader.press('d', 'm', 'a');
    const stored = JSON.parse(readFileSync(join(folder, 'bookmarks.json'), 'utf8'));
    expect(stored).toEqual({
      version: 1,
      bookmarks: [
        {
          letter: 'a',
          show: 'a-show',
          slug: 'a-recap',
          chunk: 1,
          key: '0',
          characters: expect.any(Number),
        },
      ],
    });
  });

  test('is not set while something is peeked at, nor in the story', async () => {
    const folder = stateFolder();
    const reader = await readerOn(BODY, 4, undefined, folder);
    await reader.press('tab', 'enter', 'p', 'd', 'm', 'a');
    expect([...reader.state.bookmarks]).toEqual([]);
    await reader.press('x', 'm', 'a');
    expect([...reader.state.bookmarks.keys()]).toEqual(['a']);
    await reader.press('s', 'm', 'b');
    expect([...reader.state.bookmarks.keys()]).toEqual(['a']);
  });

  test.each([
    ['Escape', ['escape']],
    ['a key that is no letter', ['tab']],
    ['a digit', ['7']],
  ])('%s sets none', async (_, keys) => {
    const reader = await readerOn(BODY, 4);
    await reader.press('m', ...keys);
    expect([...reader.state.bookmarks]).toEqual([]);
    expect(reader.state.letterFor).toBe(null);
  });

  test('letters that mean something else are letters there, and a paste is none', async () => {
    const reader = await readerOn(BODY, 4);
    await reader.press('m', 'q');
    expect(reader.hasEnded).toBe(false);
    expect([...reader.state.bookmarks.keys()]).toEqual(['q']);
    await reader.press('m');
    await reader.send({ type: 'paste', text: 'b' });
    expect([...reader.state.bookmarks.keys()]).toEqual(['q']);
  });

  test('that is not set says so', async () => {
    const reader = await readerOn(BODY, 4);
    await reader.press("'");
    expect(reader.screen()).toContain('No bookmarks yet; m sets one');
    await reader.press('x');
    expect(reader.screen()).toContain('No bookmark x');
  });
});

describe("''", () => {
  test.each([
    ['G', ['G']],
    ['a search', ['/', ...'line 50', 'enter', 'escape']],
    ['a bookmark', ['m', 'a', 'G', 'G', "'", 'a']],
  ])('goes back to where %s began, and forth again', async (_, jump) => {
    const reader = await readerOn(LINES, 4);
    await reader.press('d', 'j');
    const before = firstLine(reader.screen());
    await reader.press(...jump);
    const after = firstLine(reader.screen());
    if (!jump.includes('m')) {
      await reader.press("'", "'");
      expect(firstLine(reader.screen())).toBe(before);
      await reader.press("'", "'");
    }
    expect(firstLine(reader.screen())).toBe(after);
  });

  test('goes back after a jump that leaves some of the screen', async () => {
    const reader = await readerOn(LINES, 4);
    await reader.press('j', 'j', 'j', 'j');
    const before = firstLine(reader.screen());
    await reader.press('g', "'", "'");
    expect(firstLine(reader.screen())).toBe(before);
  });

  test('goes back to the recap that a bookmark was gone to from', async () => {
    const reader = await readerOn(LINES, 4);
    await reader.press('m', 'a', ']', "'", 'a');
    expect(firstLine(reader.screen())).toBe('Public line 1.');
    await reader.press("'", "'");
    expect(reader.screen()).not.toContain('Public line 1.');
  });

  test('where nothing was jumped from says so', async () => {
    const reader = await readerOn(LINES, 4);
    await reader.press('space', 'space', "'", "'");
    expect(reader.screen()).toContain('No position to go back to');
  });
});
