import type { Show } from '../gated/show.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import { comingEpisode, hasAired } from '../model/air-dates.ts';
import type { Place } from '../model/order.ts';

/** When the next episode airs, if it has not: "S02E03 airs 2026-12-01"; empty otherwise. @param today `YYYY-MM-DD` */
export function comingText(show: ShowSummary, place: Place, today: string): string {
  const coming = comingEpisode(show, place, today);
  return coming ? `${coming.episode} airs ${coming.airs}` : '';
}

/** When the next episode airs, or why no date is shown for it; empty if it has aired. @param today `YYYY-MM-DD` */
export function airDateText(show: Show, place: Place, today: string): string {
  return comingText(show, place, today) || noAirDate(show, place, today);
}

/**
 * Says why no air date is shown for a show's next episode; empty if it has aired or its date is known.
 *
 * That a show has ended is said only to somebody who has watched its last episode: before that, it would tell that
 * nothing comes after it.
 */
function noAirDate(show: Show, place: Place, today: string): string {
  const { order, status, episodes, airDates } = show;
  const next = order.next(place);
  if (next !== null) {
    return hasAired(episodes, next, today) || airDates.has(next) ? '' : UNKNOWN;
  }
  if (place === null || place !== order.last || status === null) return '';
  return status === 'ended' ? 'Ended' : UNKNOWN;
}

const UNKNOWN = 'No air date known';
