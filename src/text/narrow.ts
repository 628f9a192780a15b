/**
 * A character class of letters that are always one grapheme of one column: ASCII, Latin, Greek, Cyrillic, common
 * punctuation and box drawing. Most prose has no others, so checking this first keeps layout fast.
 */
export const NARROW =
  ' -~\\xa0-\\xac\\xae-\\u02ff\\u0370-\\u0482\\u048a-\\u052f\\u1e00-\\u1eff\\u2010-\\u2027\\u2030-\\u205e' +
  '\\u2190-\\u2193\\u2500-\\u259f\\u25a0-\\u25fc\\u2713';

const NARROW_TEXT = new RegExp(`^[${NARROW}]*$`);

/** Whether every code unit of the text is a grapheme of one column. */
export function isNarrow(text: string): boolean {
  return NARROW_TEXT.test(text);
}
