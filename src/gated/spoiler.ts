import type { Gate } from '../model/episode.ts';

/** A stretch of a body. */
export type Piece = Text | Spoiler;

/** Text as written. */
export interface Text {
  readonly text: string;
  /** Its offset in the body, in UTF-16 code units. */
  readonly offset: number;
}

/** A stretch of text with a gate (docs/format.md). It holds gated text that only `veil` may look at. */
export interface Spoiler {
  /** A section or block has its own lines, words are within a line, a body is the whole recap. */
  readonly form: 'section' | 'block' | 'words' | 'body';
  /** The gate as written, `null` for `never`; `undefined`: none, so the surrounding gate holds. */
  readonly after: Gate | undefined;
  readonly label: string | undefined;
  /** Other names of the person whose card it is. They are gated like the spoiler itself. */
  readonly also: string | undefined;
  /** It is invalid and never opens by the reader's place. */
  readonly isBroken: boolean;
  readonly pieces: readonly Piece[];
  /** The offset of its opener in the body, in UTF-16 code units. */
  readonly offset: number;
  /** The quote or list markers before a block's opener and closer on their lines. */
  readonly openPrefix: string;
  readonly closePrefix: string;
}

/** Something that the cutter could not parse, for the author. It never quotes the body. */
export interface CutProblem {
  readonly rule: string;
  readonly message: string;
  /** The offset in the body, in UTF-16 code units. */
  readonly offset: number;
}

export function isText(piece: Piece): piece is Text {
  return 'text' in piece;
}
