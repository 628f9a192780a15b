/**
 * A position in a laid-out text. It does not depend on the width, and hardly on how much is open: it names the curtain, or
 * the open spoiler around it, by its key, which is public, and counts only the text of that spoiler, not what is nested in it.
 */
export interface TextPosition {
  /** The chunk, counted from 0 (the header). */
  readonly chunk: number;
  /** The key of the curtain, or of the innermost open spoiler around it; missing outside of all. */
  readonly key?: string | undefined;
  /** How many characters of the chunk that are in this spoiler, or outside of all, come before it. */
  readonly characters: number;
  /** How many lines above the one with that text or curtain it is, all of them without either; 0 if missing. */
  readonly above?: number | undefined;
}
