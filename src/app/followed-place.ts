import type { EpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';

/** An episode as a source knows it. Its identifier stays the same, whatever its code becomes. */
export interface IdentifiedEpisode {
  readonly code: EpisodeCode;
  readonly id: string;
}

/**
 * A place after the source has numbered or ordered the episodes anew: that of the same episode, or of the last one before
 * it such that no episode before the place is one that was listed and not watched. It can open nothing that was not
 * open, except episodes that the source lists for the first time before it.
 *
 * @param before the episodes in their former viewing order
 * @param after in their new one
 */
export function followedPlace(
  before: readonly IdentifiedEpisode[],
  after: readonly IdentifiedEpisode[],
  place: Place,
): Place {
  const through = before.findIndex(({ code }) => code === place);
  const closed = new Set(before.slice(through + 1).map(({ id }) => id));
  const firstClosed = after.findIndex(({ id }) => closed.has(id));
  const isOpen = (position: number) => firstClosed === -1 || position < firstClosed;
  for (const { id } of before.slice(0, through + 1).reverse()) {
    const position = after.findIndex((episode) => episode.id === id);
    if (position !== -1 && isOpen(position)) return after[position]?.code ?? null;
  }
  return null;
}
