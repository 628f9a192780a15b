/** An episode code in canonical form: `S01E10`. Season and number have at least two digits. */
export type EpisodeCode = `S${string}E${string}`;

/** The episode after which a text may be shown; `null`: no known one, so only a peek opens it. */
export type Gate = EpisodeCode | null;

const WRITTEN = /^(?:s(\d{1,4})\s?e(\d{1,4})|(\d{1,4})x(\d{1,4}))$/i;

/**
 * Reads an episode code: `S01E10`, `s1e10` and `1x10` are the same.
 *
 * @returns the code as `S01E10`, or `undefined` for anything else
 */
export function parseEpisodeCode(text: string): EpisodeCode | undefined {
  const match = WRITTEN.exec(text.trim());
  if (!match) return undefined;
  return episodeCode(Number(match[1] ?? match[3]), Number(match[2] ?? match[4]));
}

/** The code of a season and a number, both counted from 0 (season 0 holds specials). */
export function episodeCode(season: number, number: number): EpisodeCode {
  return `S${String(season).padStart(2, '0')}E${String(number).padStart(2, '0')}`;
}

/** Season and number of a code. */
export function seasonAndNumber(code: EpisodeCode): [season: number, number: number] {
  const end = code.indexOf('E');
  return [Number(code.slice(1, end)), Number(code.slice(end + 1))];
}

/** The name of the season that an episode belongs to; season 0 holds specials. */
export function seasonName(code: EpisodeCode): string {
  const [season] = seasonAndNumber(code);
  return season === 0 ? 'Specials' : `Season ${season}`;
}
