/**
 * Marks that do not make a different word: accents in Latin, Greek and Cyrillic, Hebrew points, Arabic vowel signs and
 * tatweel. In other scripts marks make different letters, so they stay.
 */
const ACCENTS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;

/** Letters that Unicode does not decompose, and what people type for them. */
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
  ة: 'ه',
  ى: 'ي',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

const ASCII = /^[\0-\x7f]*$/;

/** The zeros of the decimal digits of other scripts; the other nine follow each. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
  0xf20, 0x1040, 0x17e0, 0x1810,
];

/**
 * The form of a text that the whole program compares: lower case, without accents, with ligatures and letters such as
 * `ß` and `ø` decomposed and digits as ASCII. Punctuation and spaces stay.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // fast path: most texts contain nothing else
  if (ASCII.test(lower)) return lower;
  return (
    lower
      .normalize('NFKD')
      // some symbols decompose to capitals, such as `℡`
      .toLowerCase()
      .replace(ACCENTS, '')
      .normalize('NFKC')
      .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
      .replace(/\p{Nd}/gu, asciiDigit)
  );
}

/**
 * The form of a name or title used for comparison: folded, with a single space for anything other than letters, marks
 * and digits. Two names match only if these are equal and not empty.
 */
export function foldName(name: string): string {
  const folded = fold(name);
  const other = ASCII.test(folded) ? /[^a-z0-9]+/g : /[^\p{L}\p{M}\p{N}]+/gu;
  return folded.replace(other, ' ').trim();
}

/** A folded text, and for each of its code units the offset in the original. */
export function foldWithPlaces(text: string): { folded: string; places: readonly number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const part = fold(letter);
    for (let index = 0; index < part.length; index++) places.push(at);
    folded += part;
    at += letter.length;
  }
  return { folded, places };
}

function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((zero) => code >= zero && code < zero + 10);
  return zero === undefined ? digit : String(code - zero);
}
