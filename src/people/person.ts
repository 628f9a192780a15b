import type { EpisodeCode } from '../model/episode.ts';

/** A line of a card. */
export interface Fact {
  /** The episode that it became known in; `null` if its card waits for no episode. */
  readonly episode: EpisodeCode | null;
  readonly text: string;
}

/** Where the recaps that are open to a reader mention somebody. */
export interface Mention {
  /** The slug of the recap. */
  readonly recap: string;
  readonly episode: EpisodeCode;
  /** The passage, with `[…]` for what is hidden in it. */
  readonly text: string;
  /** Where in it they are named, in UTF-16 code units. */
  readonly at: number;
}

/** The names of somebody, as far as they are open. */
export interface Named {
  /** The newest name. */
  readonly name: string;
  /** The other names. */
  readonly aka: readonly string[];
}

/** Somebody whom a reader has met, as of their place: made from views alone. */
export interface Person extends Named {
  /** The open lines of their card in `people.md`; empty without a card. */
  readonly facts: readonly Fact[];
  /** One passage of each episode that mentions them, in viewing order. */
  readonly mentions: readonly Mention[];
}
