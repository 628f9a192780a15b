import { fold } from './fold.ts';

/** What people type for an apostrophe. */
const APOSTROPHES = "'’‘‛ʼʹʻ′＇`´ꞌ";

/** A word: letters and digits, with combining marks, and apostrophes that a letter follows (`l’A380`). */
const WORD = new RegExp(
  `[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*(?:[${APOSTROPHES}][\\p{L}\\p{M}][\\p{L}\\p{N}\\p{M}]*)*`,
  'gu',
);

const POSSESSIVE = new RegExp(`[${APOSTROPHES}]s$`);
const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`);

/** English function words. They are ignored when deciding whether a text says something. */
const STOP_WORDS = new Set(
  'a an the and or but of to in on at by for from with into as is are was were be been being am'.split(
    ' ',
  ),
);

/** A word of a text and its position, in UTF-16 code units. */
export interface Word {
  readonly text: string;
  readonly offset: number;
}

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    words.push({ text: match[0], offset: match.index });
  }
  return words;
}

/** The form of a word used for comparison: folded, without possessives and apostrophes. */
export function foldWord(word: string): string {
  const folded = fold(word);
  if (!APOSTROPHE.test(folded)) return folded;
  return folded.replace(POSSESSIVE, '').split(APOSTROPHE).join('');
}

/** The parts of a word between its apostrophes, folded: `qu’Edda` is `qu` and `edda`. */
export function partsOfWord(word: string): string[] {
  return fold(word).split(APOSTROPHE);
}

export function isStopWord(folded: string): boolean {
  return STOP_WORDS.has(folded);
}
