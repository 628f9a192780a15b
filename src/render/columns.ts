import stringWidth from 'string-width';

/**
 * Text of which every code unit is a grapheme of one column: ASCII, Latin, Greek, Cyrillic and the usual
 * punctuation. Most prose is; asking this first is what makes a layout fast.
 */
const NARROW =
  /^[ -~\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u2190-\u2199\u2500-\u257f]*$/;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Whether every code unit of the text is a grapheme of one column. */
export function isNarrow(text: string): boolean {
  return NARROW.test(text);
}

/** The columns that a text takes on a terminal. */
export function columns(text: string): number {
  return isNarrow(text) ? text.length : stringWidth(text);
}

/** The text's graphemes, in order. */
export function* graphemes(text: string): Generator<string> {
  for (const { segment } of segmenter.segment(text)) yield segment;
}

/**
 * Where to cut a text that is wider than `width`, so that no piece is. A grapheme stays whole unless it
 * alone is wider (a pile of Hangul letters can be).
 *
 * @returns the end of each piece, the last one being the text's length
 */
export function cuts(text: string, width: number): number[] {
  const ends: number[] = [];
  if (isNarrow(text)) {
    for (let end = width; end < text.length; end += width) ends.push(end);
    return [...ends, text.length];
  }
  let at = 0;
  let used = 0;
  for (const grapheme of graphemes(text)) {
    for (const piece of columns(grapheme) > width ? grapheme : [grapheme]) {
      const wide = columns(piece);
      if (used + wide > width && used > 0) {
        ends.push(at);
        used = 0;
      }
      used += wide;
      at += piece.length;
    }
  }
  return [...ends, text.length];
}

/** The text, or as much of it as fits with an ellipsis behind. */
export function truncate(text: string, width: number, ellipsis: string): string {
  if (columns(text) <= width) return text;
  return `${text.slice(0, cuts(text, Math.max(width - 1, 1))[0]).trimEnd()}${ellipsis}`;
}
