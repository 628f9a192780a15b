import type { Problem } from '../model/problem.ts';
import { displayPath } from '../store/disk/display-path.ts';

/**
 * What a reader is told of a file that cannot be read, without quoting it. The line is for `recap check`: it would tell how
 * many lines of gated text are above it.
 */
export function problemText(path: string, { message, toReaders = message }: Problem): string {
  return `${displayPath(path)}: ${toReaders}`;
}
