import stringWidth from 'string-width';
import { memoized } from './memoized.ts';
import { isNarrow, NARROW } from './narrow.ts';
import { segments } from './segments.ts';

/** Letters that are a grapheme of two columns each: Han, Kana and Hangul, the common ones. */
const WIDE =
  '\\u3000-\\u3029\\u3041-\\u3096\\u309b-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\uff01-\\uff60';
const FIRST_WIDE = 0x3000;

const SIMPLE_TEXT = new RegExp(`^[${NARROW}${WIDE}]*$`);

/** Characters that take no column in `string-width` and one in the C library's `wcwidth`. */
const ONE_COLUMN = /^[\u00ad\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\uffa0\u{110bd}\u{110cd}]$/u;
/** Characters that take two columns in `wcwidth` and fewer in `string-width`. */
const TWO_COLUMNS = /^[\u115f\u3164\u3248-\u324f]$/u;
const ONE_CHARACTER = /^.$/su;
/** More than the distinct characters of most texts. */
const MOST_CHARACTERS = 10_000;
const JOINED_EMOJI = /\u200d\p{Extended_Pictographic}/gu;

let segmenter: Intl.Segmenter | undefined;

/**
 * The most columns a text can take in a terminal. Terminals disagree: some draw a grapheme cluster as one cell, others
 * add up `wcwidth` of its characters. Counting too wide only ends a line early; too narrow would scroll the screen.
 */
export function columns(text: string): number {
  if (isNarrow(text)) return text.length;
  if (SIMPLE_TEXT.test(text)) {
    let wide = text.length;
    for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= FIRST_WIDE) wide++;
    return wide;
  }
  if (ONE_CHARACTER.test(text)) return characterColumns(text);
  let wide = 0;
  for (const grapheme of graphemes(text)) wide += graphemeColumns(grapheme);
  return wide;
}

/** The text's graphemes, in order. */
export function* graphemes(text: string): Generator<string> {
  if (SIMPLE_TEXT.test(text)) {
    for (let at = 0; at < text.length; at++) yield text.charAt(at);
    return;
  }
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  yield* segments(segmenter, text);
}

function graphemeColumns(grapheme: string): number {
  if (ONE_CHARACTER.test(grapheme)) return characterColumns(grapheme);
  // terminals such as tmux draw a joined emoji as one if they know its parts
  const characters = [...grapheme.replace(JOINED_EMOJI, '')];
  const sum = characters.reduce((sum, character) => sum + characterColumns(character), 0);
  return Math.max(stringWidth(grapheme), sum);
}

// `string-width` makes an iterator of the system's for each call, which is dear and not freed at once
const characterColumns = memoized((character) => {
  if (isNarrow(character)) return 1;
  if (TWO_COLUMNS.test(character)) return 2;
  return ONE_COLUMN.test(character) ? 1 : stringWidth(character);
}, MOST_CHARACTERS);

/**
 * Where to cut a text so that no piece is wider than `width`. A grapheme stays whole unless it alone is wider (stacked
 * Hangul letters can be).
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

/** The text, cut and ended with an ellipsis if it does not fit. */
export function truncate(text: string, width: number, ellipsis: string): string {
  if (columns(text) <= width) return text;
  return `${text.slice(0, cuts(text, Math.max(width - 1, 1))[0]).trimEnd()}${ellipsis}`;
}
