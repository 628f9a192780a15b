import type { Block } from './block.ts';
import type { PageFacts } from './facts.ts';

/** An article before it is a recap: what is known of it, and its text in blocks. */
export interface Article {
  readonly facts: PageFacts;
  readonly blocks: readonly Block[];
  /** It ends a spoiler that it has not begun: what that was to hide is not known. */
  readonly hasStrayEnd: boolean;
  /** What was left out, in words: "comments", "navigation". */
  readonly dropped: readonly string[];
}
