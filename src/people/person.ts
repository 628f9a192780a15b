import type { EpisodeCode } from '../model/episode.ts';

/** Where the recaps that are open to a reader speak of somebody. */
export interface Mention {
  /** The slug of the recap. */
  readonly recap: string;
  readonly episode: EpisodeCode;
  /** The passage, `[…]` standing for what is hidden in it. */
  readonly text: string;
}

/** Somebody whom a reader has met, as of their place: made from views alone. */
export interface Person {
  /** The newest of their names that is open. */
  readonly name: string;
  /** Their other names. */
  readonly aka: readonly string[];
  /** What is known of them: the open lines of their card in `people.md`; none where there is no card. */
  readonly facts: readonly string[];
  /** One passage of each episode that speaks of them, in viewing order. */
  readonly mentions: readonly Mention[];
}
