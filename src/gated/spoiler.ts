import type { Gate } from '../model/episode.ts';

/** A stretch of a body. */
export type Piece = Text | Spoiler;

/** Text as written. */
export interface Text {
  readonly text: string;
  /** Where it stands in the body, in UTF-16 code units. */
  readonly offset: number;
}

/** A stretch of text with a gate (docs/format.md). It holds gated text: only `veil` may look into it. */
export interface Spoiler {
  /** A section or block stands on lines of its own, words stand within a line, a body is the whole recap. */
  readonly form: 'section' | 'block' | 'words' | 'body';
  /** The gate as written, `null` for `never`; `undefined`: none, so that of what surrounds it holds. */
  readonly after: Gate | undefined;
  readonly label: string | undefined;
  /** Other names of the person whose card it is. They are gated like what they stand at. */
  readonly also: string | undefined;
  /** It could not be understood and never opens by the reader's place. */
  readonly isBroken: boolean;
  readonly pieces: readonly Piece[];
  /** Where its opener stands in the body, in UTF-16 code units. */
  readonly offset: number;
  /** What stood before a block's opener and closer on their lines: the marks of a quote or list. */
  readonly openPrefix: string;
  readonly closePrefix: string;
}

/** What the cutter could not understand, for the author. It quotes nothing of the body. */
export interface CutProblem {
  readonly rule: string;
  readonly message: string;
  /** In UTF-16 code units from the body's beginning. */
  readonly offset: number;
}

export function isText(piece: Piece): piece is Text {
  return 'text' in piece;
}
