import type { EpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';

/** An episode in a source. Its identifier stays the same when its code changes. */
export interface IdentifiedEpisode {
  readonly code: EpisodeCode;
  readonly id: string;
}

/**
 * A place after the source has renumbered or reordered the episodes: that of the same episode, or of an earlier one if
 * otherwise an episode that was listed but not watched would come before the place. It can open nothing that was not
 * open, except episodes that the source newly lists before it.
 *
 * @param before the episodes in their former viewing order
 * @param after the episodes in their new viewing order
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
