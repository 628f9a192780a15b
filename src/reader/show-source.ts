import type { ShowSummary } from '../gated/show-summary.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';

/** A show that can be added. */
export interface FoundShow {
  readonly id: string;
  /** Its title, with what tells it from others of the same title. */
  readonly line: string;
}

/** A show that was added, and the library with it. */
export interface AddedShow {
  readonly slug: string;
  readonly shows: readonly ShowSummary[];
  readonly progress: ShowProgress;
  /** What came of it, in a sentence that tells nothing of any text. */
  readonly notice: string;
}

/**
 * Where shows to add come from. What it asks the network depends on what was typed and chosen alone.
 *
 * Both methods report what they are doing in a few words, stop when the signal is aborted, and throw a `UserError` for
 * what the user should know.
 */
export interface ShowSource {
  search(
    title: string,
    signal: AbortSignal,
    report: (doing: string) => void,
  ): Promise<readonly FoundShow[]>;
  add(id: string, signal: AbortSignal, report: (doing: string) => void): Promise<AddedShow>;
}
