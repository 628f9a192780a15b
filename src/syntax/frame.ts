import type { Gate } from '../model/episode.ts';

/** How a spoiler stands in the text: on lines of its own, within a line, or as the whole recap. */
type SpoilerForm = 'section' | 'block' | 'words' | 'body';

/** Something that the cutter can be inside of. */
export interface Construct {
  readonly name: string;
  /** `undefined`: it is no spoiler, but nothing within it ends one. */
  readonly form: SpoilerForm | undefined;
  /** Whether a marker ends it. What is not closable ends with what surrounds it. */
  readonly isClosable: boolean;
}

/** The whole text. */
export const BODY: Construct = { name: 'body', form: 'body', isClosable: true };

/** What follows something that cannot be understood, as far as that may have been meant to reach. */
export const REST: Construct = { name: 'rest', form: 'words', isClosable: false };

/** A stretch that is open while the cutter reads on. All offsets are in UTF-16 code units. */
export interface Frame {
  readonly construct: Construct;
  /** Where its opener begins. */
  readonly start: number;
  /** Where it ends, whatever stands in it; `undefined` where something must close it. */
  readonly end?: number;
  /** The gate as written, `null` for `never`. */
  after?: Gate | undefined;
  label?: string | undefined;
  /** It could not be understood and never opens. */
  isBroken?: boolean;
  /** A section's rank, 1 to 6. */
  readonly rank?: number;
  /** How many colons a block's opener has. */
  readonly colons?: number;
  /** Brackets that are open within a bracket's words. */
  depth?: number;
  readonly openPrefix?: string;
  closePrefix?: string;
}
