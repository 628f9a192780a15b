import type { Recap } from './recap.ts';
import type { RecapHead } from './recap-head.ts';
import type { Show } from './show.ts';
import type { ShowSummary } from './show-summary.ts';

/** A recap in the library. Its body has not been parsed. */
export interface RecapFile {
  readonly head: RecapHead;
  readonly path: string;
  /** Opens it if its file has been read already. @throws {RecapError} */
  readonly open?: () => Recap;
}

/** A show of the library with its recaps. */
export interface ShowContents {
  /** The show as lists present it. */
  readonly summary: ShowSummary;
  readonly show: Show;
  /** Episode recaps in viewing order, then articles by slug. */
  readonly recaps: readonly RecapFile[];
  /** The introduction in `show.md`; `undefined` if it is missing or cannot be read. */
  readonly introduction: RecapFile | undefined;
  /** The show's `people.md`, which is not a recap; `undefined` if there is none. */
  readonly people: RecapFile | undefined;
}
