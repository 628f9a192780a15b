import type { ShowSummary } from '../gated/show.ts';
import type { Place } from '../model/order.ts';

/** How far a reader is, in words: "4 of 10 watched". */
export function progressText(show: ShowSummary, place: Place): string {
  const { codes } = show.order;
  const count = watchedCount(show, place);
  if (place === null) return 'not started';
  return count === null ? `watched through ${place}` : `${count} of ${codes.length} watched`;
}

/** How many episodes are watched; `null` where the show does not list its episodes. */
function watchedCount(show: ShowSummary, place: Place): number | null {
  const { codes, isListed } = show.order;
  if (!isListed) return null;
  return place === null ? 0 : codes.indexOf(place) + 1;
}

/** The same for programs. */
export function watchedJson(show: ShowSummary, place: Place) {
  return {
    through: place,
    count: watchedCount(show, place),
    of: show.order.isListed ? show.order.codes.length : null,
  };
}
