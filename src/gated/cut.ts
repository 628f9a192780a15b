import { type Attributes, readAttributes } from '../syntax/attributes.ts';
import type { Cutting } from '../syntax/cutting.ts';
import { narrowed } from '../syntax/look-alike.ts';
import { MARKERS, MARKERS_WITHIN } from '../syntax/syntaxes.ts';
import { finder, isEscaped, lineEnd } from '../syntax/text-scan.ts';
import { FrameStack } from './frame-stack.ts';
import type { CutProblem, Piece } from './spoiler.ts';

/**
 * Cuts a body into public and gated stretches, in one pass and before any Markdown is parsed. Something that looks like
 * the start of a spoiler but is invalid hides the rest of its block or of the file (docs/format.md). An end without a
 * beginning hides everything around it, up to the surrounding gate.
 *
 * @param body text sanitized by `bodyText`
 */
export function cut(body: string): { pieces: readonly Piece[]; problems: readonly CutProblem[] } {
  const cutter = new Cutter(body);
  return { pieces: cutter.cut(), problems: cutter.frames.problems };
}

class Cutter implements Cutting {
  readonly text: string;
  readonly source: string;
  readonly frames: FrameStack;
  plainBrace = -1;
  strayEnd = 0;
  closedWords: Cutting['closedWords'];
  readonly #finders = new Map<RegExp, (from: number) => number>();
  /** Attributes ahead that are not part of the text. */
  #ahead: { from: number; to: number } | undefined;

  constructor(source: string) {
    this.source = source;
    this.text = narrowed(source);
    this.frames = new FrameStack(this.text, source);
  }

  cut(): readonly Piece[] {
    const { text, frames } = this;
    for (;;) {
      const search = frames.isInside || this.#awaitsBracket ? MARKERS_WITHIN : MARKERS;
      const found = search.next(text, frames.position);
      const at = found?.at ?? text.length;
      if (this.#skipped(at) || frames.endRanges(at)) continue;
      if (!found) return frames.finish();
      const { syntax, marker } = found;
      frames.position = at + marker.length;
      if (!isEscaped(text, at)) syntax.read(marker, at, this);
      // a backslash escapes a whole run of colons, but only the first character of other markers
      else if (marker.startsWith(':')) this.plainBrace = this.#braceBehind(frames.position);
      else frames.position = at + 1;
    }
  }

  attributes = (brace: number): Attributes => {
    const isAscii = this.source[brace] === '{';
    return readAttributes(isAscii ? this.source : this.text, brace);
  };

  isWide(from: number, to: number): boolean {
    return this.source.slice(from, to) !== this.text.slice(from, to);
  }

  skipAhead(from: number, to: number): void {
    this.#ahead = { from, to };
  }

  next(pattern: RegExp, from: number): number {
    let find = this.#finders.get(pattern);
    if (!find) {
      find = finder(this.text, pattern);
      this.#finders.set(pattern, find);
    }
    return find(from);
  }

  /** Whether words were closed on this line, so that another bracket counts. */
  get #awaitsBracket(): boolean {
    return this.closedWords !== undefined && this.frames.position < this.closedWords.end;
  }

  /** The offset of the brace after an escaped marker or its words; -1 if there is none. */
  #braceBehind(end: number): number {
    const line = this.text.slice(end, lineEnd(this.text, end));
    const found = /^(?:[^\S\n]*spoiler\b)?[^\S\n]*(?:\[[^\n]*?\])?\{/i.exec(line)?.[0];
    return found ? end + found.length - 1 : -1;
  }

  #skipped(at: number): boolean {
    const ahead = this.#ahead;
    if (!ahead || at < ahead.from) return false;
    this.#ahead = undefined;
    this.frames.skip(ahead.from, ahead.to);
    return true;
  }
}
