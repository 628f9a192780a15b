import { PART } from '../veil/marks.ts';
import type { View } from '../veil/view.ts';
import { BLANK, type LayoutOptions, type Line } from './line.ts';
import { Part } from './part.ts';

/** Characters of a chunk: a few hundred lines, parsed and laid out in some milliseconds. */
const CHUNK_SIZE = 16 * 1024;

/**
 * A view's text as lines of a width, laid out piece by piece when they are asked for: a text of 10 MB shows
 * its beginning as fast as a short one. The lines do not depend on how the text is cut. The parts of a
 * story are laid out each on its own.
 */
export class Layout {
  readonly #parts: readonly Part[];

  /**
   * @param looks at least 20 columns
   * @param chunkSize characters after which a chunk ends at the next place where it can
   */
  constructor(
    view: Pick<View, 'text' | 'curtains' | 'openings'>,
    looks: LayoutOptions,
    chunkSize = CHUNK_SIZE,
  ) {
    const text = view.text.includes('\r') ? view.text.replace(/\r\n?/g, '\n') : view.text;
    this.#parts = text.split(PART).map((part) => new Part(part, view, looks, chunkSize));
  }

  /** How many chunks there are. In a long text it takes a pass over all of it. */
  get chunkCount(): number {
    return this.#parts.reduce((sum, { chunkCount }) => sum + chunkCount, 0);
  }

  /** Whether there is such a chunk; looks no further than to it. */
  hasChunk(index: number): boolean {
    return this.#find(index) !== undefined;
  }

  /** Whether something in the source of a chunk passes a test, so that it need not be laid out to find out. */
  mayHold(index: number, pattern: RegExp): boolean {
    const found = this.#find(index);
    return found !== undefined && pattern.test(found.in.source(found.index));
  }

  /** How much of the text stands before a chunk, from 0 to 1. */
  shareBefore(index: number): number {
    const lengths = this.#parts.map(({ length }) => length);
    const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
    const found = this.#find(index);
    if (!found) return 1;
    const before = sum(lengths.slice(0, found.part)) + found.in.lengthBefore(found.index);
    return before / Math.max(1, sum(lengths));
  }

  /** The lines of a chunk, counted from 0; none for an index that there is not. */
  chunk(index: number): readonly Line[] {
    const found = this.#find(index);
    const lines = found?.in.chunk(found.index) ?? [];
    const isBehindPart = found !== undefined && found.part > 0 && found.index === 0;
    return isBehindPart && lines.length > 0 ? [BLANK, ...lines] : lines;
  }

  /** All lines, in order. */
  lines(): readonly Line[] {
    return [...this.chunks()].flat();
  }

  /** The lines of all chunks, in order, laid out as they are asked for and not kept. */
  *chunks(): Generator<readonly Line[]> {
    for (const [index, part] of this.#parts.entries()) {
      let isBehindPart = index > 0;
      for (const lines of part.chunks()) {
        yield isBehindPart && lines.length > 0 ? [BLANK, ...lines] : lines;
        isBehindPart = false;
      }
    }
  }

  /** The part that a chunk belongs to, and which of its chunks it is. */
  #find(
    index: number,
  ): { readonly in: Part; readonly part: number; readonly index: number } | undefined {
    let left = index;
    for (const [part, candidate] of this.#parts.entries()) {
      if (candidate.hasChunk(left)) return { in: candidate, part, index: left };
      left -= candidate.chunkCount;
    }
    return undefined;
  }
}
