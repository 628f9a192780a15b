import { type Block, LIKE_HEADING, type Surroundings } from './block.ts';
import { innerHiding } from './hiding.ts';
import type { Line } from './inline-lines.ts';

/** A heading on one line, in bold type where it only looks like one. `undefined` if it is blank. */
export function headingBlock(
  written: readonly Line[],
  rank: number,
  around: Surroundings,
): Block | undefined {
  const lines = written.filter(({ text }) => text !== '');
  if (lines.length === 0) return undefined;
  const joined = lines.flatMap(({ words }, index) =>
    index === 0 ? words : [{ markdown: ' ', hiding: undefined }, ...words],
  );
  const hiding = joined.map((words) => words.hiding).reduce(innerHiding, around.hiding);
  const text = lines.map((line) => line.text).join(' ');
  const markdown = joined.map((words) => words.markdown).join('');
  const isBold = rank === LIKE_HEADING;
  const marked = isBold
    ? bold(markdown)
    : `${'#'.repeat(rank)} ${markdown.replace(/#(?=#*$)/g, '\\#')}`;
  return {
    kind: 'heading',
    rank,
    text,
    words: [{ markdown: marked, hiding: undefined }],
    hiding,
    quotes: around.quotes,
    lead: text,
  };
}

function bold(markdown: string): string {
  const inner = markdown.replace(/\*\*/g, '');
  return /^\s|\s$/.test(inner) ? inner : `**${inner}**`;
}
