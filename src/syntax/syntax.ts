import type { Cutting } from './cutting.ts';

/**
 * One way to write a spoiler, or something that matters inside one: how it begins and ends, how to escape it, and how
 * it is easily mistyped. `syntaxes.ts` joins them in one list, the only thing that the cutter, the checker and
 * `convert` know about them.
 */
export interface Syntax {
  readonly name: string;
  /**
   * A pattern without capturing groups for what may begin or end it. It counts anywhere. Put a lookbehind after its
   * first characters: the search cannot skip ahead to a pattern that starts with one.
   */
  readonly markers?: string;
  /** The same for markers that count only within a spoiler. */
  readonly innerMarkers?: string;
  /**
   * Reads one of its markers.
   *
   * @param marker what matched
   * @param at its offset, in UTF-16 code units
   */
  read(marker: string, at: number, cutting: Cutting): void;
  /** Its markers and how to escape them, for `String.replace`. */
  readonly escapes: readonly (readonly [marker: RegExp, asText: string])[];
  /** Look-alikes that other programs or typos produce and recap reads as text. With the flag `g`. */
  readonly lookAlikes: readonly RegExp[];
  /** The same for text that announces spoilers without a gate. */
  readonly announcements?: readonly RegExp[];
  /** How people write it in a web page, for `convert`. */
  readonly inPages?: PageMarkers;
}

/** How a spoiler is written in a web page, whose lines are not lines of Markdown. */
interface PageMarkers {
  /** A pattern without capturing groups; flags `gim`. */
  readonly pattern: string;
  /**
   * Whether a match opens or closes a spoiler.
   *
   * @param isOpen whether the last match of the same syntax began a spoiler
   */
  read(match: string, isOpen: boolean): 'start' | 'stop' | 'text';
}
