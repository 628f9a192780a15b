import { CONTAINER } from './container.ts';
import type { Cutting } from './cutting.ts';
import { fenceEnd } from './fence-end.ts';
import { lineEnd, lineStart } from './text-scan.ts';

/** What stray attributes may have been meant for. */
export interface Meant {
  readonly start: number;
  /** Its end; `undefined`: the next heading of that level. */
  readonly end?: number | undefined;
  /** 1 to 6; 0: no heading ends it. */
  readonly rank?: number | undefined;
  /** Its heading, if the attributes are above it. */
  readonly ownHeading?: number;
}

/**
 * What the attributes at `at`, which belong to no spoiler, were meant for; in case of doubt, more rather than less: the
 * section of a heading at, above or below them; a whole list item, quote or fence; the rest of the text if they are
 * alone or after something like a heading; otherwise their block.
 */
export function meantBy(at: number, cutting: Cutting): Meant {
  const { text, frames } = cutting;
  const { start, isText } = frames.blockStart(at);
  const line = lineStart(text, at);
  const before = text.slice(Math.max(line, start), at);
  const behind = text.slice(endOfAttributes(text, at), lineEnd(text, at));
  const fence = fenceAt(text, line);
  if (fence !== undefined) return { start: Math.max(line, start), end: fence };
  const own = rankOf(`${before}x`) ?? htmlRank(before);
  if (own !== undefined) return { start: Math.max(line, start), rank: own };
  const above = isText ? headingAbove(text.slice(start, Math.max(line, start))) : undefined;
  if (above) return { start: start + above.at, rank: above.rank };
  const next = lineEnd(text, at) + 1;
  const below = isBare(behind) ? rankOf(lineAt(text, next)) : undefined;
  if (below !== undefined) return { start, rank: below, ownHeading: next };
  if (isText && isBare(text.slice(start, at)) && isBare(behind)) {
    return aloneAt(start, at, cutting);
  }
  if (isTitle(before, behind) && isText && start >= line) return { start, rank: 0 };
  return { start, end: endOfContainer(start, at, cutting) };
}

/** Whether attributes are alone on a line, or at a heading or something like one. */
export function isLineOfItsOwn(at: number, { text }: Cutting): boolean {
  const before = text.slice(lineStart(text, at), at);
  const behind = text.slice(endOfAttributes(text, at), lineEnd(text, at));
  return rankOf(`${before}x`) !== undefined || isTitle(before, behind);
}

/** Attributes that are a block of their own. */
function aloneAt(start: number, at: number, { text, frames }: Cutting): Meant {
  const previous = frames.blockBefore(start);
  const heading = previous && headingAbove(previous.text);
  if (previous && heading) return { start: previous.start + heading.at, rank: heading.rank };
  let next = frames.blockEnd(at);
  while (next < text.length && /\s/.test(text[next] ?? '')) next++;
  next = lineStart(text, next);
  const rank = next > at ? rankOf(lineAt(text, next)) : undefined;
  // they were meant for a heading below; without one, possibly for what is above
  if (rank !== undefined) return { start, rank, ownHeading: next };
  return { start: previous?.start ?? start, rank: 0 };
}

/** The last line of a block if it is a heading, underlined ones included. */
function headingAbove(block: string): { at: number; rank: number } | undefined {
  const lines = block.trimEnd().split('\n');
  const last = lines.at(-1) ?? '';
  const rank = rankOf(last) ?? htmlRank(last);
  if (rank !== undefined) return { at: block.trimEnd().length - last.length, rank };
  const underline = /^[ \t>]*(=+|-+)[ \t]*$/.exec(last)?.[1];
  if (underline && lines.length > 1) return { at: 0, rank: underline.startsWith('=') ? 1 : 2 };
  return undefined;
}

const HEADING = new RegExp(`^${CONTAINER}(#{1,6})(?!#)`);

function rankOf(line: string): number | undefined {
  return HEADING.exec(line)?.[1]?.length;
}

function htmlRank(line: string): number | undefined {
  const rank = /<h([1-6])\b/i.exec(line)?.[1];
  return rank === undefined ? undefined : Number(rank);
}

function lineAt(text: string, start: number): string {
  return text.slice(start, lineEnd(text, start));
}

function endOfAttributes(text: string, at: number): number {
  const line = lineEnd(text, at);
  const close =
    text[at] === '{' ? text.indexOf('}', at) + 1 : at + gateLength(text.slice(at, line));
  return close > at && close <= line ? close : line;
}

function gateLength(written: string): number {
  return /^after\s*=\s*["'“]?(?:s\d+\s?e\d+|\d+x\d+|never)["'”]?/i.exec(written)?.[0].length ?? 0;
}

/** Whether a text has no words, only quote, list and emphasis markers, comments, brackets and tags. */
function isBare(text: string): boolean {
  const bare = text.replace(/<\/?[a-z][^<>]*>|<!--|-->|\bspoilers?\b|\d{1,9}[.)][ \t]/gi, '');
  return !/[\p{L}\p{N}]/u.test(bare);
}

/** Whether a line looks like a heading: all bold, or short without ending a sentence. */
function isTitle(before: string, behind: string): boolean {
  if (!isBare(behind)) return false;
  const words = before.trim() + behind.trim();
  if (/^(?:[-*+>\s]*)(\*\*|__|\*|_|<b>|<strong>)\S/.test(words)) return /[*_>:]$/.test(words);
  return words.length <= 80 && !/[.!?…。！？\])}|<>`"”’]$/.test(words) && !/^[-*+>\d]/.test(words);
}

const FENCE = new RegExp(`^${CONTAINER}(?=\`{3}|~{3})`);

/** The end of the fence that starts on the line at `line`. */
function fenceAt(text: string, line: number): number | undefined {
  const prefix = FENCE.exec(text.slice(line, line + 200))?.[0];
  const end = prefix === undefined ? undefined : fenceEnd(text, line + prefix.length);
  return end === undefined ? undefined : Math.min(end, text.length);
}

/** A line of a quote or a list item. */
const CONTAINED = /^(?:[ \t]{2}|[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))/;

/** The end of the block; in a list item or quote, the end of all its blocks. */
function endOfContainer(start: number, at: number, { text, frames }: Cutting): number {
  let end = frames.blockEnd(at);
  const lines = [lineStart(text, at), start].map((offset) => lineAt(text, lineStart(text, offset)));
  if (!lines.some((line) => CONTAINED.test(line))) return end;
  for (;;) {
    const next = /^\s*\n/.exec(text.slice(end, end + 2000))?.[0].length;
    if (next === undefined) return end;
    if (!CONTAINED.test(lineAt(text, end + next))) return end;
    const further = frames.blockEnd(end + next);
    if (further <= end) return end;
    end = further;
  }
}
