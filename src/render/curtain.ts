import { columns, truncate } from '../text/columns.ts';
import { sanitizeLine } from '../text/sanitize.ts';
import type { Curtain } from '../veil/view.ts';
import type { Glyphs } from './glyphs.ts';
import type { Line, Span, Style } from './line.ts';
import type { Page } from './page.ts';

/** Columns that a label keeps before the words around it are shortened, and then left out. */
const LABEL_WIDTHS = [8, 4] as const;

/** The curtain at `index` as a block, in the style of the place reached. */
export function curtainBlock(index: number | undefined, width: number, page: Page): Line {
  const curtain = page.curtain(index);
  return { spans: curtainLine(curtain, curtainStyle(index, page), page.glyphs, width) };
}

/** The style of a curtain; it names its index if the view has a curtain there. */
export function curtainStyle(index: number | undefined, page: Page, base?: Style): Style {
  const isKnown = index !== undefined && page.curtain(index) !== undefined;
  return page.style({ ...base, role: 'curtain', ...(isKnown && { curtain: index }) });
}

/**
 * A curtain that stands as a block, on one line: `▒▒ The motive · opens after S01E10 ▒▒`. It depends on
 * label and gate alone. What does not fit is shortened: first the label, then the words around it.
 *
 * @param curtain `undefined` for a mark that names none
 * @param width columns that the line may take, 10 or more
 */
function curtainLine(
  curtain: Curtain | undefined,
  style: Style,
  glyphs: Glyphs,
  width: number,
): Span[] {
  const { dot, ellipsis, shade } = glyphs;
  const label = labelOf(curtain);
  if (!curtain) {
    const bars = shade + shade;
    if (columns(label) + 6 <= width) return framed(`${bars} `, label, ` ${bars}`, style);
    return framed(`${shade} `, truncate(label, width - 2, ellipsis), '', style);
  }
  const { gate } = curtain;
  for (const [bars, opens, least] of [
    [shade + shade, gate ? `opens after ${gate}` : 'opens only by a peek', LABEL_WIDTHS[0]],
    [shade, gate ?? 'peek only', LABEL_WIDTHS[1]],
  ] as const) {
    const room = width - columns(` ${dot} ${opens}`) - 2 * (bars.length + 1);
    if (room < Math.min(columns(label), least)) continue;
    return framed(
      `${bars} `,
      `${truncate(label, room, ellipsis)} ${dot} ${opens}`,
      ` ${bars}`,
      style,
    );
  }
  const text = gate ? `${gate} ${dot} ${label}` : label;
  return framed(`${shade} `, truncate(text, width - 2, ellipsis), '', style);
}

/** A curtain within a line: `[▒ The motive · S01E10]`. */
export function curtainWords(curtain: Curtain | undefined, style: Style, glyphs: Glyphs): Span[] {
  const label = labelOf(curtain);
  const text = curtain ? `${label} ${glyphs.dot} ${curtain.gate ?? 'peek only'}` : label;
  return framed(`[${glyphs.shade} `, text, ']', style);
}

function labelOf(curtain: Curtain | undefined): string {
  return sanitizeLine(curtain?.label ?? '') || 'Spoiler';
}

function framed(before: string, text: string, after: string, style: Style): Span[] {
  const frame: Style = { ...style, decoration: true };
  const spans = [
    { text: before, style: frame },
    { text, style },
    { text: after, style: frame },
  ];
  return spans.filter((span) => span.text !== '');
}
