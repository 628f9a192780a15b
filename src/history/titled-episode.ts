import { type EpisodeCode, episodeCode, seasonAndNumber } from '../model/episode.ts';
import { readBracketed, readEpisodeNumber, readSeason } from './season.ts';
import type { TitleIndex } from './title-index.ts';

/**
 * The episodes that may be meant by what comes after a show's name: `Season 1: Title (Episode 2)`. One code is
 * an answer; several contradict each other.
 *
 * A number counts only in the season that is named with it: without one, it may be of a season, or of a
 * spin-off, that the library does not have. A title counts by itself.
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

/** The episodes that may be meant by what comes after a season's name. */
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
  // a title that another episode has, or one more season, says that the number is counted in another way
  const isOther = [title, name].some((text) => show.titled(text).length > 0);
  const isParted = partings(name).some(([part]) => readSeason(part) !== undefined);
  return isOther || isParted || !show.show.order.knows(code) ? [] : [code];
}

/** By title alone, as it is written, or without what is in brackets at its end unless that contradicts it. */
function byTitle(show: TitleIndex, title: string, season: number | null): EpisodeCode[] {
  const exact = show.titled(title, season);
  const bracketed = readBracketed(title);
  if (exact.length > 0 || !bracketed) return exact;
  const { before, number } = bracketed;
  return show
    .titled(before, season)
    .filter((code) => number === null || seasonAndNumber(code)[1] === number);
}

/** The text parted at each colon, and whole with nothing after it. */
export function partings(text: string): [before: string, after: string][] {
  const colons = [...text.matchAll(/[:：]/g)].slice(0, 12);
  const parted = colons.map(({ index }): [string, string] => {
    return [text.slice(0, index), text.slice(index + 1).trim()];
  });
  return [...parted, [text, '']];
}
