import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { helpLines, keysShown } from '../../src/reader/help.ts';
import { BINDINGS, type Binding, commandOf, type Scene } from '../../src/reader/keys.ts';
import { columns } from '../../src/text/columns.ts';
import { readerOn } from '../support/reader.ts';

const TABLE: readonly Binding[] = BINDINGS;
const SCENES: readonly Scene[] = [...new Set(TABLE.flatMap(({ scenes }) => scenes))];

describe('the table of keys', () => {
  test.each(SCENES)('no key means two things: %s', (scene) => {
    const keys = TABLE.filter(({ scenes }) => scenes.includes(scene)).flatMap(({ keys }) => keys);
    expect(keys).toEqual([...new Set(keys)]);
  });

  test('at a question, Enter is "not yet"', () => {
    expect(commandOf('enter', 'question')).toBe('no');
    expect(commandOf('y', 'document')).toBeUndefined();
  });

  test('where text is typed, letters are text', () => {
    for (const scene of ['filter', 'search', 'find'] as const) {
      for (const key of ['q', 'j', '?', '/', 'space', 'n', 'y']) {
        expect(commandOf(key, scene)).toBeUndefined();
      }
      expect(commandOf('enter', scene)).toBe('open');
      expect(commandOf('escape', scene)).toBe('cancel');
    }
  });

  test('docs/keys.md is made of it', () => {
    const rows = TABLE.map(({ keys, help }) => `| ${keysShown(keys)} | ${help} |`);
    const table = ['| key | what it does |', '| --- | --- |', ...rows].join('\n');
    expect(readFileSync('docs/keys.md', 'utf8')).toContain(table);
  });
});

describe('help', () => {
  test.each([40, 60, 80, 200])('fits %d columns', (width) => {
    for (const line of helpLines(width)) expect(columns(line)).toBeLessThanOrEqual(width - 4);
  });

  test.each([
    [80, 24],
    [40, 10],
    [200, 50],
  ])('scrolls to its last word at %d×%d', async (width, rows) => {
    const reader = await readerOn('text', 1, { columns: width, rows });
    await reader.press('?');
    const seen = new Set(reader.screen().split('\n'));
    for (let step = 0; step < 200; step++) {
      await reader.press('j');
      for (const row of reader.screen().split('\n')) seen.add(row);
    }
    const rowsSeen = [...seen].map((row) => row.trim());
    for (const line of helpLines(width)) expect(rowsSeen).toContain(line.trim());
    await reader.press('g', 'space', 'end');
    expect(reader.screen()).toContain('Quit, from anywhere');
    await reader.press('escape');
    expect(reader.screen()).toContain('An article');
  });
});

describe('a question that cannot be seen', () => {
  const body =
    ':spoiler[SECRET]{after=S01E05}\n\n[unused]: http://x.example "||two||"\n\n||three||';

  test('is not answered: while the window is too small, keys do nothing', async () => {
    const reader = await readerOn(body, 1, { columns: 30, rows: 8 });
    await reader.press('tab', 'enter', 'y');
    expect(reader.state.progress.get('a-show')?.through).toBe('S01E01');
  });

  test('a curtain that shows nowhere is passed over by Tab', async () => {
    const reader = await readerOn(body, 1);
    for (const expected of [0, 2, 0]) {
      await reader.press('tab');
      const { screen } = reader.state;
      expect(screen.kind === 'document' && screen.document.focus?.index).toBe(expected);
    }
  });

  test('a long label does not push it off the screen', async () => {
    const long = `:spoiler[a]{after=S01E05 label="${'Long label words '.repeat(40)}"}`;
    const reader = await readerOn(long, 1, { columns: 40, rows: 10 });
    await reader.press('enter');
    expect(reader.screen()).toMatch(/Have you watched/);
    expect(reader.screen()).toMatch(/\[Enter\] not yet/);
  });

  test('answers stay in one piece at 40 columns', async () => {
    const reader = await readerOn(':spoiler[a]{after=S01E05}', 1, { columns: 40, rows: 10 });
    await reader.press('enter');
    const rows = reader.screen().split('\n');
    for (const answer of ['[Enter] not yet', '[y] yes, watched', '[p] peek at this one']) {
      expect(rows.some((row) => row.includes(answer))).toBe(true);
    }
  });
});
