import { columns } from '../text/columns.ts';
import { BLANK, type Line, type Span, type Style } from './line.ts';

/** Columns that text keeps; what would leave it fewer is not put in front of it. */
const NARROWEST = 10;

/**
 * Blocks below each other, those without lines left out; `isLoose`: with a blank line between them. Curtains in a row
 * have none.
 */
export function stack(blocks: readonly (readonly Line[])[], isLoose: boolean): Line[] {
  const lines: Line[] = [];
  let wasCurtain = false;
  for (const block of blocks) {
    if (block.length === 0) continue;
    const isCurtain = block.every(isCurtainLine);
    if (isLoose && lines.length > 0 && !(wasCurtain && isCurtain)) lines.push(BLANK);
    for (const line of block) lines.push(line);
    wasCurtain = isCurtain;
  }
  return lines;
}

function isCurtainLine({ spans }: Line): boolean {
  return spans.length > 0 && spans.every(({ style }) => style.role === 'curtain');
}

/**
 * Lays out a block behind a prefix: `first` before its first line, `rest` before the others. Where that
 * would leave too few columns, `first` has a line of its own if it says something, and `rest` is left out.
 *
 * @param width columns for prefix and block together
 * @param first as wide as `rest`
 * @param style that of the prefix, which is decoration
 * @param lay makes the block's lines for the columns that it has
 */
export function behind(
  width: number,
  first: string,
  rest: string,
  style: Style,
  lay: (width: number) => readonly Line[],
): Line[] {
  const inner = width - columns(first);
  if (inner < NARROWEST) {
    const own = first === rest ? [] : [{ spans: [{ text: first.trim(), style }] }];
    return [...own, ...lay(width)];
  }
  const lines = lay(inner);
  if (lines.length === 0 && first !== rest) return [{ spans: [{ text: first.trimEnd(), style }] }];
  const before: Span = { text: rest, style };
  return lines.map((line, index) =>
    prefixed(line, index === 0 && first !== rest ? { text: first, style } : before),
  );
}

function prefixed(line: Line, prefix: Span): Line {
  if (line.spans.length > 0) return { ...line, spans: [prefix, ...line.spans] };
  const bare = prefix.text.trimEnd();
  return bare === '' ? line : { ...line, spans: [{ ...prefix, text: bare }] };
}
