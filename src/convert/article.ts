import type { Block } from './block.ts';
import type { PageFacts } from './facts.ts';

/** An article before conversion: its facts, and its text in blocks. */
export interface Article {
  readonly facts: PageFacts;
  readonly blocks: readonly Block[];
  /** It ends a spoiler without a beginning: what that should hide is unknown. */
  readonly hasStrayEnd: boolean;
  /** What was left out, in words: "comments", "navigation". */
  readonly dropped: readonly string[];
}
