import type { EpisodeCode } from '../model/episode.ts';
import type { RecapFrontMatter } from '../model/recap-fields.ts';
import { cut } from './cut.ts';
import type { RecapHead } from './recap-head.ts';
import type { CutProblem, Piece, Spoiler } from './spoiler.ts';

let piecesOf: (recap: Recap) => readonly Piece[];

/**
 * A recap with its gated text in a private field, which printing, spreading and JSON do not reach. Only `gatedPieces`
 * reads it, and only `veil` and the author's checker may import that.
 */
export class Recap {
  readonly head: RecapHead<RecapFrontMatter>;
  /** What the cutter could not parse. For the author only, as its positions count gated lines. */
  readonly problems: readonly CutProblem[];
  readonly #pieces: readonly Piece[];

  static {
    piecesOf = (recap) => recap.#pieces;
  }

  /** @param body text sanitized by `bodyText` */
  constructor(head: RecapHead<RecapFrontMatter>, body: string) {
    const { pieces, problems } = cut(body);
    this.head = head;
    this.problems = problems;
    this.#pieces = head.gate ? [whole(head.gate, pieces)] : pieces;
  }
}

/** The body in public and gated stretches. The result holds gated text. */
export function gatedPieces(recap: Recap): readonly Piece[] {
  return piecesOf(recap);
}

function whole(after: EpisodeCode, pieces: readonly Piece[]): Spoiler {
  return {
    form: 'body',
    after,
    label: 'The recap',
    also: undefined,
    isBroken: false,
    pieces,
    offset: 0,
    openPrefix: '',
    closePrefix: '',
  };
}
