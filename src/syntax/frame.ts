import type { Gate } from '../model/episode.ts';
import type { Frames } from './cutting.ts';

/** How a spoiler stands in the text: on lines of its own, within a line, or as the whole recap. */
type SpoilerForm = 'section' | 'block' | 'words' | 'body';

/** Something that the cutter can be inside of. */
export interface Construct {
  readonly name: string;
  /** `undefined`: it is no spoiler, but nothing within it ends one. */
  readonly form: SpoilerForm | undefined;
  /** Whether a marker ends it. What is not closable ends with what surrounds it. */
  readonly isClosable: boolean;
  /** Its known end is the author's own: all that is open in it ends there too. */
  readonly isRange?: true;
  /**
   * Where it ends at the latest, looked for from an offset outside of any spoiler within it: such a spoiler
   * must not decide where the one around it ends.
   */
  readonly deadline?: (from: number, frames: Frames) => number;
  /** What becomes of a frame whose deadline came before anything closed it. */
  readonly unclosed?: (frame: Frame, frames: Frames) => void;
}

/** The whole text. */
export const BODY: Construct = { name: 'body', form: 'body', isClosable: true };

/** What follows something that cannot be understood, as far as that may have been meant to reach. */
export const REST: Construct = {
  name: 'rest',
  form: 'words',
  isClosable: false,
  deadline: (from, frames) => frames.blockEnd(from),
};

/** A stretch that is open while the cutter reads on. All offsets are in UTF-16 code units. */
export interface Frame {
  construct: Construct;
  /** Where its opener begins. */
  readonly start: number;
  /** Where it ends at the latest; `undefined` where something must close it. */
  end?: number;
  /** The gate as written, `null` for `never`. */
  after?: Gate | undefined;
  label?: string | undefined;
  /** A title behind its opener. It becomes the label once the spoiler is closed, and is hidden text until then. */
  title?: { readonly text: string; readonly offset: number } | undefined;
  also?: string | undefined;
  /** It could not be understood and never opens. */
  isBroken?: boolean;
  /** All of what is in it is hidden for good, whatever its own gate is. */
  isAllHidden?: boolean;
  /** It was begun by a look-alike, and may be ended by one. */
  isLookAlike?: boolean;
  /** A section's rank, 1 to 6; 0 where no heading ends it. */
  readonly rank?: number | undefined;
  /** Where a heading stands that belongs to a section whose attributes are above it. */
  readonly ownHeading?: number | undefined;
  /** Up to here a heading in it stands in HTML and ends no section. */
  htmlEnd?: number;
  /** How many colons a block's opener has. */
  readonly colons?: number;
  /** Brackets that are open within a bracket's words. */
  depth?: number;
  /** The name of an HTML element. */
  readonly element?: string;
  /** The paragraph or row whose bars are being paired: where its first bar is, and where it ends. */
  paragraph?: { readonly firstBar: number; readonly end: number } | undefined;
  readonly openPrefix?: string;
  closePrefix?: string;
}
