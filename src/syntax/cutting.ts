import type { Attributes } from './attributes.ts';
import type { Construct, Frame } from './frame.ts';

/** The frames that are open, from the whole body inwards, as a syntax may use them. */
export interface Frames {
  /** Where reading goes on. */
  position: number;
  readonly top: Frame;
  /** The innermost frame that a marker can end. */
  readonly closable: Frame;
  /** The innermost frame that takes text. */
  readonly target: Frame;
  isIn(construct: Construct): boolean;
  /** Opens a frame at its start; its text begins at `from`, where reading goes on. */
  open(frame: Frame, from: number): void;
  /** Opens a frame that also takes what the innermost one was given from the frame's start on. */
  enclose(frame: Frame): void;
  /** Opens a frame without a text of its own opener. */
  push(frame: Frame): void;
  /** Ends a frame and all in it: their text ends at `to`, and reading goes on at `from`. */
  close(frame: Frame, to: number, from: number): void;
  /** Ends words at `to`; the attributes that stand at `from`, if any, are theirs. */
  closeWords(frame: Frame, to: number, from: number, hasAttributes: boolean): void;
  /** Gives a frame the attributes that stand at `offset`. */
  give(frame: Frame, attributes: Attributes, offset: number): void;
  /** Hides from `start` to the end of the block that holds `offset`. */
  hideRest(start: number, offset: number): void;
  /** Hides from `start` to the text's end. */
  hideAll(start: number): void;
  /** Leaves out of the text what stands between two offsets: attributes. */
  skip(from: number, to: number): void;
  /** Writes something else in place of the source between two offsets. */
  replace(from: number, to: number, text: string): void;
  report(rule: string, message: string, offset: number): void;
}

/** A body that is being cut, as a syntax may use it. */
export interface Cutting {
  readonly text: string;
  readonly frames: Frames;
  /** Where attributes stand that a backslash before their marker has made text; -1: nowhere. */
  plainBrace: number;
  /** Up to here a heading stands in HTML and ends no section. */
  htmlEnd: number;
  /** Attributes ahead that are no part of the text. */
  skipAhead(from: number, to: number): void;
  /** What an author says in public about a spoiler, made safe; `undefined` if it has a spoiler in it. */
  label(written: string): string | undefined;
  /** Where the next match of a pattern begins, or `Infinity`. Linear if asked at rising offsets. */
  next(pattern: RegExp, from: number): number;
}

/** Opens words of a construct. */
export function openWords(construct: Construct, at: number, from: number, { frames }: Cutting) {
  frames.open({ construct, start: at }, from);
}

/** Ends words of a construct if they are what is innermost. They too may have attributes. */
export function endWords(
  construct: Construct,
  at: number,
  from: number,
  { text, frames }: Cutting,
): boolean {
  const frame = frames.closable;
  if (frame.construct !== construct) return false;
  const behind = text.slice(from, from + 300);
  frames.closeWords(frame, at, from, /^\{[^}\n]*\b(?:after|label)\b/.test(behind));
  return true;
}

/** An end without a beginning: what it was meant to hide is not known, so all around it is hidden. */
export function strayEnd(construct: Construct, marker: string, at: number, { frames }: Cutting) {
  if (frames.isIn(construct) || frames.closable.construct.form === undefined) return;
  frames.report(
    'spoiler/stray-end',
    `a \`${marker}\` ends nothing, so all that it may have been meant to hide is hidden; mend its beginning, or write it as text with a backslash`,
    at,
  );
  frames.target.isBroken = true;
}
