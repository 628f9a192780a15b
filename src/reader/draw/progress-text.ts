import type { Place } from '../../model/order.ts';
import type { ReaderState } from '../state.ts';

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
