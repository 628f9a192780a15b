import type { ShowSummary } from '../../gated/show-summary.ts';
import type { Place } from '../../model/order.ts';
import type { ReaderState } from '../state.ts';
import { placeIn } from '../step.ts';

/** Where somebody reads: how far the show has been watched, and who reads along. */
export function progressText({ settings }: ReaderState, place: Place): string {
  const { companions } = settings;
  const through = place === null ? 'not started' : `through ${place}`;
  if (companions.length > 0) return `${through} ${companionsText(companions)}`;
  return place === null ? through : `watched ${through}`;
}

/** Who reads along: "with ann and bob". */
export function companionsText(companions: readonly string[]): string {
  return `with ${[companions.slice(0, -1).join(', '), companions.at(-1)].filter(Boolean).join(' and ')}`;
}

/** How far a show has been watched: how many of its episodes, where there is a list of them. */
export function showStatus(state: ReaderState, { slug, order }: ShowSummary): string {
  const place = placeIn(state, slug);
  if (!order.isListed) return progressText(state, place);
  const watched = place === null ? 0 : order.codes.indexOf(place) + 1;
  const { companions } = state.settings;
  const who = companions.length > 0 ? ` ${companionsText(companions)}` : '';
  return `${watched} of ${order.codes.length} watched${who}`;
}
