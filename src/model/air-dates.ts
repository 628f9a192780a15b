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

/**
 * Whether an episode has aired. One without a date has if none of the show's has a date, or a later one has aired; one
 * that the show does not list has, as nothing says otherwise.
 *
 * @param episodes in viewing order
 * @param today `YYYY-MM-DD`
 */
export function hasAired(
  episodes: readonly { readonly code: EpisodeCode; readonly aired: string | null }[],
  code: EpisodeCode,
  today: string,
): boolean {
  const from = episodes.findIndex((episode) => episode.code === code);
  if (from < 0) return true;
  const aired = episodes[from]?.aired;
  if (aired) return aired <= today;
  const later = episodes.slice(from + 1).some(({ aired }) => aired !== null && aired <= today);
  return later || episodes.every(({ aired }) => aired === null);
}
