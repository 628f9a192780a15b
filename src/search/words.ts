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

/** Accents, and the points of Hebrew and Arabic. The marks of other scripts are letters there. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;

/** Letters that Unicode does not take apart, and what people type for them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŧ: 't',
  þ: 'th',
  ς: 'σ',
};

/** A text as it is compared: without accents, in lower case. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // most texts have nothing but these, and need no more
  if (/^[\0-\x7f]*$/.test(lower)) return lower;
  return lower
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFKC')
    .replace(/[ßæœøđðħıłŧþς]/g, (letter) => LETTERS[letter] ?? letter);
}

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
