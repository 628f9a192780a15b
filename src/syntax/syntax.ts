import type { Cutting } from './cutting.ts';

/**
 * One way of writing a spoiler, or something that matters while one is read: how it begins and ends, how it
 * is written as text, what is easily mistaken for it. `syntaxes.ts` joins them in one list, and the cutter,
 * the checker and `convert` know them by that list alone.
 */
export interface Syntax {
  readonly name: string;
  /** What may begin or end it, as a pattern without groups that capture. It counts wherever it stands. */
  readonly markers?: string;
  /** The same for what counts only within a spoiler. */
  readonly innerMarkers?: string;
  /**
   * Reads one of its markers.
   *
   * @param marker what matched
   * @param at where it stands, in UTF-16 code units
   */
  read(marker: string, at: number, cutting: Cutting): void;
  /** What would be one of its markers, and the same written as text, for `String.replace`. */
  readonly escapes: readonly (readonly [marker: RegExp, asText: string])[];
  /** What other programs or a slip of the hand write instead, and recap takes for text. With the flag `g`. */
  readonly lookAlikes: readonly RegExp[];
  /** The same for what says in public that spoilers follow, without a gate. */
  readonly announcements?: readonly RegExp[];
  /** How people write it in the text of a web page, for `convert`. */
  readonly inPages?: PageMarkers;
}

/** How a spoiler is written in the text of a web page, where a line is no line of Markdown. */
interface PageMarkers {
  /** A pattern without groups that capture; flags `gim`. */
  readonly pattern: string;
  /**
   * What a match of it is.
   *
   * @param isOpen whether the last match of the same syntax began a spoiler
   */
  read(match: string, isOpen: boolean): 'start' | 'stop' | 'text';
}
