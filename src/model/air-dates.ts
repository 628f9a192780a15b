import type { EpisodeCode } from './episode.ts';
import type { Place, ViewingOrder } from './order.ts';

/** The days on which episodes are first shown, `YYYY-MM-DD`, as far as they are known. */
export type AirDates = ReadonlyMap<EpisodeCode, string>;

/** An episode that has not aired. */
export interface ComingEpisode {
  readonly episode: EpisodeCode;
  readonly airs: string;
}

/**
 * The reader's next episode and when it airs, if it has not aired yet. Nothing tells the dates of later episodes, as
 * they show where a season pauses and ends.
 *
 * @param today `YYYY-MM-DD`
 * @returns `null` if it has aired, or its date is not known
 */
export function comingEpisode(
  { order, airDates }: { readonly order: ViewingOrder; readonly airDates: AirDates },
  place: Place,
  today: string,
): ComingEpisode | null {
  const episode = order.next(place);
  const airs = episode === null ? undefined : airDates.get(episode);
  return episode !== null && airs !== undefined && airs > today ? { episode, airs } : null;
}
