import type { Show } from '../gated/show.ts';
import { hasAired } from '../model/air-dates.ts';
import type { Place } from '../model/order.ts';

/**
 * Says why no air date is shown for a show's next episode; empty if it has aired or its date is known.
 *
 * That a show has ended is said only to somebody who has watched its last episode: before that, it would tell that
 * nothing comes after it.
 *
 * @param today `YYYY-MM-DD`
 */
export function noAirDate(show: Show, place: Place, today: string): string {
  const { order, status, episodes, airDates } = show;
  const next = order.next(place);
  if (next !== null) {
    return hasAired(episodes, next, today) || airDates.has(next) ? '' : UNKNOWN;
  }
  if (place === null || place !== order.last || status === null) return '';
  return status === 'ended' ? 'Ended' : UNKNOWN;
}

const UNKNOWN = 'No air date known';
