import type { EpisodeCode } from '../model/episode.ts';
import type { RecapFrontMatter } from '../model/front-matter.ts';
import { cut } from './cut.ts';
import type { CutProblem, Piece, Spoiler } from './spoiler.ts';

/** What is public in a recap: its front matter, and where it belongs. */
export interface RecapHead {
  /** The slug of its show. */
  readonly show: string;
  /** The file's name without its ending; `show` for the introduction in `show.md`. */
  readonly slug: string;
  readonly frontMatter: RecapFrontMatter;
}

let piecesOf: (recap: Recap) => readonly Piece[];

/**
 * A recap with its secrets. They are in a private field, which no printing, spreading or JSON reaches;
 * only `gatedPieces` reads it, and only `veil` (and the author's checker) may import that.
 */
export class Recap {
  readonly head: RecapHead;
  /** What the cutter could not understand: for the author alone, as its places count gated lines. */
  readonly problems: readonly CutProblem[];
  readonly #pieces: readonly Piece[];

  static {
    piecesOf = (recap) => recap.#pieces;
  }

  /** @param body text made safe by `bodyText` */
  constructor(head: RecapHead, body: string) {
    const { pieces, problems } = cut(body);
    this.head = head;
    this.problems = problems;
    const gate = wholeGate(head);
    this.#pieces = gate ? [whole(gate, pieces)] : pieces;
  }
}

/** The body in public and gated stretches. Whoever calls this holds secrets. */
export function gatedPieces(recap: Recap): readonly Piece[] {
  return piecesOf(recap);
}

/** The gate of the whole body: an episode recap's own episode, or an article's `after`. */
export function wholeGate({ frontMatter }: RecapHead): EpisodeCode | undefined {
  return frontMatter.episode ?? frontMatter.after;
}

function whole(after: EpisodeCode, pieces: readonly Piece[]): Spoiler {
  return {
    form: 'body',
    after,
    label: 'The recap',
    isBroken: false,
    pieces,
    offset: 0,
    openPrefix: '',
    closePrefix: '',
  };
}
