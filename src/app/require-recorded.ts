import type { ShowSummary } from '../gated/show-summary.ts';
import { UserError } from '../model/user-error.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';
import type { Outcome } from '../store/progress/log.ts';
import type { Audience } from './audience.ts';

/** Requires that a change of progress is on disk, or was not needed. @throws {UserError} */
export function requireRecorded({ noFolder }: Audience, show: ShowSummary, outcome: Outcome): void {
  if (outcome.kind === 'unknown') throw new UserError(`${show.title} has no such episode`);
  if (outcome.kind !== 'failed') return;
  const where = outcome.file === null ? '' : ` in ${outcome.file}`;
  const rest = outcome.mayBeThere
    ? `; run \`recap watched ${show.slug}\` to see your progress`
    : '; nothing was changed';
  throw new UserError(
    noFolder ??
      `your progress could not be recorded${where}: ${fileErrorWords(outcome.code)}${rest}`,
  );
}
