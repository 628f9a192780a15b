import type { Frame } from '../syntax/cutting.ts';
import { publicLabel } from '../syntax/label.ts';
import { lastBlock } from '../syntax/text-scan.ts';
import { isText, type Piece, type Spoiler, type Text } from './spoiler.ts';

/** What each frame has received of a body: stretches of text, and the spoilers closed in it. */
export class Pieces {
  readonly #source: string;
  readonly #of = new Map<Frame, Piece[]>();
  /** Where the text begins that no frame has yet. */
  #from = 0;

  /** @param source the body as written */
  constructor(source: string) {
    this.#source = source;
  }

  /** Starts collecting for a frame. */
  add(frame: Frame, taken: readonly Piece[] = []): void {
    this.#of.set(frame, [...taken]);
  }

  of(frame: Frame): readonly Piece[] {
    return this.#of.get(frame) ?? [];
  }

  give(frame: Frame, ...pieces: readonly Piece[]): void {
    this.#of.get(frame)?.push(...pieces);
  }

  /** Where the text begins that no frame has yet. */
  get from(): number {
    return this.#from;
  }

  /** Skips text that no frame has yet, up to an offset. */
  skipTo(offset: number): void {
    this.#from = Math.max(this.#from, offset);
  }

  /** Gives a frame the text up to an offset. */
  flush(frame: Frame, to: number): void {
    if (to <= this.#from) return;
    this.give(frame, this.#text(this.#from, to));
    this.#from = to;
  }

  /** Takes back what a frame received from `start` on. A text that spans `start` is split there. */
  takeBack(frame: Frame, start: number): Piece[] {
    const pieces = this.#of.get(frame) ?? [];
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

  /** The opener of a frame as text, followed by everything it received. */
  withOpener(frame: Frame, textStart: number): Piece[] {
    return [this.#text(frame.start, textStart), ...this.of(frame)];
  }

  /**
   * The start of the block at the current end of a frame's text, judging by that text alone; `isText`: it holds no
   * spoiler. A section or block is a block of its own.
   */
  blockStart(frame: Frame): { start: number; isText: boolean } {
    const pieces = this.of(frame);
    let start = this.#from;
    let isAllText = true;
    for (let index = pieces.length - 1; index >= 0; index--) {
      const piece = pieces[index];
      if (!piece || (!isText(piece) && piece.form !== 'words')) break;
      if (!isText(piece)) {
        isAllText = false;
        start = piece.offset;
        continue;
      }
      const at = lastBlock(piece.text);
      start = piece.offset + at;
      if (at > 0) break;
    }
    return { start, isText: isAllText };
  }

  /** The block before `start`, if it is only text. */
  blockBefore(frame: Frame, start: number): { start: number; text: string } | undefined {
    const piece = this.of(frame).findLast(({ offset }) => offset < start);
    if (!piece || !isText(piece)) return undefined;
    const before = piece.text.slice(0, start - piece.offset).trimEnd();
    if (before === '') return undefined;
    const at = lastBlock(before);
    return { start: piece.offset + at, text: before.slice(at) };
  }

  /**
   * The spoiler made from an ended frame.
   *
   * @param isClosed whether something closed it, so that its title is one
   */
  spoiler(frame: Frame, form: Spoiler['form'], isClosed: boolean): Spoiler {
    const { title, after, also, isBroken = false, openPrefix = '', closePrefix = '' } = frame;
    const ownLabel = isClosed ? publicLabel(frame.label ?? '') : undefined;
    const titleLabel = isClosed && !ownLabel ? publicLabel(title?.text ?? '') : undefined;
    const given = this.of(frame);
    const pieces = title && titleLabel === undefined ? [title, ...given] : given;
    const spoiler = {
      form,
      after,
      label: ownLabel ?? titleLabel,
      also,
      isBroken,
      pieces,
      offset: frame.start,
      openPrefix,
      closePrefix,
    };
    return frame.isAllHidden ? { ...spoiler, pieces: [hidden(spoiler)] } : spoiler;
  }

  #text(from: number, to: number): Text {
    return { text: this.#source.slice(from, to), offset: from };
  }
}

/** Wraps a spoiler's content in one that never opens; the outer gate stays as it is. */
function hidden({ form, pieces, offset }: Spoiler): Spoiler {
  return {
    form: form === 'words' ? 'words' : 'block',
    after: undefined,
    label: undefined,
    also: undefined,
    isBroken: true,
    pieces,
    offset,
    openPrefix: '',
    closePrefix: '',
  };
}
