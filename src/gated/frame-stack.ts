import { type Attributes, readAttributes } from '../syntax/attributes.ts';
import type { Frames } from '../syntax/cutting.ts';
import { BODY, type Construct, type Frame, REST } from '../syntax/frame.ts';
import { publicLabel } from '../syntax/label.ts';
import { blockEnd } from '../syntax/text-scan.ts';
import { type CutProblem, isText, type Piece, type Spoiler } from './spoiler.ts';

/** Spoilers within spoilers, and fences within them: more is not understood, so it stays hidden. */
export const MAX_NESTING = 32;

/**
 * The frames that are open, from the whole body inwards, and the text they have been given. Only the
 * innermost one can be ended by a marker, so a marker that is out of place never lets text out; frames
 * that end at a known place take with them what is still open in them.
 */
export class FrameStack implements Frames {
  readonly problems: CutProblem[] = [];
  /** Where reading goes on. */
  position = 0;
  readonly #text: string;
  readonly #body: Frame = { construct: BODY, start: 0 };
  readonly #frames: Frame[] = [this.#body];
  readonly #pieces = new Map<Frame, Piece[]>([[this.#body, []]]);
  /** Where the text begins that no frame has yet. */
  #textStart = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isInside(): boolean {
    return this.#frames.length > 1;
  }

  get top(): Frame {
    return this.#frames.at(-1) ?? this.#body;
  }

  /** The innermost frame that a marker can end: sections and rests end with what encloses them. */
  get closable(): Frame {
    return this.#frames.findLast(({ construct }) => construct.isClosable) ?? this.#body;
  }

  /** The innermost frame that takes text: a fence leaves it to what it stands in. */
  get target(): Frame {
    return this.#frames.findLast(({ construct }) => construct.form) ?? this.#body;
  }

  isIn(construct: Construct): boolean {
    return this.#frames.some((frame) => frame.construct === construct);
  }

  /** Opens a frame at its start; its text begins at `from`, where reading goes on. */
  open(frame: Frame, from: number): void {
    this.#flush(frame.start);
    this.#textStart = this.position = from;
    this.push(frame);
  }

  /** Opens a frame that also takes what the innermost one was given from the frame's start on. */
  enclose(frame: Frame): void {
    this.#flush(frame.start);
    const taken = this.#takeBack(frame.start);
    this.push(frame);
    this.#piecesOf(frame).push(...taken);
  }

  /** Opens a frame without a text of its own opener. A known end never exceeds that of what encloses it. */
  push(frame: Frame): void {
    const ranges = this.#frames.filter(({ construct }) => construct !== REST);
    const end = Math.min(...[...ranges, frame].map(({ end }) => end ?? Infinity));
    this.#frames.push(frame.end === undefined ? frame : Object.assign(frame, { end }));
    this.#pieces.set(frame, []);
    if (this.#frames.length <= MAX_NESTING) return;
    this.report('spoiler/nesting', `spoilers nest deeper than ${MAX_NESTING}`, frame.start);
    this.target.isBroken = true;
    this.position = this.#text.length;
  }

  /** Ends a frame and all in it: their text ends at `to`, and reading goes on at `from`. */
  close(frame: Frame, to: number, from: number): void {
    while (this.isInside && this.top !== frame) this.#closeTop(to, to);
    if (this.isInside) this.#closeTop(to, from);
  }

  /** Ends words at `to`; the attributes that stand at `from`, if any, are theirs. */
  closeWords(frame: Frame, to: number, from: number, hasAttributes: boolean): void {
    if (!hasAttributes) {
      const isDoubtful = this.#isInCode(frame, to);
      this.close(frame, to, from);
      if (isDoubtful) this.hideRest(from, from);
      return;
    }
    const attributes = readAttributes(this.#text, from);
    this.give(frame, attributes, from);
    this.close(frame, to, attributes.isUnderstood ? attributes.end : from);
    if (!attributes.isUnderstood) this.hideRest(from, from);
  }

  /** Gives a frame the attributes that stand at `offset`. */
  give(frame: Frame, attributes: Attributes, offset: number): void {
    frame.after = attributes.after;
    frame.label = publicLabel(attributes.label ?? '') ?? frame.label;
    if (attributes.isUnderstood) return;
    frame.isBroken = true;
    this.report(
      'spoiler/attributes',
      'the attributes are not understood, so the spoiler never opens; write them as `{after=S01E10 label="words"}`',
      offset,
    );
  }

  /** Hides from `start` to the end of the block that holds `offset`. */
  hideRest(start: number, offset: number): void {
    this.enclose({ construct: REST, start, end: blockEnd(this.#text, offset), isBroken: true });
  }

  /** Hides from `start` to the text's end. */
  hideAll(start: number): void {
    this.enclose({ construct: REST, start, end: this.#text.length, isBroken: true });
  }

  /** Leaves out of the text what stands between two offsets: attributes. */
  skip(from: number, to: number): void {
    this.#flush(from);
    this.#textStart = this.position = to;
  }

  /** Writes something else in place of the source between two offsets. */
  replace(from: number, to: number, text: string): void {
    this.skip(from, to);
    this.#give({ text, offset: from });
  }

  /** Ends the frames whose known end has come by `offset`, and all that is open in them. */
  endRanges(offset: number): boolean {
    const hasEnded = ({ end }: Frame) => end !== undefined && end <= offset;
    // a block or fence that has begun in a rest goes on to its own end, and the rest with it
    const holds = (frame: Frame) =>
      frame.construct.isClosable && frame.construct.form !== 'words' && !hasEnded(frame);
    const index = this.#frames.findIndex((frame, at) => {
      return hasEnded(frame) && !(frame.construct === REST && this.#frames.slice(at).some(holds));
    });
    const frame = this.#frames[index];
    if (!frame) return false;
    const inner = this.#frames
      .slice(index)
      .flatMap(({ end }) => (end !== undefined && end <= offset ? [end] : []));
    const to =
      frame.construct === REST ? Math.max(this.#textStart, ...inner) : (frame.end ?? offset);
    this.close(frame, to, to);
    this.position = to;
    return true;
  }

  /** Ends everything at the text's end: what should have been closed is reported. */
  finish(): readonly Piece[] {
    const end = this.#text.length;
    for (const { construct, start, end: known } of this.#frames.slice(1)) {
      if (!construct.isClosable || known !== undefined) continue;
      this.report(
        'spoiler/unclosed',
        'a spoiler is not closed, so all that follows is hidden with it',
        start,
      );
    }
    while (this.isInside) this.#closeTop(end, end);
    this.#flush(end);
    const whole = this.#spoiler(this.#body, 'body');
    return whole.isBroken ? [whole] : whole.pieces;
  }

  report(rule: string, message: string, offset: number): void {
    this.problems.push({ rule, message, offset });
  }

  /** Whether an end of words stands in what may be a code span, so that the words may go on behind it. */
  #isInCode({ start }: Frame, to: number): boolean {
    return this.#text.slice(start, to).replace(/[^`]/g, '').length % 2 === 1;
  }

  #closeTop(to: number, from: number): void {
    this.#flush(to);
    const frame = this.#frames.pop();
    this.#textStart = Math.max(this.#textStart, from);
    this.position = Math.max(this.position, from);
    if (frame?.construct.form) this.#give(this.#spoiler(frame, frame.construct.form));
  }

  #spoiler(frame: Frame, form: Spoiler['form']): Spoiler {
    return {
      form,
      after: frame.after,
      label: frame.label,
      isBroken: frame.isBroken ?? false,
      pieces: this.#piecesOf(frame),
      offset: frame.start,
      openPrefix: frame.openPrefix ?? '',
      closePrefix: frame.closePrefix ?? '',
    };
  }

  /** What the innermost frame was given from `start` on. A text that reaches over it is parted there. */
  #takeBack(start: number): Piece[] {
    const pieces = this.#piecesOf(this.target);
    const isBefore = (piece: Piece) => {
      return piece.offset + (isText(piece) ? piece.text.length : 1) <= start;
    };
    const index = pieces.findLastIndex(isBefore) + 1;
    const [first, ...others] = pieces.splice(index);
    if (!first) return [];
    if (!isText(first) || first.offset >= start) return [first, ...others];
    const length = start - first.offset;
    pieces.push({ text: first.text.slice(0, length), offset: first.offset });
    return [{ text: first.text.slice(length), offset: start }, ...others];
  }

  #flush(to: number): void {
    if (to <= this.#textStart) return;
    this.#give({ text: this.#text.slice(this.#textStart, to), offset: this.#textStart });
    this.#textStart = to;
  }

  #give(piece: Piece): void {
    this.#piecesOf(this.target).push(piece);
  }

  #piecesOf(frame: Frame): Piece[] {
    return this.#pieces.get(frame) ?? [];
  }
}
