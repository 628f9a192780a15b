/** Accents of Latin, Greek and Cyrillic; the marks of other scripts make other letters. */
const ACCENTS = /[\u0300-\u036f]/g;

/** Digits of Arabic, Persian, Devanagari and Thai, by their zero. */
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u0e50-\u0e59]/g;
const ZEROS = [0x660, 0x6f0, 0x966, 0xe50];

/**
 * A title as it is compared: letters, marks and digits in lower case, without accents, with one blank
 * wherever something else stands. Titles are the same only if this is the same; empty is never the same.
 */
export function fold(title: string): string {
  return title
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(DIGITS, (digit) => {
      const code = digit.charCodeAt(0);
      return String(code - (ZEROS.find((zero) => code >= zero && code < zero + 10) ?? code));
    })
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
