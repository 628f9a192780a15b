import type { Cutting } from '../syntax/cutting.ts';
import { publicLabel } from '../syntax/label.ts';
import { MARKERS, MARKERS_WITHIN } from '../syntax/syntaxes.ts';
import { finder, isEscaped, lineEnd } from '../syntax/text-scan.ts';
import { FrameStack } from './frame-stack.ts';
import type { CutProblem, Piece } from './spoiler.ts';

/**
 * Cuts a body into public and gated stretches, in one pass and before any Markdown is parsed. What looks
 * like the start of a spoiler and cannot be understood hides the rest of its block or of the file
 * (docs/format.md). An end without a beginning in public text hides the whole.
 *
 * @param body text made safe by `bodyText`
 */
export function cut(body: string): { pieces: readonly Piece[]; problems: readonly CutProblem[] } {
  const cutter = new Cutter(body);
  return { pieces: cutter.cut(), problems: cutter.frames.problems };
}

class Cutter implements Cutting {
  readonly text: string;
  readonly frames: FrameStack;
  plainBrace = -1;
  htmlEnd = 0;
  readonly label = publicLabel;
  readonly #finders = new Map<RegExp, (from: number) => number>();
  /** Attributes ahead that are no part of the text. */
  #ahead: { from: number; to: number } | undefined;

  constructor(text: string) {
    this.text = text;
    this.frames = new FrameStack(text);
  }

  cut(): readonly Piece[] {
    const { text, frames } = this;
    for (;;) {
      const search = frames.isInside ? MARKERS_WITHIN : MARKERS;
      const found = search.next(text, frames.position);
      const at = found?.at ?? text.length;
      if (this.#skipped(at) || frames.endRanges(at)) continue;
      if (!found) return frames.finish();
      const { syntax, marker } = found;
      frames.position = at + marker.length;
      if (!isEscaped(text, at)) syntax.read(marker, at, this);
      // one backslash writes a run of colons as text, but of other markers only the first character
      else if (marker.startsWith(':')) this.plainBrace = this.#braceBehind(frames.position);
      else frames.position = at + 1;
    }
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

  /** The brace behind a marker that is written as text, behind its words too; -1 if there is none. */
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
