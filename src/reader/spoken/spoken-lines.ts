import { BLANK, type Line, type Span } from '../../render/line.ts';
import { wrap } from '../../render/wrap.ts';
import type { View } from '../../veil/view.ts';
import { curtainSentence, spokenDecoration } from './spoken-decoration.ts';

/** The width for which text is laid out before it is read aloud: each paragraph and table row is one line. */
export const WHOLE = 10_000;

/** What has been read aloud so far. */
interface Told {
  /** For each quote around the last line, outermost first: how many of its lines have been read. */
  readonly quotes: number[];
  /** The last curtain, if nothing has been read since. */
  curtain: number | undefined;
  /** Whether the last line was in a code block. */
  isCode: boolean;
}

/**
 * Lines laid out for `WHOLE` columns as a screen reader reads them, in rows of at most `width` columns: headings with their
 * level, quotes, notes and table cells in words, curtains as sentences, no rules. Words that are not in the recap are
 * decoration, so that searches and positions are the same as on a screen.
 */
export function spokenLines(
  lines: readonly Line[],
  curtains: View['curtains'],
  width: number,
): Line[] {
  const told: Told = { quotes: [], curtain: undefined, isCode: false };
  const rows: Line[] = [];
  for (const [index, line] of lines.entries()) {
    const isBlank = line.spans.every(({ text }) => text.trim() === '');
    const depth = line.spans.filter(isQuoteBar).length;
    rows.push(...endsOfQuotes(told, depth));
    const spans = isBlank ? [] : spokenSpans(line, lines[index + 1], curtains, told);
    while (told.quotes.length < depth) told.quotes.push(0);
    told.isCode = line.spans.some(isCodeIndent) || (isBlank && told.isCode);
    if (spans.length > 0) {
      for (const [quote, count] of told.quotes.entries()) told.quotes[quote] = count + 1;
      rows.push(...inRows(spans, line, width));
    } else if (rows.length > 0 && rows.at(-1) !== BLANK) {
      rows.push(BLANK);
    }
  }
  return [...rows, ...endsOfQuotes(told, 0)];
}

/** Leaves all quotes deeper than `depth`. The end of a quote is announced if it has several lines. */
function endsOfQuotes({ quotes }: Told, depth: number): Line[] {
  return quotes
    .splice(depth)
    .filter((count) => count > 1)
    .map(() => said('End of quote.'));
}

function inRows(spans: readonly Span[], { heading }: Line, width: number): Line[] {
  const rows = wrap(spans, width);
  const [first, ...others] = rows;
  return first && heading ? [{ ...first, heading }, ...others] : rows;
}

function spokenSpans(
  line: Line,
  next: Line | undefined,
  curtains: View['curtains'],
  told: Told,
): Span[] {
  const spans: Span[] = [];
  const { spans: drawn } = line;
  for (const [index, span] of drawn.entries()) {
    const { decoration, ...style } = span.style;
    const { curtain } = style;
    if (curtain !== undefined) {
      if (told.curtain === curtain) continue;
      told.curtain = curtain;
      spans.push({ text: curtainSentence(curtains[curtain]), style });
      continue;
    }
    const isFirst = spans.every(({ text }) => text.trim() === '');
    const place = isFirst ? 'first' : index === drawn.length - 1 ? 'last' : 'between';
    const text = decoration ? spokenDecoration(span, place) : span.text;
    if (text === '') continue;
    if (text.trim() !== '') told.curtain = undefined;
    spans.push({ text, style: span.style });
  }
  if (spans.every(({ text }) => text.trim() === '')) return [];
  const lead = leadOf(line, next, told);
  return lead === ''
    ? spans
    : [{ text: lead, style: { role: 'note', decoration: true } }, ...spans];
}

/** What is read before a line: that a quote, a table or code begins, and the level of a heading. */
function leadOf({ spans }: Line, next: Line | undefined, { quotes, isCode }: Told): string {
  const quote = spans.filter(isQuoteBar).length > quotes.length ? 'Quote: ' : '';
  const rank = spans.find(({ style }) => style.role === 'heading' && !style.decoration)?.style.rank;
  const heading = rank === undefined ? '' : `Heading ${rank}: `;
  const table = isHeader(spans) && next?.spans.some(isCrossing) ? 'Table: ' : '';
  const code = !isCode && spans.some(isCodeIndent) ? 'Code: ' : '';
  return quote + heading + table + code;
}

function isQuoteBar({ text, style: { role, decoration } }: Span): boolean {
  return role === 'quote' && decoration === true && text.trim() !== '';
}

function isCodeIndent({ text, style: { role, decoration } }: Span): boolean {
  return role === 'code' && decoration === true && text.trim() === '';
}

function isHeader(spans: readonly Span[]): boolean {
  return spans.every(({ style }) => style.decoration || style.strong || style.curtain);
}

function isCrossing({ text, style: { role, decoration } }: Span): boolean {
  return role === 'rule' && decoration === true && /─┼─|-\+-/.test(text);
}

function said(text: string): Line {
  return { spans: [{ text, style: { role: 'note', decoration: true } }] };
}
