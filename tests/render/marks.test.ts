import { describe, expect, test } from 'vitest';
import { Layout } from '../../src/render/layout.ts';
import type { Span } from '../../src/render/line.ts';
import { CLOSED, CURTAIN, curtainMark, END, OPENED, openedMark } from '../../src/veil/marks.ts';

/** The marks of a view in every place where they can stand. */

const CURTAINS = [
  { keys: ['a'], label: 'The motive', gate: 'S01E10' },
  { keys: ['b'], label: 'A question', gate: null },
  { keys: ['c'], label: 'A label that says far more than there is room for', gate: 'S02E01' },
] as const;
const OPENINGS = [
  { key: 'd', gate: 'S01E01', also: null, isPeek: false },
  { key: 'e', gate: 'S01E02', also: null, isPeek: true },
] as const;

const linesOf = (text: string, width = 40, isAscii = false) =>
  new Layout({ text, curtains: CURTAINS, openings: OPENINGS }, { width, isAscii }).lines();
const shown = (text: string, width?: number, isAscii?: boolean) =>
  linesOf(text, width, isAscii).map(({ spans }) => spans.map((span) => span.text).join(''));
const spansOf = (text: string): Span[] => linesOf(text).flatMap(({ spans }) => spans);
const opened = (index: number, text: string) => `${openedMark(index)}${text}${CLOSED}`;
const region = (index: number, text: string) => `${openedMark(index)}\n${text}\n${CLOSED}`;
const C = curtainMark(0);

describe('a curtain', () => {
  test.each<[what: string, markdown: string, lines: string[]]>([
    ['as a block', `a\n${C}\nb`, ['a', '', '▒▒ The motive · opens after S01E10 ▒▒', '', 'b']],
    ['that only a peek opens', curtainMark(1), ['▒▒ A question · opens only by a peek ▒▒']],
    ['with a long label', curtainMark(2), ['▒▒ A label that… · opens after S02E01 ▒▒']],
    ['in a quote', `> a\n> ${C}`, ['│ a', '│', '│ ▒▒ The motive · opens after S01E10 ▒▒']],
    ['behind a quote', `> a\n${C}`, ['│ a', '', '▒▒ The motive · opens after S01E10 ▒▒']],
    ['in a list item', `- ${C}\n- b`, ['• ▒▒ The motive · opens after S01E10 ▒▒', '• b']],
    ['behind a list', `- a\n${C}`, ['• a', '', '▒▒ The motive · opens after S01E10 ▒▒']],
    [
      'behind a table',
      `|a|\n|-|\n|b|\n${C}`,
      ['a', '─', 'b', '', '▒▒ The motive · opens after S01E10 ▒▒'],
    ],
    [
      'above what would underline it',
      `${C}\n---`,
      ['▒▒ The motive · opens after S01E10 ▒▒', '', '─'.repeat(40)],
    ],
    ['in a line', `It was ${C}.`, ['It was [▒ The motive · S01E10].']],
    ['in a line, by a peek', `It was ${curtainMark(1)}.`, ['It was [▒ A question · peek only].']],
    [
      'in a line, moved to the next as a whole',
      `It was on the rooftop ${C}.`,
      ['It was on the rooftop', '[▒ The motive · S01E10].'],
    ],
    [
      'in a line, wider than it',
      curtainMark(2).concat('!'),
      ['[▒ A label that says far more than there', 'is room for · S02E01]!'],
    ],
    ['in emphasis', `**a ${C}**`, ['a [▒ The motive · S01E10]']],
    ['in a heading', `#### ${C} b`, ['» [▒ The motive · S01E10] b']],
    ['in a link', `[${C}](http://a)`, ['[▒ The motive · S01E10] (http://a)']],
    ['in a link target', `[a](http://b/${C})`, ['a (http://b/[▒ The motive · S01E10])']],
    ['in a link title', `[a](http://b "${C}")`, ['a (http://b)[▒ The motive · S01E10]']],
    ['in a definition', `[a]\n\n[a]: http://b/${C}`, ['a (http://b/[▒ The motive · S01E10])']],
    ['in a label', `[${C}]\n\n[${C}]: http://b`, ['[▒ The motive · S01E10] (http://b)']],
    ['in an image', `![a ${C}](b)`, ['[image: a [▒ The motive · S01E10]]']],
    ['in an address', `http://a/${C}b`, ['http://a/[▒ The motive · S01E10]b']],
    ['in an address in angles', `<http://a/${C}b>`, ['http://a/[▒ The motive · S01E10]b']],
    ['in code in a line', `\`a ${C} b\``, ['`a [▒ The motive · S01E10] b`']],
    [
      'in a fence',
      `\`\`\`\na ${C}\n${C}\n\`\`\``,
      ['    a [▒ The motive · S01E10]', '    [▒ The motive · S01E10]'],
    ],
    ['in the line of a fence', `\`\`\`js ${C}\na\n\`\`\``, ['[▒ The motive · S01E10]', '    a']],
    ['in indented code', `    a\n    ${C}`, ['    a', '    [▒ The motive · S01E10]']],
    ['in HTML', `<div>\na ${C}\n</div>`, ['a [▒ The motive · S01E10]']],
    ['in a tag', `a<b c="${C}">d</b>`, ['a[▒ The motive · S01E10]d']],
    ['in a comment', `a <!-- ${C} b -->`, ['a [▒ The motive · S01E10]']],
    ['in a script', `<script>\n${C} b\n</script>`, ['[▒ The motive · S01E10]']],
    [
      'in a cell',
      `|a|b|\n|-|-|\n|c|${curtainMark(9)}|`,
      ['a │ b', '──┼────────────', 'c │ [▒ Spoiler]'],
    ],
    [
      'in a footnote',
      `a[^b]\n\n[^b]: ${C}`,
      ['a[1]', '', '────────', '[1] ▒▒ The moti… · opens after S01E10 ▒▒'],
    ],
    ['that the view does not have', curtainMark(9), ['▒▒ Spoiler ▒▒']],
    ['without an index', `a ${CURTAIN}${END} b`, ['a [▒ Spoiler] b']],
    ['without an end', `a ${CURTAIN}12 b`, ['a [▒ Spoiler] b']],
    [
      'with a mark for an index',
      `a ${CURTAIN}${CURTAIN}0${END}`,
      ['a [▒ Spoiler][▒ The motive · S01E10]'],
    ],
  ])('%s', (_, markdown, lines) => expect(shown(markdown)).toEqual(lines));

  test('names its index, and its bars are decoration', () => {
    expect(linesOf(C)[0]?.spans).toEqual([
      { text: '▒▒ ', style: { role: 'curtain', curtain: 0, decoration: true } },
      { text: 'The motive · opens after S01E10', style: { role: 'curtain', curtain: 0 } },
      { text: ' ▒▒', style: { role: 'curtain', curtain: 0, decoration: true } },
    ]);
    expect(spansOf(`${curtainMark(9)} a`)[1]).toEqual({
      text: 'Spoiler',
      style: { role: 'curtain' },
    });
  });

  test('is drawn in ASCII where there is no UTF-8', () => {
    expect(shown(C, 40, true)).toEqual(['%% The motive - opens after S01E10 %%']);
  });

  test('is one line at every width', () => {
    const widths = Array.from({ length: 101 }, (_, index) => index + 20);
    for (const width of widths) {
      for (const index of [0, 1, 2, 9]) expect(shown(curtainMark(index), width)).toHaveLength(1);
    }
    const nested = shown(
      `${'> '.repeat(5)}${curtainMark(2)}\n\n${'> '.repeat(5)}${curtainMark(9)}`,
      20,
    );
    expect(nested[0]).toBe('│ │ │ │ │ ▒ S02E01…');
    expect(nested.at(-1)).toBe('│ │ │ │ │ ▒ Spoiler');
    expect(shown(curtainMark(2), 20)).toEqual(['▒ A labe… · S02E01 ▒']);
  });

  test('can not be written by a text', () => {
    for (const forged of [
      `&#xFDD0;0&#xFDD3;`,
      '<http://a/%EF%B7%900%EF%B7%93>',
      '<p>&#xFDD0;0&#xFDD3;</p>',
    ]) {
      expect(spansOf(forged).filter(({ style }) => style.role === 'curtain')).toEqual([]);
    }
  });
});

describe('an open spoiler', () => {
  /** The text inside of each opening, and outside (`-`). */
  const inside = (text: string) => {
    const found: Record<string, string> = {};
    for (const { text: own, style } of spansOf(text)) {
      if (style.decoration) continue;
      const key = style.opening ?? '-';
      found[key] = `${found[key] ?? ''}${own}`;
    }
    return found;
  };

  test.each<[what: string, markdown: string, found: Record<string, string>]>([
    ['in a line', `a ${opened(0, 'b')} c`, { '-': 'a  c', 0: 'b' }],
    ['in another', opened(0, `a ${opened(1, 'b')} c`), { 0: 'a  c', 1: 'b' }],
    ['with markup in it', `a ${opened(0, '_b_ `c` [d](http://e)')} f`, { '-': 'a  f', 0: 'b c d' }],
    ['with markup left open', `*a ${opened(0, '*b')} c*`, { '-': 'a  c', 0: '*b' }],
    ['over lines of a paragraph', `a ${opened(0, 'b\nc')} d`, { '-': 'a  d', 0: 'b c' }],
    ['in a cell', `|a|${opened(0, 'b')}|\n|-|-|\n|c|d|`, { '-': 'acd', 0: 'b' }],
    ['in code', `\`a ${opened(0, 'b')} c\``, { '-': 'a  c', 0: 'b' }],
    ['in a fence', `\`\`\`\na\n${region(0, 'b')}\nc\n\`\`\``, { '-': 'ac', 0: 'b' }],
    ['in HTML', `<p>a ${opened(0, 'b')}</p>`, { '-': 'a ', 0: 'b' }],
    ['in a heading', `# a ${opened(0, 'b')}`, { '-': 'a ', 0: 'b' }],
    ['that the view does not have', `a ${opened(7, 'b')}`, { '-': 'a b' }],
    ['that never closes', `a ${openedMark(0)}b\n\nc`, { '-': 'a ', 0: 'bc' }],
    ['a close too many', `${CLOSED}a${CLOSED} b\n\n${CLOSED}\n\nc`, { '-': 'a bc' }],
    [
      'that closes in another block',
      `a ${openedMark(0)}b\n\n${CLOSED}\n\nc`,
      { '-': 'a c', 0: 'b' },
    ],
    ['malformed', `a ${OPENED}b`, { '-': 'a b' }],
    ['a block', `a\n${region(0, 'b')}\nc`, { '-': 'ac', 0: 'b' }],
    ['a block in a block', region(0, `a\n${region(1, 'b')}\nc`), { 0: 'ac', 1: 'b' }],
    [
      'a block that begins an item',
      region(0, `- ${openedMark(1)}\n  a\n  ${CLOSED}\n- b`),
      { 0: 'b', 1: 'a' },
    ],
    ['a block in a quote', `> ${openedMark(0)}\n> a\n> ${CLOSED}\n> b`, { '-': 'b', 0: 'a' }],
    ['a block that its quote ends', `> ${openedMark(0)}\n> a\n\nb`, { '-': 'b', 0: 'a' }],
    ['a block that its item ends', `- ${openedMark(0)}\n  a\n\nb`, { '-': 'b', 0: 'a' }],
    [
      'a block that its item ends in a definition',
      `- ${openedMark(0)}\n  [a]: b\n'c'`,
      { '-': "'c'" },
    ],
    ['with a footnote in it', `a[^b]\n\n${region(0, '[^b]: c')}\n\nd`, { '-': 'ad', 0: 'c' }],
    ['with an open comment in it', `${region(0, '<!-- a')}\n\nb`, { '-': 'b' }],
    ['with an open fence in it', `${region(0, '```\na')}\n\nb`, { '-': 'b', 0: 'a' }],
    ['with an open script in it', `${region(0, '<script>\na')}\n\nb`, { '-': 'b' }],
    ['with an open paragraph in it', `${region(0, 'a')}\nb\n===`, { '-': 'b', 0: 'a' }],
  ])('%s', (_, markdown, found) => expect(inside(markdown)).toEqual(found));

  test('ends with its item, also for a definition at its end', () => {
    expect(shown(`- ${openedMark(0)}\n  [a]: b\n'${C}'\n\n[a]`).at(-1)).toBe('a (b)');
  });

  test('looks like the text that it is', () => {
    expect(shown(`${region(0, '- a\n- b')}\n- c`)).toEqual(['• a', '• b', '', '• c']);
  });
});
