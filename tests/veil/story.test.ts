import { describe, expect, test } from 'vitest';
import { Layout } from '../../src/render/layout.ts';
import type { View } from '../../src/veil/view.ts';
import { code } from '../support/recaps.ts';
import { shelfOf, storyAt } from '../support/story.ts';

const looks = { width: 60, isAscii: false };

/** A story as it reads: its lines, rules and blank ones left out. */
const read = (view: View) =>
  new Layout(view, looks)
    .lines()
    .map(({ spans }) =>
      spans
        .map(({ text }) => text)
        .join('')
        .trim(),
    )
    .filter((line) => /[\p{L}▒]/u.test(line));

describe('the story', () => {
  const shelf = shelfOf(['First.', 'Second.', 'Third.', 'Fourth.']);

  test('is the recaps that are open, in order, each under its name; articles are none of it', () => {
    expect(read(storyAt(shelf, 2))).toEqual(['S01E01 One', 'First.', 'S01E02 Two', 'Second.']);
  });

  test('is empty where nothing is open', () => {
    expect(storyAt(shelf, 0)).toMatchObject({ text: '', curtains: [], openings: [] });
  });

  const parts: [asked: Parameters<typeof storyAt>[2], names: string[]][] = [
    [{ length: 'full', from: code(2) }, ['S01E02 Two', 'Second.', 'S01E03 Three', 'Third.']],
    [{ length: 'full', last: 1 }, ['S01E03 Three', 'Third.']],
    [{ length: 'full', from: code(2), last: 1 }, ['S01E03 Three', 'Third.']],
    [{ length: 'full', from: code(3), last: 9 }, ['S01E03 Three', 'Third.']],
    [{ length: 'full', from: code(4) }, []],
    [{ length: 'short', last: 2 }, ['S01E02 Two', 'Gist *2*.', 'S01E03 Three', 'Gist *3*.']],
  ];
  test.each(parts)('%j', (asked, lines) => {
    expect(read(storyAt(shelf, 3, asked))).toEqual(lines);
  });
});

describe('the recaps of a story do not touch each other', () => {
  const cases: [what: string, first: string, second: string, lines: string[]][] = [
    ['a definition', '[t]: http://first.example', 'See [t].', ['See [t].']],
    ['a definition before', 'See [t].', '[t]: http://x.example', ['See [t].']],
    ['an unclosed fence', '```\ncode', 'Text.', ['code', 'Text.']],
    ['an unclosed comment', 'One.\n\n<!-- x', 'Text.', ['One.', 'Text.']],
    ['an unclosed element', '<pre>\none', 'Text.', ['one', 'Text.']],
    ['a list', '- one', '  more', ['• one', 'more']],
    ['a quote', '> one', 'lazy', ['│ one', 'lazy']],
    ['a note', 'One[^n].\n\n[^n]: First.', 'Two[^n].', ['One[1].', '[1] First.', 'Two[^n].']],
  ];
  test.each(cases)('%s', (_, first, second, lines) => {
    const found = read(storyAt(shelfOf([first, second]), 2));
    expect(found.filter((line) => !line.startsWith('S01'))).toEqual(lines);
  });

  test('notes are numbered in each', () => {
    const body = 'Text[^n].\n\n[^n]: Note.';
    const lines = read(storyAt(shelfOf([body, body]), 2)).join(' ');
    expect(lines.match(/\[1\] Note/g)).toHaveLength(2);
  });

  test('a title says nothing but itself', () => {
    const view = storyAt(shelfOf(['x']), 1, { length: 'short' });
    expect(read(view)).toEqual(['S01E01 One', 'Gist *1*.']);
  });
});

describe('curtains and openings are counted through', () => {
  const body = (name: string) =>
    `:spoiler[${name} late]{after=S01E09}\n\n:::spoiler{after=S01E02 label="${name}"}\n${name} open\n:::\n\n:spoiler[x]{after=S01E05 label="${name} later"}`;
  const shelf = shelfOf([body('one'), body('two')]);

  test('each mark is that of its recap', () => {
    const view = storyAt(shelf, 2);
    expect(view.curtains.map(({ label }) => label)).toEqual([
      'Spoiler',
      'one later',
      'Spoiler',
      'two later',
    ]);
    const lines = new Layout(view, looks).lines();
    const shown = lines.flatMap(({ spans }) => spans.flatMap(({ style }) => style.curtain ?? []));
    expect([...new Set(shown)]).toEqual([0, 1, 2, 3]);
    expect(read(view).join(' ')).toMatch(/one later.*two later/);
  });

  test('a peek opens one curtain of one recap', () => {
    const keys = storyAt(shelf, 2).curtains[2]?.keys ?? [];
    const view = storyAt(shelf, 2, { length: 'full' }, keys);
    expect(read(view).join(' ')).toContain('two late');
    expect(read(view).join(' ')).not.toContain('one late ');
    expect(view.curtains).toHaveLength(3);
    expect(view.openings.filter(({ isPeek }) => isPeek)).toHaveLength(1);
  });
});
