import { expect, test } from 'vitest';
import { Layout } from '../../src/render/layout.ts';
import type { Line } from '../../src/render/line.ts';
import { columns } from '../../src/text/columns.ts';
import { CLOSED, curtainMark, openedMark } from '../../src/veil/marks.ts';
import { processorSeconds } from '../support/processor-time.ts';

/** Texts made to be slow, deep or wide. None may throw, go on and on, or have a line that is too wide. */

const counted = (count: number, line: (index: number) => string, glue = '\n') =>
  Array.from({ length: count }, (_, index) => line(index)).join(glue);

const WIDTH = 40;
/** Seconds of processor time: most texts take less than one, and what is not linear takes minutes. */
const MOST = 100;

test.each<[what: string, text: string]>([
  ['20,000 brackets', '['.repeat(20_000)],
  ['20,000 links that do not end', '[a]('.repeat(20_000)],
  ['5,000 images in each other', `${'!['.repeat(5000)}x${'](y)'.repeat(5000)}`],
  ['5,000 notes in each other', `${'^['.repeat(5000)}x${']'.repeat(5000)}`],
  ['5,000 quotes in each other', `${'>'.repeat(5000)} x`],
  ['a list of 500 levels', counted(500, (index) => `${' '.repeat(2 * index)}- x`)],
  ['500 bullets on a line', `${'- '.repeat(500)}x`],
  ['quotes and lists in each other', `${'> - '.repeat(1000)}x`],
  ['emphasis that does not end', '*a **b '.repeat(10_000)],
  ['emphasis that does not match', '_a*'.repeat(10_000)],
  ['20,000 stars on both sides', `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`],
  ['ticks of every number', counted(400, (index) => '`'.repeat(index), ' a ')],
  ['tags that do not end', '<a b="'.repeat(10_000)],
  ['tags that do not end in a block', `<div>${'<a b="'.repeat(10_000)}`],
  ['comments that do not end', '<!--'.repeat(20_000)],
  ['a script that does not end', `<script>${'</scrip'.repeat(20_000)}`],
  ['2,000 footnotes', `${counted(2000, (n) => `[^${n}]: x[^${n + 1}]`, '\n\n')}\n\n[^0]`],
  ['20,000 definitions', '[a]: x\n'.repeat(20_000)],
  ['a table of 2,000 columns', counted(4, (row) => `|${(row === 1 ? '-|' : 'a|').repeat(2000)}`)],
  ['a word of a million letters', 'x'.repeat(1_000_000)],
  ['a line of a million letters', 'word '.repeat(200_000)],
  ['100,000 marks on a letter', `a${'\u0301'.repeat(100_000)}`],
  ['50,000 letters of Hangul in one', '\u1100'.repeat(50_000)],
  ['20,000 joined emoji', '👩\u200d'.repeat(20_000)],
  ['a word in many styles', '漢*字*'.repeat(10_000)],
  ['20,000 curtains', curtainMark(0).repeat(20_000)],
  ['20,000 openings', `${openedMark(0)}a`.repeat(20_000)],
  ['3,000 openings in each other', `${`${openedMark(0)}a`.repeat(3000)}${CLOSED.repeat(3000)}`],
  [
    '2,000 open blocks in each other',
    `${`${openedMark(0)}\n`.repeat(2000)}x\n${`${CLOSED}\n`.repeat(2000)}`,
  ],
])('%s', (_, text) => {
  const view = {
    text,
    curtains: [{ keys: ['a'], label: 'The motive', gate: null }],
    openings: [{ key: 'b', gate: null, also: null, isPeek: true }],
  } as const;
  let lines: readonly Line[] = [];
  const draw = () => {
    lines = new Layout(view, { width: WIDTH, isAscii: false }).lines();
  };
  expect(processorSeconds(draw)).toBeLessThan(MOST);
  const widest = Math.max(
    ...lines.map(({ spans }) => columns(spans.map((span) => span.text).join(''))),
  );
  expect(widest).toBeLessThanOrEqual(WIDTH);
});

test('a long text has its beginning in one chunk, and many behind it', () => {
  const text = `${'The rooftop is quiet. '.repeat(30)}\n\n`.repeat(15_000);
  const layout = new Layout({ text, curtains: [], openings: [] }, { width: 80, isAscii: false });
  expect(layout.chunk(0).length).toBeGreaterThan(100);
  expect(layout.chunkCount).toBeGreaterThan(500);
});
