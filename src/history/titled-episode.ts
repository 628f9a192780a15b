import { type EpisodeCode, episodeCode, seasonAndNumber } from '../model/episode.ts';
import { readBracketed, readEpisodeNumber, readSeason } from './season.ts';
import type { TitleIndex } from './title-index.ts';

/**
 * The episodes that the text after a show's name may mean: `Season 1: Title (Episode 2)`. A single code is an answer;
 * several contradict each other.
 *
 * A number counts only with a season: without one, it may belong to a season or a spin-off that the library does not
 * have. A title counts by itself.
 */
export function episodesNamed(show: TitleIndex, rest: string): Set<EpisodeCode> {
  const found = new Set(byTitle(show, rest, null));
  for (const [part, title] of partings(rest)) {
    const season = title === '' ? undefined : show.season(part);
    if (!season) continue;
    for (const code of episodesOfSeason(show, title, season)) found.add(code);
  }
  return found;
}

/** The episodes that the text after a season's name may mean. */
export function episodesOfSeason(
  show: TitleIndex,
  title: string,
  season: { readonly number: number; readonly isCounted: boolean },
): EpisodeCode[] {
  const titled = byTitle(show, title, season.number);
  if (titled.length > 0 || !season.isCounted) return titled;
  const bracketed = readBracketed(title);
  const number = bracketed?.isEpisode ? bracketed.number : readEpisodeNumber(title);
  if (typeof number !== 'number') return [];
  const code = episodeCode(season.number, number);
  const name = bracketed?.isEpisode ? bracketed.before : title;
  // another episode's title, or a second season, shows that the number is counted differently
  const isOther = [title, name].some((text) => show.titled(text).length > 0);
  const isParted = partings(name).some(([part]) => readSeason(part) !== undefined);
  return isOther || isParted || !show.show.order.knows(code) ? [] : [code];
}

/** By title alone: as written, or without trailing brackets unless they contradict it. */
function byTitle(show: TitleIndex, title: string, season: number | null): EpisodeCode[] {
  const exact = show.titled(title, season);
  const bracketed = readBracketed(title);
  if (exact.length > 0 || !bracketed) return exact;
  const { before, number } = bracketed;
  return show
    .titled(before, season)
    .filter((code) => number === null || seasonAndNumber(code)[1] === number);
}

/** The text split at each colon, and the whole text with nothing after it. */
export function partings(text: string): [before: string, after: string][] {
  const colons = [...text.matchAll(/[:：]/g)].slice(0, 12);
  const parted = colons.map(({ index }): [string, string] => {
    return [text.slice(0, index), text.slice(index + 1).trim()];
  });
  return [...parted, [text, '']];
}
