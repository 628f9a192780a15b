import { type EpisodeCode, seasonAndNumber } from '../model/episode.ts';
import type { Block } from './block.ts';
import type { EpisodeList } from './episode-list.ts';
import { episodeNames } from './episode-names.ts';

/** The episode of a table's row: by a code in its first cell, or by its number in the season and its title. */
export function rowSubject(
  { cells, lead }: Block,
  season: number | undefined,
  list: EpisodeList,
): EpisodeCode | undefined {
  if (!cells || cells.length < 2) return undefined;
  const [name, ...others] = episodeNames(lead ?? '');
  if (name && name.start === 0 && others.length === 0 && name.end >= (lead ?? '').trim().length) {
    const meaning = list.meaning(name, season);
    if (meaning.isSure && !meaning.isSeason && meaning.latest !== null) {
      const titled = cells.slice(1, 4).flatMap((cell) => list.titled(cell));
      return titled.length === 0 || titled.includes(meaning.latest) ? meaning.latest : undefined;
    }
  }
  const titled = cells.slice(0, 5).flatMap((cell) => list.titled(quotedTitle(cell)));
  const [title, ...more] = new Set(titled);
  if (title === undefined || more.length > 0) return undefined;
  // a title alone may be that of something else: its number must be beside it
  const [titleSeason, titleNumber] = seasonAndNumber(title);
  if (season !== undefined && season !== titleSeason) return undefined;
  const numbers = cells.slice(0, 4).map(numberOf);
  const isNumbered = numbers.includes(titleNumber);
  const isCounted = numbers.includes(list.positionOf(title));
  return isNumbered || isCounted ? title : undefined;
}

function quotedTitle(cell: string): string {
  return /["“„«]([^"”“»]+)["”“»]/.exec(cell)?.[1] ?? cell;
}

function numberOf(cell: string | undefined): number | undefined {
  const digits = /^\D{0,3}(\d{1,4})\D{0,3}$/.exec(cell?.trim() ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
