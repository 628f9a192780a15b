import type { Hiding } from './hiding.ts';

/** Inline Markdown. */
export interface Words {
  readonly markdown: string;
  /** Set if the page hides it. Adjacent runs with the same object are one spoiler. */
  readonly hiding: Hiding | undefined;
}

/** A block of an article: the smallest unit with its own gate. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'row' | 'rule' | 'code';
  /** 1 to 6 for a heading, 7 for a line that looks like one. */
  readonly rank?: number | undefined;
  /** Its words without any markup. */
  readonly text: string;
  /** Its Markdown, in stretches. Only those that are not hidden have line breaks. */
  readonly words: readonly Words[];
  /** Set if the page hides all of it. */
  readonly hiding?: Hiding | undefined;
  /** The number of quotes around it. */
  readonly quotes: number;
  /** The list or table that an item or row belongs to. */
  readonly group?: number | undefined;
  /** The cells of a row, including those that span from rows above. */
  readonly cells?: readonly string[] | undefined;
  /** The header of a row's table. */
  readonly header?: readonly string[] | undefined;
  /** Its beginning, if that is bold or a heading of its own. */
  readonly lead?: string | undefined;
  /** It belongs to the row before it: the summary below an episode. */
  readonly isContinued?: boolean | undefined;
}

/** What surrounds a block. */
export interface Surroundings {
  readonly hiding: Hiding | undefined;
  readonly quotes: number;
}

/** The level of lines that look like headings but are not. */
export const LIKE_HEADING = 7;
