import { flowOf, inlineOf } from './inline.ts';
import { type Line, type Rank, widthOf } from './line.ts';
import { behind } from './lines.ts';
import type { Page } from './page.ts';
import { textOf } from './runs.ts';
import type { Block } from './tree.ts';
import { wrap } from './wrap.ts';

const RANKS: Readonly<Record<string, Rank>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5 };

/**
 * A heading's lines, its rank told without color: 1 to 3 are underlined, each with another line, the others have a
 * sign before them. An empty heading has none.
 */
export function headingLines(block: Block, width: number, page: Page): Line[] {
  const rank = RANKS[block.token.tag] ?? 6;
  const style = { role: 'heading', rank } as const;
  const decoration = page.style({ role: 'heading', rank, decoration: true });
  const flow = flowOf(inlineOf(block), style, page);
  const text = textOf(flow).replace(/\s+/g, ' ').trim();
  if (text === '') return [];
  const { heading1, heading2, heading3, lowHeading } = page.glyphs;
  if (rank > 3) {
    const lay = (inner: number) => wrap(flow, inner);
    return headed(behind(width, `${lowHeading} `, '  ', decoration, lay), rank, text);
  }
  const lines = wrap(flow, width);
  const glyph = rank === 1 ? heading1 : rank === 2 ? heading2 : heading3;
  const underline = glyph.repeat(lines.reduce((wide, line) => Math.max(wide, widthOf(line)), 1));
  return [...headed(lines, rank, text), { spans: [{ text: underline, style: decoration }] }];
}

function headed([first, ...others]: readonly Line[], rank: Rank, text: string): Line[] {
  return first ? [{ ...first, heading: { rank, text } }, ...others] : [];
}
