import { describe, expect, test } from 'vitest';
import { spokenLines, WHOLE } from '../../src/reader/spoken/spoken-lines.ts';
import { Layout } from '../../src/render/layout.ts';
import { columns } from '../../src/text/columns.ts';
import { curtainMark } from '../../src/veil/marks.ts';

const CURTAINS = [
  { keys: ['a'], label: 'Spoiler', gate: 'S01E10' },
  { keys: ['b'], label: 'A question', gate: null },
] as const;

function told(text: string, width = 76, isAscii = false): string[] {
  const layout = new Layout({ text, curtains: CURTAINS, openings: [] }, { width: WHOLE, isAscii });
  return spokenLines(layout.lines(), CURTAINS, width)
    .map(({ spans }) => spans.map((span) => span.text).join(''))
    .filter((row) => row !== '');
}

describe.each([false, true])('a text that is read aloud, drawn in ASCII: %s', (isAscii) => {
  test.each<[what: string, markdown: string, rows: string[]]>([
    ['a low heading', '##### Deep', ['Heading 5: Deep']],
    ['a quote of one line', '> One.\n\nTwo.', ['Quote: One.', 'Two.']],
    [
      'a quote in a quote',
      '> One.\n>\n> > Two.\n>\n> Three.',
      ['Quote: One.', 'Quote: Two.', 'Three.', 'End of quote.'],
    ],
    ['tasks', '- [x] One\n- [ ] Two', ['Done: One', 'Not done: Two']],
    ['a rule', 'One.\n\n---\n\nTwo.', ['One.', 'Two.']],
    ['code', '```\none\n\n  two\n```\n\nThree `four`.', ['Code: one', 'two', 'Three four.']],
    ['a link', '[One](https://a.example/two).', ['One (https://a.example/two).']],
    ['an image', '![One](two.png)', ['[image: One]']],
    [
      'several notes',
      'One[^1][^2]\n\n[^1]: A\n[^2]: B',
      ['One (note 1) (note 2)', 'Note 1: A', 'Note 2: B'],
    ],
    [
      'empty cells',
      '| | b | c | d |\n|---|---|---|---|\n| 1 | | | 4 |\n| | 2 | 3 | |',
      ['Table: empty; b; c; d', '1; empty; empty; 4', 'empty; 2; 3; empty'],
    ],
    [
      'a spoiler without a label or a gate',
      `A ${curtainMark(0)} b.\n\n${curtainMark(1)}`,
      [
        'A [Spoiler, hidden until you have watched S01E10] b.',
        '[Spoiler: A question, opens only by a peek]',
      ],
    ],
  ])('%s', (_, markdown, rows) => {
    expect(told(markdown, 76, isAscii)).toEqual(rows);
  });

  test('a spoiler that takes several rows is told once, in rows that fit', () => {
    const rows = told(`A word or two, then ${curtainMark(0)} and more.`, 20, isAscii);
    expect(rows.every((row) => columns(row) <= 20)).toBe(true);
    expect(rows.join(' ')).toBe(
      'A word or two, then [Spoiler, hidden until you have watched S01E10] and more.',
    );
  });
});
