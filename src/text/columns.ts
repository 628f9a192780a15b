import stringWidth from 'string-width';
import { isNarrow, NARROW } from './narrow.ts';

/** Letters that are a grapheme of two columns each: Han, Kana and Hangul, the common ones. */
const WIDE =
  '\\u3000-\\u3029\\u3041-\\u3096\\u309b-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff60';
const FIRST_WIDE = 0x3000;

const SIMPLE_TEXT = new RegExp(`^[${NARROW}${WIDE}]*$`);

/** Code units read at a time: the segmenter of Node 20 is quadratic in the length of what it is given. */
const WINDOW = 512;

let segmenter: Intl.Segmenter | undefined;

/** The columns that a text takes on a terminal. */
export function columns(text: string): number {
  if (isNarrow(text)) return text.length;
  if (SIMPLE_TEXT.test(text)) {
    let wide = text.length;
    for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= FIRST_WIDE) wide++;
    return wide;
  }
  if (text.length <= WINDOW) return stringWidth(text);
  let wide = 0;
  for (const grapheme of graphemes(text)) wide += stringWidth(grapheme);
  return wide;
}

/** The text's graphemes, in order. */
export function* graphemes(text: string): Generator<string> {
  if (SIMPLE_TEXT.test(text)) {
    for (let at = 0; at < text.length; at++) yield text.charAt(at);
    return;
  }
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let size = WINDOW;
  for (let from = 0; from < text.length; ) {
    // The last grapheme of a window may go on behind it: it is read again with the next one.
    let held: string | undefined;
    let read = 0;
    const cut = from + size;
    const end = isHighSurrogate(text.charCodeAt(cut - 1)) ? cut + 1 : cut;
    for (const { segment } of segmenter.segment(text.slice(from, end))) {
      if (held !== undefined) {
        yield held;
        read += held.length;
      }
      held = segment;
    }
    if (end >= text.length && held !== undefined) {
      yield held;
      return;
    }
    from += read;
    size = read > 0 ? WINDOW : size * 2;
  }
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
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
    const whole = columns(grapheme);
    for (const piece of whole > width ? grapheme : [grapheme]) {
      const wide = whole > width ? columns(piece) : whole;
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
