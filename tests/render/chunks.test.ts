import { expect, test } from 'vitest';
import { chunkStarts } from '../../src/render/chunks.ts';
import { Layout } from '../../src/render/layout.ts';
import { CLOSED, openedMark } from '../../src/veil/marks.ts';

/** Where a text is cut, at the first place that will do: the lines that begin a chunk, but the first. */

const OPEN = openedMark(0);

test.each<[what: string, text: string, starts: string[]]>([
  ['before paragraphs', 'a\nb\n\nc\n \nd', ['c', 'd']],
  ['before headings that are not empty', 'a\n\n## b\n\n# #\n\n#\n', ['## b']],
  ['before letters of every script', 'a\n\n漢\n\nж', ['漢', 'ж']],
  ['before nothing else', 'a\n\n- b\n\n> c\n\n1. d\n\n| e |\n\n*f*\n\n[g]: h\n\n    i\n\n<b>', []],
  ['behind lists and quotes', '- a\n\n  b\n\nc\n\n> d\n\ne', ['c', 'e']],
  ['not in a fence', 'a\n\n```\nb\n\nc\n```\n\nd', ['d']],
  ['not in a fence that a shorter one does not end', '````\n```\n\na\n````\n\nb', ['b']],
  ['not in a fence without an end', '~~~\n\na\n\nb', []],
  ['behind a fence in a list', '- a\n\n  ```\n  b\n  ```\n\nc', ['c']],
  ['not where a list may have ended in a fence', '- a\n\n  ```\nb\n  ```\n\nc', []],
  ['not in a comment', '<!-- a\n\nb -->\n\nc', ['c']],
  ['not in a script', '<script>\n\na\n\n</script>\n\nb', ['b']],
  ['not in HTML that keeps spaces', '<pre>\n\na\n</pre>\n\nb', ['b']],
  ['not where a fence may be HTML', '<div>\n```\n\na\n\n```\n\nb', []],
  ['not in an open spoiler', `${OPEN}\na\n\nb\n${CLOSED}\n\nc`, ['c']],
  ['behind an open spoiler with a fence left open', `${OPEN}\n\`\`\`\na\n${CLOSED}\n\nb`, ['b']],
  ['not in an open spoiler in a line', `a ${OPEN}b\n\nc ${CLOSED}\n\nd`, ['d']],
])('%s', (_, text, starts) => {
  const [first, ...others] = chunkStarts(text, 1);
  expect(first).toBe(0);
  expect(others.map((start) => text.slice(start).split('\n', 1)[0])).toEqual(starts);
});

test('chunks are as long as asked for, or longer', () => {
  const text = 'word word\n\n'.repeat(100);
  expect([...chunkStarts(text, 100)].slice(0, 4)).toEqual([0, 110, 220, 330]);
});

test.each<[what: string, text: string, lines: string[]]>([
  ['a chunk that shows nothing', '<!-- a long comment -->\n\na\n\nb', ['a', '', 'b']],
  [
    'definitions further on',
    '[a]\n\nb\n\n[c]\n\nd\n\n[a]: http://x\n[c]: y\n[a]: z',
    ['a (http://x)', '', 'b', '', 'c (y)', '', 'd'],
  ],
  ['line ends of other systems', '```\r\na\r\n```\r\n\r\nb\r\rc', ['    a', '', 'b', '', 'c']],
  [
    'footnotes',
    'a[^n]\n\nb[^m]\n\nc\n\n[^m]: d\n\n[^n]: e',
    ['a[1]', '', 'b[2]', '', 'c', '', '────────', '[1] e', '[2] d'],
  ],
  ['a text without lines', '', []],
])('%s', (_, text, lines) => {
  const layout = new Layout({ text, curtains: [], openings: [] }, { width: 40, isAscii: false }, 1);
  expect(layout.lines().map(({ spans }) => spans.map((span) => span.text).join(''))).toEqual(lines);
});

test('a chunk is laid out once, and only if there is one', () => {
  const layout = new Layout(
    { text: 'a\n\nb', curtains: [], openings: [] },
    { width: 40, isAscii: false },
    1,
  );
  expect(layout.chunkCount).toBe(2);
  expect(layout.chunk(1)).toBe(layout.chunk(1));
  expect(layout.chunk(2)).toEqual([]);
});
