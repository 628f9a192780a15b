import { fold } from '../text/fold.ts';

/** A word of a text: its form for comparison, and its offset in UTF-16 code units. */
export interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Scripts that put no spaces between words: each of their letters counts as a word. */
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
const IS_UNSPACED = new RegExp(`[${UNSPACED}]`, 'u');
const PART = new RegExp(`[${UNSPACED}]\\p{M}*|[^${UNSPACED}]+`, 'gu');

/** The words of a text in order, letters and digits alone. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: run, index } of text.matchAll(WORD)) {
    if (!IS_UNSPACED.test(run)) {
      words.push({ word: fold(run), from: index, to: index + run.length });
      continue;
    }
    for (const part of run.matchAll(PART)) {
      const from = index + part.index;
      words.push({ word: fold(part[0]), from, to: from + part[0].length });
    }
  }
  return words;
}
