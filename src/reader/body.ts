import type { TextPosition } from '../model/text-position.ts';
import { header } from '../render/header.ts';
import { Layout } from '../render/layout.ts';
import type { LayoutOptions, Line, Span } from '../render/line.ts';
import { isSecretKey } from '../veil/secret-key.ts';
import type { View } from '../veil/view.ts';
import { spokenLines, WHOLE } from './spoken/spoken-lines.ts';

/** A line of a body: which chunk, and which line of it, both counted from 0. */
export interface Position {
  readonly chunk: number;
  readonly line: number;
}

/** Chunks, the header's included, up to which a body is laid out whole to tell how far one is. */
const SHORT = 4;

/**
 * What is scrolled: a recap's header, which is chunk 0, and its text, laid out as far as it is looked at.
 */
export class Body {
  readonly #header: readonly Line[];
  readonly #layout: Layout;
  readonly #curtains: View['curtains'];
  /** The keys of the open spoilers. */
  readonly #keys: readonly string[];
  /** The columns of rows that are read aloud; missing where text is looked at. */
  readonly #spokenWidth: number | undefined;
  /** The chunks that have been told. */
  readonly #spoken = new Map<number, readonly Line[]>();

  /** @param isSpoken lays the text out as it is read aloud, in rows that fit */
  constructor(view: View, looks: LayoutOptions, isSpoken = false) {
    const options = isSpoken ? { ...looks, width: WHOLE } : looks;
    this.#spokenWidth = isSpoken ? looks.width : undefined;
    this.#curtains = view.curtains;
    this.#keys = view.openings.map(({ key }) => key);
    this.#header = header(view, undefined, options);
    this.#layout = new Layout(view, options);
  }

  /** How many chunks there are. In a long body it takes a pass over all of it. */
  get chunkCount(): number {
    return this.#layout.chunkCount + 1;
  }

  /** The lines of a chunk; none for one that there is not. */
  chunk(index: number): readonly Line[] {
    const lines = index === 0 ? this.#header : this.#layout.chunk(index - 1);
    if (this.#spokenWidth === undefined) return lines;
    const told = this.#spoken.get(index) ?? spokenLines(lines, this.#curtains, this.#spokenWidth);
    this.#spoken.set(index, told);
    return told;
  }

  /** Up to `count` lines from a position on. */
  lines(from: Position, count: number): Line[] {
    const lines: Line[] = [];
    for (let { chunk, line } = from; lines.length < count && this.hasChunk(chunk); chunk++) {
      lines.push(...this.chunk(chunk).slice(line, line + count - lines.length));
      line = 0;
    }
    return lines;
  }

  /** Up to `count` lines from a position on, each with its own position. */
  linesAt(from: Position, count: number): { readonly line: Line; readonly at: Position }[] {
    let at = this.move(from, 0);
    return this.lines(from, count).map((line, index) => {
      if (index > 0) at = this.move(at, 1);
      return { line, at };
    });
  }

  /** Whether something in the Markdown of a chunk passes a test; the header may hold anything. */
  mayHold(chunk: number, pattern: RegExp): boolean {
    return chunk === 0 || this.#layout.mayHold(chunk - 1, pattern);
  }

  /** Whether there is such a chunk. */
  hasChunk(index: number): boolean {
    return index <= 0 || this.#layout.hasChunk(index - 1);
  }

  /** The position so many lines further on, or back; within the body. */
  move({ chunk, line }: Position, by: number): Position {
    let at = { chunk, line: line + by };
    while (at.line < 0 && at.chunk > 0) {
      at = { chunk: at.chunk - 1, line: at.line + this.chunk(at.chunk - 1).length };
    }
    while (at.line >= this.chunk(at.chunk).length && this.hasChunk(at.chunk + 1)) {
      at = { chunk: at.chunk + 1, line: at.line - this.chunk(at.chunk).length };
    }
    const last = Math.max(0, this.chunk(at.chunk).length - 1);
    return { chunk: at.chunk, line: Math.min(Math.max(at.line, 0), last) };
  }

  /** Where the last page begins, on a screen of so many rows. */
  end(rows: number): Position {
    const chunk = this.chunkCount - 1;
    return this.move({ chunk, line: this.chunk(chunk).length }, -rows);
  }

  /** The same position, or the last page's beginning where less than a page would be left. */
  fill(from: Position, rows: number): Position {
    return this.lines(from, rows).length < rows ? this.end(rows) : from;
  }

  /** The percentage of the body above the end of the screen, in long bodies measured in characters. */
  percent(top: Position, rows: number): number {
    if (this.lines(top, rows + 1).length <= rows) return 100;
    const { chunk, line } = this.move(top, rows);
    if (this.hasChunk(SHORT)) {
      const [before, behind] = [this.#share(chunk), this.#share(chunk + 1)];
      const part = line / Math.max(1, this.chunk(chunk).length);
      return Math.floor(100 * (before + (behind - before) * part));
    }
    const lengths = Array.from({ length: this.chunkCount }, (_, index) => this.chunk(index).length);
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    return Math.floor((100 * (sum(lengths.slice(0, chunk)) + line)) / sum(lengths));
  }

  /** How much of the text precedes a chunk. */
  #share(chunk: number): number {
    return chunk === 0 ? 0 : this.#layout.shareBefore(chunk - 1);
  }

  /** The first position at which a line passes a test, from a position on. */
  find(from: Position, test: (line: Line) => boolean): Position | undefined {
    for (let { chunk, line } = from; this.hasChunk(chunk); chunk++, line = 0) {
      const found = this.chunk(chunk).findIndex(
        (candidate, index) => index >= line && test(candidate),
      );
      if (found !== -1) return { chunk, line: found };
    }
    return undefined;
  }

  /** All positions at which a line passes a test. */
  findAll(test: (line: Line) => boolean): Position[] {
    const found: Position[] = [];
    for (let chunk = 0; chunk < this.chunkCount; chunk++) {
      this.chunk(chunk).forEach((candidate, line) => {
        if (test(candidate)) found.push({ chunk, line });
      });
    }
    return found;
  }

  /**
   * Names a line by its text or curtain, so that it is found again at another width and when more is open. A line without
   * either, such as a rule, goes with what is below it.
   */
  anchor(position: Position): TextPosition {
    const below = this.chunk(position.chunk).slice(position.line);
    const places = below.flatMap(({ spans }) => spans.filter(isAnchor));
    const byCurtain = places[0]?.style.curtain !== undefined && this.#anchorAt(position, places[0]);
    return byCurtain && this.#leadsBelow(byCurtain, position)
      ? byCurtain
      : this.#anchorAt(position, places.find(hasLetters));
  }

  /** Names a line by the first text or curtain in it or below. */
  #anchorAt({ chunk, line }: Position, first: Span | undefined): TextPosition {
    const before = this.chunk(chunk).slice(0, line);
    const key = this.#keyOf(first);
    const characters = before.reduce((sum, candidate) => sum + this.#letters(candidate, key), 0);
    const text: TextPosition = { chunk, ...(key !== undefined && { key }), characters };
    const above = this.#lineOf(text).line - line;
    return above > 0 ? { ...text, above } : text;
  }

  /** Whether an anchor finds its curtain again: others may have its key, and it may begin above the line. */
  #leadsBelow(anchor: TextPosition, { chunk, line }: Position): boolean {
    if (anchor.key === undefined || isSecretKey(anchor.key)) return false;
    const found = this.#lineOf(anchor);
    return found.chunk === chunk && found.line >= line;
  }

  /** The line that an anchor names; the nearest one where the text has changed. */
  at(anchor: TextPosition): Position {
    const { chunk, line } = this.#lineOf(anchor);
    const lines = this.chunk(chunk);
    const first = Math.max(0, line - (anchor.above ?? 0));
    const text = lines.slice(first, line).findLastIndex(({ spans }) => spans.some(hasLetters));
    return { chunk, line: first + text + 1 };
  }

  /** The line that holds the text or curtain of an anchor. */
  #lineOf({ chunk, key, characters }: TextPosition): Position {
    const index = this.hasChunk(chunk) ? Math.max(chunk, 0) : this.chunkCount - 1;
    if (key !== undefined && !this.#keys.includes(key)) return this.#curtainOf(key, index);
    const lines = this.chunk(index);
    let count = 0;
    const line = lines.findIndex((candidate) => {
      count += this.#letters(candidate, key);
      return count > characters;
    });
    return { chunk: index, line: line === -1 ? Math.max(0, lines.length - 1) : line };
  }

  /** The curtain that a spoiler is behind; the beginning of a chunk if there is none. */
  #curtainOf(key: string, chunk: number): Position {
    const curtain = this.#curtains.findIndex(({ keys }) => keys.some((own) => isWithin(key, own)));
    const at = this.find({ chunk: 0, line: 0 }, ({ spans }) =>
      spans.some(({ style }) => style.curtain === curtain),
    );
    return at ?? { chunk, line: 0 };
  }

  #keyOf(span: Span | undefined): string | undefined {
    const { curtain, opening } = span?.style ?? {};
    if (curtain !== undefined) return this.#curtains[curtain]?.keys[0];
    return opening === undefined ? undefined : this.#keys[opening];
  }

  /** The letters of a line that stand in a spoiler, or outside of all. */
  #letters({ spans }: Line, key: string | undefined): number {
    return spans.reduce((sum, span) => sum + (this.#keyOf(span) === key ? letters(span) : 0), 0);
  }
}

/** Whether `a` precedes `b`. */
export function isBefore(a: Position, b: Position): boolean {
  return a.chunk < b.chunk || (a.chunk === b.chunk && a.line < b.line);
}

/** Whether the spoiler of a key is that of another key, or nested in it. */
function isWithin(key: string, other: string): boolean {
  return key === other || key.startsWith(`${other}.`);
}

/** The letters that do not depend on the width: spaces come and go where lines break, curtains with what is open. */
function letters({ text, style }: Span): number {
  return style.decoration || style.curtain !== undefined ? 0 : text.replaceAll(' ', '').length;
}

function hasLetters(span: Span): boolean {
  return letters(span) > 0;
}

/** Whether a span says where in the recap it is. */
function isAnchor(span: Span): boolean {
  return span.style.curtain !== undefined || hasLetters(span);
}
