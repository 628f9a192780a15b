import type { Gate } from '../model/episode.ts';
import type { Attributes } from './attributes.ts';

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

/** The frames that are open, from the whole body inwards, as a syntax may use them. */
export interface Frames {
  /** Where reading goes on. */
  position: number;
  /** The innermost frame that a marker can end. */
  readonly closable: Frame;
  /** The innermost frame that takes text. */
  readonly target: Frame;
  /** The frames within `closable`, which end with it: sections, and what could not be understood. */
  readonly run: readonly Frame[];
  /** Whether anything is open. */
  readonly isInside: boolean;
  /** Whether this is code or a comment, where nothing ends a spoiler that is around it. */
  readonly isOpaque: boolean;
  isIn(construct: Construct): boolean;
  /** Opens a frame at its start; its text begins at `from`, where reading goes on. */
  open(frame: Frame, from: number): void;
  /** Opens a frame that also takes what the innermost one was given from the frame's start on. */
  enclose(frame: Frame): void;
  /** Opens a frame without a text of its own opener. */
  push(frame: Frame): void;
  /** Ends a frame and all in it: their text ends at `to`, and reading goes on at `from`. */
  close(frame: Frame, to: number, from: number): void;
  /** Takes the innermost closable frame back, so that its opener and what is in it belong to what is around it. */
  unopen(frame: Frame): void;
  /** Makes a frame another construct, whose text begins with `text`. */
  recast(frame: Frame, construct: Construct, text: string): void;
  /** Gives a frame the attributes that stand at `offset`. */
  give(frame: Frame, attributes: Attributes, offset: number): void;
  /** Hides from `start` to the end of the block that holds `offset`. */
  hideRest(start: number, offset: number): void;
  /** Hides from `start` to the end of what surrounds it. */
  hideAll(start: number): void;
  /** Leaves the innermost closable frame open to the end of the text, whatever stands there. */
  leaveOpen(frame: Frame): void;
  /** Hides from `start` to the end of the text, whatever stands there. */
  swallow(start: number): void;
  /** Where the block ends that holds `offset`: before a blank line or a line that begins with `:::`. */
  blockEnd(offset: number): number;
  /**
   * Where the block begins that holds `offset`, as far as that can be told from the innermost frame's own
   * text, and whether only text stands there.
   */
  blockStart(offset: number): { readonly start: number; readonly isText: boolean };
  /** The block before one that begins at `start`, if it is text of the innermost frame. */
  blockBefore(start: number): { readonly start: number; readonly text: string } | undefined;
  /** Leaves out of the text what stands between two offsets: attributes. */
  skip(from: number, to: number): void;
  /** Writes something else in place of the source between two offsets. */
  replace(from: number, to: number, text: string): void;
  report(rule: string, message: string, offset: number): void;
}

/** A body that is being cut, as a syntax may use it. */
export interface Cutting {
  /** The body as it is read: with ASCII in place of full-width signs. */
  readonly text: string;
  /** The body as written. */
  readonly source: string;
  readonly frames: Frames;
  /** Where attributes stand that a backslash before their marker has made text; -1: nowhere. */
  plainBrace: number;
  /** Up to here what stray attributes were meant for is hidden already. */
  strayEnd: number;
  /** Words that have just been closed: one bracket more on their line would have been theirs. */
  closedWords: { readonly level: Frame; readonly from: number; readonly end: number } | undefined;
  /** Attributes ahead that are no part of the text. */
  skipAhead(from: number, to: number): void;
  /** Reads the attributes at an opening brace. */
  attributes(brace: number): Attributes;
  /** Whether a marker is written with full-width signs. */
  isWide(from: number, to: number): boolean;
  /** Where the next match of a pattern begins, or `Infinity`. Linear if asked at rising offsets. */
  next(pattern: RegExp, from: number): number;
}

/** Ends words of a construct if they are what is innermost. They too may have attributes. */
export function endWords(
  construct: Construct,
  at: number,
  from: number,
  cutting: Cutting,
): boolean {
  const { text, frames } = cutting;
  const frame = frames.closable;
  if (frame.construct !== construct) return false;
  const isMeant = /^\{[^}\n]*\b(?:after|label)\b/.test(text.slice(from, from + 300));
  closeWords(frame, at, from, isMeant, cutting);
  return true;
}

/** Ends words at `to`; the attributes that stand at `from`, if any, are theirs. */
export function closeWords(
  frame: Frame,
  to: number,
  from: number,
  hasAttributes: boolean,
  { frames, attributes: read }: Cutting,
): void {
  if (!hasAttributes) return frames.close(frame, to, from);
  const attributes = read(from);
  frames.give(frame, attributes, from);
  frames.close(frame, to, attributes.isUnderstood ? attributes.end : from);
  if (!attributes.isUnderstood) frames.hideRest(from, from);
}

/**
 * An end without a beginning: what it was meant to hide is not known, so all around it is hidden. In code or a
 * comment it may be text.
 */
export function strayEnd(construct: Construct, marker: string, at: number, { frames }: Cutting) {
  if (frames.isIn(construct) || frames.isOpaque) return;
  frames.report(
    'spoiler/stray-end',
    `\`${marker}\` has no matching opener, so everything around it is hidden; fix the opener, or write the marker as text with a backslash`,
    at,
  );
  frames.target.isAllHidden = true;
}
