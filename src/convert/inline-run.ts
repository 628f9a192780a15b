import type { Hiding } from './hiding.ts';

/** A stretch of inline text, or a mark of emphasis. */
export interface Run {
  /** Markdown, escaped; of a mark the mark itself. */
  readonly markdown: string;
  readonly text: string;
  readonly isBold: boolean;
  readonly hiding: Hiding | undefined;
  /** Emphasis that begins or ends here: the two marks have the same object. */
  readonly emphasis?: object;
  readonly isEnd?: boolean;
  readonly breaks?: 'hard' | 'soft';
}
