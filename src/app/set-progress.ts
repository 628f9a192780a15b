import type { ShowSummary } from '../gated/show-summary.ts';
import type { Place } from '../model/order.ts';
import { UserError } from '../model/user-error.ts';
import type { Audience } from './audience.ts';
import { requireRecorded } from './require-recorded.ts';

/** Sets the reader's progress in a show, forward or back. @throws {UserError} if it could not be recorded */
export function setProgress(audience: Audience, show: ShowSummary, place: Place): void {
  const { progress } = audience;
  const { through, shouldAsk } = audience.recorded(show);
  // forward is a confirmation, which other devices may have passed; back starts over
  const isForward = place !== null && !show.order.isOpen(place, through) && !shouldAsk;
  const outcome = isForward ? progress.confirm(show, place) : progress.goBack(show, place);
  requireRecorded(audience, show, outcome);
}

/** Undoes this device's last change in a show. @throws {UserError} if it could not be recorded */
export function undoProgress(audience: Audience, show: ShowSummary): void {
  const outcome = audience.progress.undo(show);
  if (outcome.kind === 'nothing-to-undo') {
    throw new UserError(`nothing to undo for ${show.title} on this device`);
  }
  requireRecorded(audience, show, outcome);
}
