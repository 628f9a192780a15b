import type { Gate } from '../model/episode.ts';
import type { Attributes } from './attributes.ts';

/** How a spoiler sits in the text: on its own lines, within a line, or as the whole recap. */
type SpoilerForm = 'section' | 'block' | 'words' | 'body';

/** A construct that the cutter can be inside. */
export interface Construct {
  readonly name: string;
  /** `undefined`: not a spoiler, but nothing in it ends one. */
  readonly form: SpoilerForm | undefined;
  /** What begins it and what ends it, for the author of one that is not closed. */
  readonly written?: { readonly opener: string; readonly end: (frame: Frame) => string };
  /** Whether a marker ends it. Otherwise it ends with what surrounds it. */
  readonly isClosable: boolean;
  /** Its deadline was set by the author, so everything open in it ends there too. */
  readonly isRange?: true;
  /**
   * Its latest possible end, searched for from an offset outside any nested spoiler: an inner spoiler must not decide
   * where the outer one ends.
   */
  readonly deadline?: (from: number, frames: Frames) => number;
  /** What happens to a frame whose deadline comes before anything closes it. */
  readonly unclosed?: (frame: Frame, frames: Frames) => void;
}

/** A construct that is open while the cutter reads on. All offsets are in UTF-16 code units. */
export interface Frame {
  construct: Construct;
  /** The start of its opener. */
  readonly start: number;
  /** Its latest possible end; `undefined` if something must close it. */
  end?: number;
  /** The gate as written, `null` for `never`. */
  after?: Gate | undefined;
  label?: string | undefined;
  /** A title after its opener. It becomes the label once the spoiler is closed; until then it is hidden text. */
  title?: { readonly text: string; readonly offset: number } | undefined;
  also?: string | undefined;
  /** It is invalid and never opens. */
  isBroken?: boolean;
  /** Everything in it stays hidden, whatever its own gate. */
  isAllHidden?: boolean;
  /** It was opened by a look-alike, and may be closed by one. */
  isLookAlike?: boolean;
  /** A section's heading level, 1 to 6; 0 if no heading ends it. */
  readonly rank?: number | undefined;
  /** The offset of the heading of a section whose attributes are above it. */
  readonly ownHeading?: number | undefined;
  /** Up to here headings are inside HTML and end no section. */
  htmlEnd?: number;
  /** The number of colons in a block's opener. */
  readonly colons?: number;
  /** The number of open brackets within bracketed words. */
  depth?: number;
  /** The name of an HTML element. */
  readonly element?: string;
  /** The paragraph or row whose bars are being paired: the offsets of its first bar and its end. */
  paragraph?: { readonly firstBar: number; readonly end: number } | undefined;
  readonly openPrefix?: string;
  closePrefix?: string;
}

/** The open frames, from the whole body inward: what a syntax may do with them. */
export interface Frames {
  /** The offset at which reading continues. */
  position: number;
  /** The innermost frame that a marker can end. */
  readonly closable: Frame;
  /** The innermost frame that accepts text. */
  readonly target: Frame;
  /** The frames inside `closable`, which end with it: sections and invalid markers. */
  readonly run: readonly Frame[];
  /** Whether anything is open. */
  readonly isInside: boolean;
  /** Whether this is code or a comment, where nothing ends the surrounding spoiler. */
  readonly isOpaque: boolean;
  isIn(construct: Construct): boolean;
  /** Opens a frame at its start; its text begins at `from`, where reading continues. */
  open(frame: Frame, from: number): void;
  /** Opens a frame that also takes over what the innermost one received since the frame's start. */
  enclose(frame: Frame): void;
  /** Opens a frame without an opener of its own. */
  push(frame: Frame): void;
  /** Ends a frame and everything in it: their text ends at `to`, and reading continues at `from`. */
  close(frame: Frame, to: number, from: number): void;
  /** Cancels the innermost closable frame: its opener and content become part of the frame around it. */
  unopen(frame: Frame): void;
  /** Turns a frame into another construct, whose text begins with `text`. */
  recast(frame: Frame, construct: Construct, text: string): void;
  /** Gives a frame the attributes at `offset`. */
  give(frame: Frame, attributes: Attributes, offset: number): void;
  /** Hides from `start` to the end of the block that contains `offset`. */
  hideRest(start: number, offset: number): void;
  /** Hides from `start` to the end of what surrounds it. */
  hideAll(start: number): void;
  /** Leaves the innermost closable frame open to the end of the text, whatever follows. */
  leaveOpen(frame: Frame): void;
  /** Hides from `start` to the end of the text, whatever follows. */
  swallow(start: number): void;
  /** The end of the block that contains `offset`: before a blank line or a line that starts with `:::`. */
  blockEnd(offset: number): number;
  /**
   * The start of the block that contains `offset`, judging by the innermost frame's own text, and whether it is text
   * only.
   */
  blockStart(offset: number): { readonly start: number; readonly isText: boolean };
  /** The block before the one that starts at `start`, if it is text of the innermost frame. */
  blockBefore(start: number): { readonly start: number; readonly text: string } | undefined;
  /** Leaves the attributes between two offsets out of the text. */
  skip(from: number, to: number): void;
  /** Replaces the source between two offsets. */
  replace(from: number, to: number, text: string): void;
  report(rule: string, message: string, offset: number): void;
}

/** A body that is being cut: what a syntax may use. */
export interface Cutting {
  /** The body as the cutter reads it: with ASCII in place of full-width characters. */
  readonly text: string;
  /** The body as written. */
  readonly source: string;
  readonly frames: Frames;
  /** The offset of attributes that are text because their marker is escaped; -1 if there are none. */
  plainBrace: number;
  /** Up to here, the target of stray attributes is hidden already. */
  strayEnd: number;
  /** Words that were just closed: another bracket on their line may have been theirs. */
  closedWords: { readonly level: Frame; readonly from: number; readonly end: number } | undefined;
  /** Attributes ahead that are not part of the text. */
  skipAhead(from: number, to: number): void;
  /** Reads the attributes at an opening brace. */
  attributes(brace: number): Attributes;
  /** Whether a marker is written with full-width characters. */
  isWide(from: number, to: number): boolean;
  /** The offset of a pattern's next match, or `Infinity`. Linear if asked at increasing offsets. */
  next(pattern: RegExp, from: number): number;
}

/** Ends words of a construct if they are innermost. They too may have attributes. */
export function endWords(
  construct: Construct,
  at: number,
  from: number,
  cutting: Cutting,
): boolean {
  const { text, frames } = cutting;
  const frame = frames.closable;
  if (frame.construct !== construct) return false;
  const isMeant = /^\{[^}\n]*\b(?:after|label)\b/i.test(text.slice(from, from + 300));
  closeWords(frame, at, from, isMeant, cutting);
  return true;
}

/** Ends words at `to`; attributes at `from`, if any, are theirs. */
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
 * An end without a beginning: what it should hide is unknown, so everything around it is hidden. In code or a comment
 * it may be text.
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
