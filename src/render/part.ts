import type { Env } from 'markdown-it';
import type { View } from '../veil/view.ts';
import { layBlocks } from './blocks.ts';
import { chunkStarts } from './chunks.ts';
import { BLANK, type LayoutOptions, type Line } from './line.ts';
import { stack } from './lines.ts';
import { parse, readDefinitions } from './markdown.ts';
import { Page } from './page.ts';
import { tree } from './tree.ts';

/** A text with footnotes is laid out as a whole: they are numbered through, and stand at its end. */
const FOOTNOTE = /\[\^|\^\[/;

/** One Markdown text of a view, laid out chunk by chunk. */
export class Part {
  readonly #view: Pick<View, 'curtains' | 'openings'>;
  readonly #looks: LayoutOptions;
  readonly #text: string;
  /** Where chunks begin, as far as they have been looked for. */
  readonly #starts: number[] = [];
  readonly #further: Iterator<number>;
  readonly #chunks: (readonly Line[] | undefined)[] = [];
  #definitions: Env['references'];

  constructor(
    text: string,
    view: Pick<View, 'curtains' | 'openings'>,
    looks: LayoutOptions,
    chunkSize: number,
  ) {
    this.#view = view;
    this.#looks = looks;
    this.#text = text;
    const isWhole = this.#text.length <= chunkSize || FOOTNOTE.test(this.#text);
    this.#further = isWhole ? [0].values() : chunkStarts(this.#text, chunkSize);
  }

  /** How many chunks there are. In a long text it takes a pass over all of it. */
  get chunkCount(): number {
    this.#start(Number.POSITIVE_INFINITY);
    return this.#starts.length;
  }

  /** Whether there is such a chunk; looks no further than to it. */
  hasChunk(index: number): boolean {
    return this.#start(index) !== undefined;
  }

  /** How many characters it has. */
  get length(): number {
    return this.#text.length;
  }

  /** How many characters stand before a chunk; all of them for an index that there is not. */
  lengthBefore(index: number): number {
    return this.#start(index) ?? this.#text.length;
  }

  /** The lines of a chunk, counted from 0; none for an index that there is not. */
  chunk(index: number): readonly Line[] {
    if (!this.hasChunk(index)) return [];
    const lines = this.#chunks[index] ?? this.#lay(index);
    this.#chunks[index] = lines;
    return lines;
  }

  /** The lines of all chunks, one after the other. They are not kept, so that a long text takes little memory. */
  *chunks(): Generator<readonly Line[]> {
    for (let index = 0; this.hasChunk(index); index++)
      yield this.#chunks[index] ?? this.#lay(index);
  }

  /** The Markdown of a chunk. */
  source(index: number): string {
    return this.#text.slice(this.#start(index), this.#start(index + 1));
  }

  #lay(index: number): Line[] {
    const env: Env = { references: this.#references() };
    const room = {
      page: new Page(this.#view, this.#looks),
      width: this.#looks.width,
      role: 'text',
      bullets: 0,
    } as const;
    const lines = stack(layBlocks(tree(parse(this.source(index), env)), room), true);
    // Every chunk but the first begins with text; the first may hold nothing that shows.
    const isBehind = index > 1 || (index === 1 && this.chunk(0).length > 0);
    return isBehind ? [BLANK, ...lines] : lines;
  }

  /** Where a chunk begins; `undefined` if there is none. */
  #start(index: number): number | undefined {
    while (this.#starts.length <= index) {
      const next = this.#further.next();
      if (next.done) break;
      this.#starts.push(next.value);
    }
    return this.#starts[index];
  }

  /** Link definitions count in all of the text, wherever in it they stand. */
  #references(): NonNullable<Env['references']> {
    if (!this.#definitions) {
      const env = { references: {} };
      if (this.#text.includes(']:') && this.hasChunk(1)) {
        for (let index = 0; index < this.chunkCount; index++) {
          const source = this.source(index);
          if (source.includes(']:')) readDefinitions(source, env);
        }
      }
      this.#definitions = env.references;
    }
    return this.#definitions;
  }
}
