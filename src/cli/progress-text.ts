import { watchedJson } from '../app/show-json.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import type { Place } from '../model/order.ts';

/** How far somebody is in a show, in words: "4 of 10 watched". */
export function progressText(show: ShowSummary, place: Place): string {
  if (place === null) return 'not started';
  const { count, of } = watchedJson(show, place);
  return count === null ? `watched through ${place}` : `${count} of ${of} watched`;
}
