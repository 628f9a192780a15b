import { readCodes } from './codes.ts';
import { readNetflixActivity } from './netflix-activity.ts';
import { readNetflixHistory } from './netflix-history.ts';
import { readNfo } from './nfo.ts';
import type { History } from './row.ts';
import { readSimkl, readSimklTable } from './simkl.ts';
import { Source } from './source.ts';
import { readTrakt } from './trakt.ts';
import { readTvTimeJson, readTvTimeTable } from './tv-time.ts';

interface Shape {
  /** As a reader knows it. */
  readonly name: string;
  /** @returns `undefined` if the file is not of this shape. @throws {DamagedHistory} */
  readonly read: (source: Source) => History | undefined;
}

/** Every shape of a watch history, told by what is in the file and not by its name. The first that fits. */
const SHAPES: readonly Shape[] = [
  { name: 'Netflix viewing activity', read: readNetflixActivity },
  { name: 'Netflix viewing history', read: readNetflixHistory },
  { name: 'Trakt', read: readTrakt },
  { name: 'TV Time', read: readTvTimeJson },
  { name: 'Simkl', read: readSimkl },
  { name: 'Simkl', read: readSimklTable },
  { name: 'TV Time', read: readTvTimeTable },
  { name: 'Kodi or Jellyfin', read: readNfo },
  { name: 'list of episodes', read: readCodes },
];

/**
 * Reads a history.
 *
 * @param tick called now and then while a long file is read
 * @returns `undefined` if it is of no shape that is known
 * @throws {DamagedHistory} if it cannot be read to its end
 */
export function readHistory(
  text: string,
  tick?: () => void,
): { readonly shape: string; readonly history: History } | undefined {
  const source = new Source(text, tick);
  for (const { name, read } of SHAPES) {
    const history = read(source);
    if (history) return { shape: name, history };
  }
  return undefined;
}
