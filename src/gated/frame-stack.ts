import type { Attributes } from '../syntax/attributes.ts';
import type { Construct, Frame, Frames } from '../syntax/cutting.ts';
import { BODY, REST } from '../syntax/frame.ts';
import { BLOCK_END, finder } from '../syntax/text-scan.ts';
import { Pieces } from './pieces.ts';
import type { CutProblem, Piece } from './spoiler.ts';

/** The deepest nesting of spoilers. Anything deeper is invalid, so it stays hidden. */
export const MAX_NESTING = 32;

/** An open frame, with values that would otherwise be searched for in all the frames around it. */
interface Entry {
  readonly frame: Frame;
  /** The number of open spoilers around it, including the whole text and itself. */
  readonly depth: number;
  readonly closable: number;
  readonly target: Frame;
  /** The earliest deadline, and the earliest one that ends everything inside it. */
  nextEnd: number;
  readonly rangeEnd: number;
  /** Where its text begins. */
  textStart: number;
}

/**
 * The open frames, from the whole body inward, and the text they have received. A marker can end only the innermost
 * one, so a misplaced marker never lets text out. A deadline waits for what was opened before it, so hidden text never
 * decides what is shown after it.
 */
export class FrameStack implements Frames {
  readonly problems: CutProblem[] = [];
  position = 0;
  readonly blockEnd: (offset: number) => number;
  readonly #length: number;
  readonly #pieces: Pieces;
  readonly #body: Frame = { construct: BODY, start: 0 };
  readonly #root: Entry;
  readonly #entries: Entry[];
  readonly #counts = new Map<Construct, number>();
  /** The number of open frames that are not spoilers. */
  #opaque = 0;
  #isTooDeep = false;
  #isSwallowed = false;

  /**
   * @param text the body as the cutter reads it
   * @param source the body as written
   */
  constructor(text: string, source: string) {
    const next = finder(text, BLOCK_END);
    this.blockEnd = (offset) => Math.min(next(offset), text.length);
    this.#length = text.length;
    this.#pieces = new Pieces(source);
    this.#pieces.add(this.#body);
    this.#root = {
      frame: this.#body,
      depth: 1,
      closable: 0,
      target: this.#body,
      nextEnd: Number.POSITIVE_INFINITY,
      rangeEnd: Number.POSITIVE_INFINITY,
      textStart: 0,
    };
    this.#entries = [this.#root];
  }

  get isInside(): boolean {
    return this.#entries.length > 1;
  }

  get closable(): Frame {
    return this.#entries[this.#top.closable]?.frame ?? this.#body;
  }

  get target(): Frame {
    return this.#top.target;
  }

  get run(): readonly Frame[] {
    return this.#entries.slice(this.#top.closable + 1).map(({ frame }) => frame);
  }

  get isOpaque(): boolean {
    return this.#opaque > 0;
  }

  isIn(construct: Construct): boolean {
    return (this.#counts.get(construct) ?? 0) > 0;
  }

  open(frame: Frame, from: number): void {
    this.#pieces.flush(this.target, frame.start);
    this.#pieces.skipTo(from);
    this.position = from;
    this.#push(frame, from, []);
  }

  enclose(frame: Frame): void {
    this.#pieces.flush(this.target, frame.start);
    this.#push(frame, frame.start, this.#pieces.takeBack(this.target, frame.start));
  }

  push(frame: Frame): void {
    this.#push(frame, frame.start, []);
  }

  close(frame: Frame, to: number, from: number): void {
    while (this.isInside && this.#top.frame !== frame) this.#closeTop(to, to, false);
    if (this.isInside) this.#closeTop(to, from, true);
  }

  unopen(frame: Frame): void {
    const to = this.#pieces.from;
    while (this.isInside && this.#top.frame !== frame) this.#closeTop(to, to, false);
    const { textStart } = this.#top;
    this.#pop();
    this.#pieces.give(this.target, ...this.#pieces.withOpener(frame, textStart));
  }

  recast(frame: Frame, construct: Construct, text: string): void {
    this.#count(frame.construct, -1);
    frame.construct = construct;
    this.#count(construct, 1);
    this.#pieces.add(frame, [{ text, offset: frame.start }, ...this.#pieces.of(frame)]);
  }

  give(frame: Frame, attributes: Attributes, offset: number): void {
    frame.after = attributes.after;
    frame.label = attributes.label ?? frame.label;
    frame.also = attributes.also;
    if (attributes.isUnderstood) return;
    frame.isBroken = true;
    const mistake = attributes.mistake ?? 'these attributes cannot be read';
    this.report('spoiler/attributes', `${mistake} (until then, the spoiler never opens)`, offset);
  }

  hideRest(start: number, offset: number): void {
    this.enclose({ construct: REST, start, end: this.blockEnd(offset), isBroken: true });
  }

  hideAll(start: number): void {
    for (const frame of this.run) if (frame.construct === REST) frame.end = this.#length;
    this.enclose({ construct: REST, start, end: this.#length, isBroken: true });
  }

  leaveOpen(frame: Frame): void {
    this.#goTo(this.#farEnd);
    frame.end = Number.POSITIVE_INFINITY;
  }

  swallow(start: number): void {
    const end = this.#farEnd;
    const outer = this.run.find((frame) => frame.start >= start);
    if (outer) this.close(outer, this.#pieces.from, this.#pieces.from);
    this.enclose({ construct: REST, start, end, isBroken: true });
    this.#goTo(end);
  }

  blockStart(offset: number): { start: number; isText: boolean } {
    this.#pieces.flush(this.target, offset);
    return this.#pieces.blockStart(this.target);
  }

  blockBefore(start: number): { start: number; text: string } | undefined {
    return this.#pieces.blockBefore(this.target, start);
  }

  skip(from: number, to: number): void {
    this.#pieces.flush(this.target, from);
    this.#pieces.skipTo(to);
    this.position = to;
  }

  replace(from: number, to: number, text: string): void {
    this.skip(from, to);
    this.#pieces.give(this.target, { text, offset: from });
  }

  /** Ends the frames whose deadline is at or before `offset`. @returns whether there was one */
  endRanges(offset: number): boolean {
    if (this.#top.nextEnd > offset) return false;
    const isRangeOver = this.#top.rangeEnd <= offset;
    const range =
      isRangeOver &&
      this.#entries.find(({ frame }) => frame.construct.isRange && hasEnded(frame, offset));
    if (range) return this.#endAt(range.frame);
    const { closable } = this;
    if (hasEnded(closable, offset)) {
      closable.construct.unclosed?.(closable, this);
      return true;
    }
    const rest = this.run.find((frame) => hasEnded(frame, offset));
    return rest !== undefined && this.#endAt(rest);
  }

  /** Ends everything at the text's end and reports what should have been closed. */
  finish(): readonly Piece[] {
    for (const { frame } of this.#isSwallowed ? [] : this.#entries.slice(1)) {
      if (!frame.construct.isClosable || frame.end !== undefined) continue;
      const { opener, end } = frame.construct.written ?? {};
      const message = `this ${opener ?? 'spoiler'} is not closed, so everything after it is hidden; end it with ${end?.(frame) ?? 'its marker'}`;
      this.report('spoiler/unclosed', message, frame.start);
    }
    while (this.isInside) this.#closeTop(this.#length, this.#length, false);
    this.#pieces.flush(this.#body, this.#length);
    const { isAllHidden, ...body } = this.#body;
    const pieces = this.#pieces.of(this.#body);
    if (!isAllHidden) return pieces;
    this.#pieces.add(body, pieces);
    return [{ ...this.#pieces.spoiler(body, 'body', false), isBroken: true }];
  }

  report(rule: string, message: string, offset: number): void {
    this.problems.push({ rule, message, offset });
  }

  get #top(): Entry {
    return this.#entries.at(-1) ?? this.#root;
  }

  /** The end of the text, or of the surrounding code. */
  get #farEnd(): number {
    return Math.min(this.#top.rangeEnd, this.#length);
  }

  /** Continues reading at `end`; surrounding frames that end at a blank line wait for that too. */
  #goTo(end: number): void {
    for (const { frame } of this.#entries) {
      if (frame.end !== undefined && !frame.construct.isRange) frame.end = Math.max(frame.end, end);
    }
    this.position = end;
    this.#isSwallowed ||= end === this.#length;
  }

  #push(frame: Frame, textStart: number, taken: readonly Piece[]): void {
    const around = this.#top;
    const { construct } = frame;
    const depth = around.depth + (construct.form ? 1 : 0);
    const isKept = construct.form !== undefined && depth <= MAX_NESTING;
    const end = frame.end ?? Number.POSITIVE_INFINITY;
    const index = this.#entries.length;
    this.#entries.push({
      frame,
      depth,
      closable: construct.isClosable ? index : around.closable,
      target: isKept ? frame : around.target,
      nextEnd: Math.min(around.nextEnd, end),
      rangeEnd: construct.isRange ? Math.min(around.rangeEnd, end) : around.rangeEnd,
      textStart,
    });
    this.#count(construct, 1);
    if (isKept) this.#pieces.add(frame, taken);
    else {
      this.#pieces.give(around.target, ...taken);
      if (depth > MAX_NESTING) this.#hideDeep(around.target, frame);
    }
  }

  /** Text nested too deeply belongs to the deepest spoiler that is kept, and never opens. */
  #hideDeep(deepest: Frame, { start }: Frame): void {
    deepest.isAllHidden = true;
    if (!this.#isTooDeep) {
      this.report('spoiler/nesting', `spoilers nest more than ${MAX_NESTING} deep`, start);
    }
    this.#isTooDeep = true;
  }

  #endAt(frame: Frame): true {
    const to = Math.max(this.#pieces.from, frame.end ?? 0);
    this.close(frame, to, to);
    this.position = to;
    return true;
  }

  #closeTop(to: number, from: number, isClosed: boolean): void {
    this.#pieces.flush(this.target, to);
    const { frame } = this.#top;
    const isKept = this.target === frame;
    this.#pop();
    this.#pieces.skipTo(from);
    this.position = Math.max(this.position, from);
    const { form, isClosable } = frame.construct;
    if (isKept && form) {
      this.#pieces.give(this.target, this.#pieces.spoiler(frame, form, isClosed || !isClosable));
    }
    this.#moveDeadlines(from);
  }

  /** Searches again, after what was just closed, for deadlines that were inside it. */
  #moveDeadlines(from: number): void {
    for (let index = this.#top.closable; index < this.#entries.length; index++) {
      const entry = this.#entries[index];
      const before = this.#entries[index - 1];
      if (!entry || !before) continue;
      const { frame } = entry;
      const { deadline } = frame.construct;
      if (deadline && frame.end !== undefined && frame.end < from) frame.end = deadline(from, this);
      entry.nextEnd = Math.min(before.nextEnd, frame.end ?? Number.POSITIVE_INFINITY);
    }
  }

  #pop(): void {
    const entry = this.#entries.pop();
    if (entry) this.#count(entry.frame.construct, -1);
  }

  #count(construct: Construct, by: number): void {
    if (construct.form === undefined) this.#opaque += by;
    this.#counts.set(construct, (this.#counts.get(construct) ?? 0) + by);
  }
}

function hasEnded({ end }: Frame, offset: number): boolean {
  return end !== undefined && end <= offset;
}
