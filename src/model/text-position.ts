/**
 * A position in a laid-out text that does not depend on its width: the chunk, counted from 0 (the header), and
 * how many characters of the chunk come before it.
 */
export interface TextPosition {
  readonly chunk: number;
  readonly characters: number;
}
