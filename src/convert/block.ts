import type { Hiding } from './hiding.ts';

/** Markdown of a stretch within a line. */
export interface Words {
  readonly markdown: string;
  /** Set where the page hides it. Neighbors with the same object are one spoiler. */
  readonly hiding: Hiding | undefined;
}

/** A block of an article: the least that has a gate of its own. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'rule' | 'code';
  /** 1 to 6 for a heading, 7 for a line that looks like one. */
  readonly rank?: number | undefined;
  /** Its words without any markup. */
  readonly text: string;
  /** Its Markdown, in stretches. Line ends stand only in those that are not hidden. */
  readonly words: readonly Words[];
  /** Set where the page hides all of it. */
  readonly hiding?: Hiding | undefined;
  /** Quotes that it stands in. */
  readonly quotes: number;
  /** The list or table that an item or row belongs to. */
  readonly group?: number | undefined;
  /** The cells of a row; those that reach down from rows above are told again. */
  readonly cells?: readonly string[] | undefined;
  /** The header of a row's table. */
  readonly header?: readonly string[] | undefined;
  /** Its beginning, where that is in bold type or a heading of its own. */
  readonly lead?: string | undefined;
  /** It goes with the row before it: the summary below an episode. */
  readonly isContinued?: boolean | undefined;
}

/** A rank for lines that look like headings and are none. */
export const LIKE_HEADING = 7;
