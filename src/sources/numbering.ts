import { type EpisodeCode, episodeCode } from '../model/episode.ts';

/** An episode as a source numbers it. */
export interface NumberedEpisode {
  /** The source's record number; lower means older. */
  readonly record: number;
  /** `null` if the source has no seasons. */
  readonly season: number | null;
  /** `null` for a special. */
  readonly number: number | null;
  /** `YYYY-MM-DD`; `null` if unknown or not announced yet. */
  readonly aired: string | null;
}

/**
 * Gives every episode a code and puts them in viewing order: by air date, and by season and number on the same
 * day. A special gets a number in season 0, also by air date, and so does an episode whose code is already taken. One
 * without a date comes after the episode that precedes it by number, a special after its season.
 */
export function numbered<T extends NumberedEpisode>(
  episodes: readonly T[],
): { readonly code: EpisodeCode; readonly episode: T }[] {
  const regular = new Map<EpisodeCode, T>();
  const specials: T[] = [];
  for (const episode of [...episodes].sort((a, b) => a.record - b.record)) {
    const { season, number } = episode;
    const code = number === null || season === 0 ? null : episodeCode(season ?? 1, number);
    if (code === null || regular.has(code)) specials.push(episode);
    else regular.set(code, episode);
  }
  const dated = placed([...regular].map(([code, episode]) => ({ code, episode })));
  const codes = specials
    .map((episode) => ({ episode, day: episode.aired ?? endOf(episode.season, dated) }))
    .sort((a, b) => compare(a.day, b.day) || a.episode.record - b.episode.record)
    .map(({ episode, day }, index) => ({ code: episodeCode(0, index + 1), episode, day }));
  // a special on the same day comes later, so its gate opens later too
  return [...dated, ...codes].sort((a, b) => compare(a.day, b.day));
}

interface Placed<T> {
  readonly code: EpisodeCode;
  readonly episode: T;
  /** The date that determines its position: its air date, or that of the episode it follows. */
  readonly day: string;
}

function placed<T extends NumberedEpisode>(
  episodes: readonly { readonly code: EpisodeCode; readonly episode: T }[],
): Placed<T>[] {
  const inOrder = [...episodes].sort(
    ({ episode: a }, { episode: b }) =>
      (a.season ?? 1) - (b.season ?? 1) || (a.number ?? 0) - (b.number ?? 0),
  );
  let day = '';
  return inOrder
    .map(({ code, episode }) => {
      day = episode.aired ?? day;
      return { code, episode, day };
    })
    .sort((a, b) => compare(a.day, b.day));
}

/** The date of a season's last episode, or of the very last one if the season is unknown. */
function endOf(season: number | null, episodes: readonly Placed<NumberedEpisode>[]): string {
  const ofSeason = episodes.filter(({ episode }) => episode.season === season);
  return (ofSeason.at(-1) ?? episodes.at(-1))?.day ?? '';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
