/** Looks a text up by offset, for the cutter. All offsets are in UTF-16 code units. */

/** Where the line that holds `offset` begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where that line ends: the offset of its line feed, or the text's end. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** Where the block that holds `offset` begins: behind the last blank line before it. */
export function blockStart(text: string, offset: number): number {
  let start = lineStart(text, offset);
  while (start > 0) {
    const previous = lineStart(text, start - 1);
    if (text.slice(previous, start).trim() === '') return start;
    start = previous;
  }
  return start;
}

/** Where that block ends: before the next blank line or line that begins with `:::`, or at the text's end. */
export function blockEnd(text: string, offset: number): number {
  const blank = /\n(?:[ \t]*(?=\n)|(?=(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*:{3}))/g;
  blank.lastIndex = offset;
  return blank.exec(text)?.index ?? text.length;
}

/** Whether an odd number of backslashes stands before `offset`. */
export function isEscaped(text: string, offset: number): boolean {
  let start = offset;
  while (text[start - 1] === '\\') start--;
  return (offset - start) % 2 === 1;
}

/**
 * A search for a pattern that remembers its last answer, so that asking at many rising offsets costs one
 * pass over the text. Answers the offset, or `Infinity`.
 *
 * @param pattern with the flag `g`
 */
export function finder(text: string, pattern: RegExp): (from: number) => number {
  let askedFrom = Number.POSITIVE_INFINITY;
  let answer = -1;
  return (from) => {
    if (from < askedFrom || from > answer) {
      pattern.lastIndex = from;
      askedFrom = from;
      answer = pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
    }
    return answer;
  };
}

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
