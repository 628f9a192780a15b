/** A position in a file: line and column, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Something wrong in a recap. Its message is fixed text and never quotes the file. */
export interface Problem {
  /** The rule's name, `area/what`, such as `front-matter/unclosed`. */
  readonly rule: string;
  /** What is wrong and how to fix it, for the author. */
  readonly message: string;
  readonly position: Position;
  /** What a reader is told instead, if the message depends on what may be gated. */
  readonly toReaders?: string;
}

/** What readers are told of front matter if more would depend on values that may be gated. */
export const INVALID_TO_READERS = 'the front matter is invalid; `recap check` says why';

/** A file that cannot be read as a recap at all. Only its fixed message may reach a reader. */
export class RecapError extends Error {
  override readonly name = 'RecapError';
  /** The first problem. */
  readonly problem: Problem;
  /** The other problems, for the author. */
  readonly others: readonly Problem[];

  constructor(
    rule: string,
    message: string,
    position: Position = { line: 1, column: 1 },
    { others = [], toReaders = message }: { others?: readonly Problem[]; toReaders?: string } = {},
  ) {
    super(message);
    this.problem = { rule, message, position, toReaders };
    this.others = others;
  }
}
