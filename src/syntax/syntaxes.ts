import { arrows } from './arrows.ts';
import { bars } from './bars.ts';
import { block } from './block.ts';
import { callout } from './callout.ts';
import { details } from './details.ts';
import { fence } from './fence.ts';
import { html } from './html.ts';
import { section } from './section.ts';
import { strayAttributes } from './stray-attributes.ts';
import type { Syntax } from './syntax.ts';
import { tag } from './tag.ts';
import { words } from './words.ts';

/** All syntaxes. If two could read the same marker, the first one does. */
export const SYNTAXES: readonly Syntax[] = [
  block,
  tag,
  words,
  bars,
  arrows,
  details,
  callout,
  strayAttributes,
  section,
  fence,
  html,
];

/** A search for markers that knows which syntax each belongs to. */
class MarkerSearch {
  readonly #pattern: RegExp;
  readonly #syntaxes: readonly Syntax[];

  constructor(sources: readonly (readonly [syntax: Syntax, source: string])[]) {
    this.#pattern = new RegExp(sources.map(([, source]) => `(${source})`).join('|'), 'gim');
    this.#syntaxes = sources.map(([syntax]) => syntax);
  }

  /** The first marker at or after an offset. */
  next(text: string, from: number): { syntax: Syntax; marker: string; at: number } | undefined {
    this.#pattern.lastIndex = from;
    const match = this.#pattern.exec(text);
    const syntax = match && this.#syntaxes[match.findIndex((group, n) => n > 0 && group) - 1];
    return syntax ? { syntax, marker: match[0], at: match.index } : undefined;
  }

  /** Whether a text contains any. */
  isIn(text: string): boolean {
    return text.search(this.#pattern) !== -1;
  }
}

const outer = SYNTAXES.flatMap((syntax) =>
  syntax.markers === undefined ? [] : [[syntax, syntax.markers] as const],
);
const inner = SYNTAXES.flatMap((syntax) =>
  syntax.innerMarkers === undefined ? [] : [[syntax, syntax.innerMarkers] as const],
);

/** What begins or ends a spoiler anywhere, even in code, a list, a quote or a comment. */
export const MARKERS = new MarkerSearch(outer);
/** What counts within a spoiler: also what could end it, and what could prevent that. */
export const MARKERS_WITHIN = new MarkerSearch([...outer, ...inner]);
