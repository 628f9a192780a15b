import type { ShowSummary } from '../gated/show.ts';
import { UserError } from '../model/user-error.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';
import type { Outcome } from '../store/progress/log.ts';
import type { Session } from './session.ts';

/** Goes on only if a change of the reader's place is on disk, or was not needed. @throws {UserError} */
export function requireRecorded(session: Session, show: ShowSummary, outcome: Outcome): void {
  if (outcome.kind === 'unknown') throw new UserError(`${show.title} has no such episode`);
  if (outcome.kind !== 'failed') return;
  const where = outcome.file === null ? '' : ` in ${outcome.file}`;
  const rest = outcome.mayBeThere
    ? `; \`recap watched ${show.slug}\` says how far you are`
    : ', so nothing has changed';
  throw new UserError(
    session.noStateFolder ??
      `what you have watched could not be recorded${where}: ${fileErrorWords(outcome.code)}${rest}`,
  );
}
