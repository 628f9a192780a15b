import { lineEnd, lineStart } from './text-scan.ts';

/** How far a fence that stands as deep as indented code is followed to its end, in UTF-16 code units. */
const DEEP_REACH = 50_000;

/**
 * Where the fenced code that begins on the line of `offset` ends: behind its closing fence. That must stand
 * in the same quote and as deep, so that no other fence is taken for it: where it is not found the code is
 * not closed, which hides more. A fence that stands as deep as indented code counts only if it is closed.
 *
 * @param offset where the run of backticks or tildes begins
 * @returns `undefined` if it is no fence, `Infinity` if it is not closed
 */
export function fenceEnd(text: string, offset: number): number | undefined {
  const infoEnd = lineEnd(text, offset);
  const run = /^(?:`{3,}|~{3,})/.exec(text.slice(offset, infoEnd))?.[0];
  if (!run) return undefined;
  const mark = run[0] ?? '`';
  if (mark === '`' && text.slice(offset + run.length, infoEnd).includes('`')) return undefined;
  const prefix = text.slice(lineStart(text, offset), offset);
  const quotes = prefix.split('>').length - 1;
  const depth = prefix.length - (prefix.lastIndexOf('>') + 1);
  // the space behind a quote's mark may be left out
  const least = quotes > 0 ? Math.max(0, depth - 1) : depth;
  const isDeep = depth >= 4;
  const close = new RegExp(
    `^(?:[ \\t]*>){${quotes}}[ \\t]{${least},${isDeep ? depth + 3 : Math.max(3, depth)}}${mark}{${run.length},}[ \\t]*$`,
    'm',
  );
  const behind = text.slice(infoEnd, isDeep ? infoEnd + DEEP_REACH : undefined);
  const match = close.exec(behind);
  if (match) return infoEnd + match.index + match[0].length;
  return isDeep ? undefined : Number.POSITIVE_INFINITY;
}
