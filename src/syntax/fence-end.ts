import { lineEnd, lineStart } from './text-scan.ts';

/** How far to look for the end of a fence indented as deeply as code, in UTF-16 code units. */
const DEEP_REACH = 50_000;

/**
 * The end of the fenced code that starts on the line of `offset`: after its closing fence. That must be in the same
 * quote and as deep, so that no other fence is mistaken for it; if it is not found, the code is unclosed, which hides
 * more. A fence indented as deeply as code counts only if it is closed.
 *
 * @param offset the start of the run of backticks or tildes
 * @returns `undefined` if it is not a fence, `Infinity` if it is not closed
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
  // the space after a quote marker is optional
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
