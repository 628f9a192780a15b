import { fold } from '../text/fold.ts';

/** A word of a text: as it is compared, and where it stands, in UTF-16 code units. */
export interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Scripts that put no spaces between words: each of their letters counts as a word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]).)+/gsu;

/** The words of a text in order, letters and digits alone. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(WORD)) {
    for (const part of run.matchAll(UNSPACED)) {
      const from = index + part.index;
      words.push({ word: fold(part[0]), from, to: from + part[0].length });
    }
  }
  return words;
}
