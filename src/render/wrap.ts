import { columns, cuts } from '../text/columns.ts';
import { isNarrow } from '../text/narrow.ts';
import { isUnspaced, units } from '../text/unspaced.ts';
import { joinedText, type Line, type Style } from './line.ts';
import { type Flow, merged, type Run, slicer } from './runs.ts';

const SPACES = /[ \t\n]+/;
const UNEVEN_SPACES = /[ \t\n]{2,}|[\t\n]/g;

/**
 * Fills lines of at most `width` columns. White space runs become one space, but in code; words wider
 * than a line are cut.
 */
export function wrap(flow: Flow, width: number): Line[] {
  const filler = new Filler(width);
  for (const item of flow) {
    if (item === 'break' || item === 'gap') filler.break(item);
    else if (item.spaces) filler.glue(item);
    else if (item.style.role === 'code') filler.code(item);
    else filler.prose(item);
  }
  return filler.end();
}

/** Cuts one line of code into lines of at most `width` columns; nothing is lost. */
export function fold(runs: readonly Run[], width: number): Line[] {
  const filler = new Filler(width);
  for (const run of runs) filler.glue(run);
  return filler.end('anywhere');
}

class Filler {
  readonly #width: number;
  readonly #lines: Line[] = [];
  #line: Run[] = [];
  #used = 0;
  /** The space before the next word; dropped where a line breaks. */
  #space: Run | undefined;
  /** The word being read; it may have several styles. */
  #word: Run[] = [];

  constructor(width: number) {
    this.#width = width;
  }

  /** Takes a run that has no place to break. */
  glue(run: Run): void {
    this.#word.push(run);
  }

  /** Takes a run as it is, each of its spaces counting. */
  code({ text, style }: Run): void {
    for (const part of text.split(/([ \t\n]+)/)) {
      if (part === '') continue;
      if (!SPACES.test(part)) this.#word.push({ text: part, style });
      else this.#spaced({ text: part.replace(/[\t\n]/g, ' '), style });
    }
  }

  /** Takes a run of prose. Whole words of simple text are placed many at a time. */
  prose({ text: source, style }: Run): void {
    const text = source.replace(UNEVEN_SPACES, ' ');
    const first = text.indexOf(' ');
    if (first < 0) {
      this.#word.push({ text, style });
      return;
    }
    if (first > 0) this.#word.push({ text: text.slice(0, first), style });
    this.#spaced({ text: ' ', style });
    const last = text.lastIndexOf(' ');
    if (last > first) {
      const words = text.slice(first + 1, last);
      if (isNarrow(words)) this.#words(words, style);
      else for (const word of words.split(' ')) this.#oneWord({ text: word, style });
      this.#spaced({ text: ' ', style });
    }
    if (last < text.length - 1) this.#word.push({ text: text.slice(last + 1), style });
  }

  break(kind: 'break' | 'gap'): void {
    this.#endWord();
    this.#space = undefined;
    if (kind === 'break' || this.#line.length > 0) this.#newLine();
  }

  end(place?: 'anywhere'): Line[] {
    this.#endWord(place);
    if (this.#line.length > 0) this.#newLine();
    return this.#lines;
  }

  #spaced(space: Run): void {
    this.#endWord();
    if (this.#line.length > 0) this.#space ??= space;
  }

  #oneWord(run: Run): void {
    this.#word.push(run);
    this.#spaced({ text: ' ', style: run.style });
  }

  /** Places words of simple text, one space between them: as much at a time as a line holds. */
  #words(text: string, style: Style): void {
    let from = 0;
    while (from < text.length) {
      const room = this.#width - this.#used - (this.#space?.text.length ?? 0);
      if (text.length - from <= room) {
        this.#put([{ text: text.slice(from), style }], text.length - from);
        return;
      }
      const cut = room > 0 ? text.lastIndexOf(' ', from + room) : -1;
      if (cut > from) {
        this.#put([{ text: text.slice(from, cut), style }], cut - from);
        this.#newLine();
        from = cut + 1;
      } else if (this.#line.length > 0) {
        this.#newLine();
      } else {
        const end = text.indexOf(' ', from);
        this.#oneWord({ text: text.slice(from, end < 0 ? undefined : end), style });
        from = end < 0 ? text.length : end + 1;
      }
    }
  }

  #endWord(place?: 'anywhere'): void {
    if (this.#word.length === 0) return;
    const word = this.#word;
    this.#word = [];
    const text = joinedText(word);
    const isSimple = isNarrow(text);
    const wide = isSimple ? text.length : columns(text);
    if (wide > this.#width && word.some((run) => run.spaces === 'solid')) {
      for (const { text, style } of word) this.prose({ text, style });
      this.#endWord();
    } else if (place || isSimple || !isUnspaced(text)) {
      this.#place(word, text, wide);
    } else {
      const next = slicer(word);
      for (const unit of units(text)) this.#place(next(unit.length), unit, columns(unit));
    }
  }

  #place(runs: Run[], text: string, wide: number): void {
    const space = this.#space?.text.length ?? 0;
    if (this.#line.length > 0 && this.#used + space + wide > this.#width) this.#newLine();
    if (wide <= this.#width) {
      this.#put(runs, wide);
      return;
    }
    const next = slicer(runs);
    let from = 0;
    for (const end of cuts(text, this.#width)) {
      if (this.#line.length > 0) this.#newLine();
      this.#put(next(end - from), columns(text.slice(from, end)));
      from = end;
    }
  }

  #put(runs: Run[], wide: number): void {
    if (this.#space) {
      this.#line.push(this.#space);
      this.#used += this.#space.text.length;
      this.#space = undefined;
    }
    for (const run of runs) this.#line.push(run);
    this.#used += wide;
  }

  #newLine(): void {
    this.#lines.push({ spans: merged(this.#line) });
    this.#line = [];
    this.#used = 0;
    this.#space = undefined;
  }
}
