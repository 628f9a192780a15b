/** Scans a text by offset, for the cutter. All offsets are in UTF-16 code units. */

/** The start of the line that contains `offset`. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** The end of that line: the offset of its line feed, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}

/** What ends a block: a CommonMark blank line (only spaces and tabs), or a line that starts with `:::`. */
export const BLOCK_END = /\n(?:[ \t]*(?=\n)|(?=(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*:{3}))/g;

/** The start of a text's last block: after its last blank line, or 0. */
export function lastBlock(text: string): number {
  let end = text.lastIndexOf('\n');
  while (end > 0) {
    const previous = text.lastIndexOf('\n', end - 1);
    if (/^[ \t]*$/.test(text.slice(previous + 1, end))) return end + 1;
    end = previous;
  }
  return /^[ \t]*\n/.exec(text)?.[0].length ?? 0;
}

/** Whether an odd number of backslashes stands before `offset`. */
export function isEscaped(text: string, offset: number): boolean {
  let start = offset;
  while (text[start - 1] === '\\') start--;
  return (offset - start) % 2 === 1;
}

/**
 * A pattern search that remembers its last result, so that asking at many increasing offsets takes one pass over the
 * text. Returns the offset of a match, or `Infinity`.
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
