import type { Curtain, View } from '../veil/view.ts';
import { ASCII, type Glyphs, UNICODE } from './glyphs.ts';
import type { LayoutOptions, Link, Style } from './line.ts';

/** What a piece of Markdown is laid out with, and which spoilers are open at the place reached. */
export class Page {
  readonly glyphs: Glyphs;
  readonly #curtains: readonly Curtain[];
  readonly #openingCount: number;
  /** The openings around the place reached, the innermost last. */
  readonly #around: (number | undefined)[] = [];
  #links = 0;

  constructor(view: Pick<View, 'curtains' | 'openings'>, looks: LayoutOptions) {
    this.glyphs = looks.isAscii ? ASCII : UNICODE;
    this.#curtains = view.curtains;
    this.#openingCount = view.openings.length;
  }

  /** The view's curtain at `index`; `undefined` where there is none. */
  curtain(index: number | undefined): Curtain | undefined {
    return index === undefined ? undefined : this.#curtains[index];
  }

  /** The next link to a target. */
  link(target: string): Link {
    return { index: this.#links++, target };
  }

  /** How many openings are around the place reached. */
  get depth(): number {
    return this.#around.length;
  }

  /** Enters an opening; one that the view does not have counts as that around it. */
  enter(index: number | undefined): void {
    const isKnown = index !== undefined && index < this.#openingCount;
    this.#around.push(isKnown ? index : this.#around.at(-1));
  }

  /** Leaves the innermost opening, or all within `depth` of them. */
  leave(depth = this.depth - 1): void {
    if (depth < this.depth) this.#around.length = Math.max(depth, 0);
  }

  /** The style, with the opening around the place reached. */
  style(style: Style): Style {
    const opening = this.#around.at(-1);
    return opening === undefined ? style : { ...style, opening };
  }
}
