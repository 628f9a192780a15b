import { type EpisodeCode, episodeCode } from './episode.ts';

/** How somebody refers to an episode: by code, by number in an implied season, or relative to their place. */
export type EpisodeWords =
  | { readonly kind: 'code'; readonly code: EpisodeCode }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'next' | 'last' };

const SEASON_AND_EPISODE = /^s(?:eason)?[\s.]*(\d{1,3})[\s.,:-]*e(?:p(?:isode)?)?[\s.]*(\d{1,4})$/i;
const SEASON_X_EPISODE = /^(\d{1,3})x(\d{1,4})$/i;
const EPISODE = /^(?:e(?:p(?:isode)?)?[\s.]*)?(\d{1,4})$/i;

/**
 * Reads how people write an episode: `S01E05`, `s1e5`, `1x05`, `Season 1 Episode 5`, `S1 Ep5`; `5`, `e5`, `ep5`,
 * `Episode 5`; `next`, `last`. Files accept codes only: see `parseEpisodeCode`.
 */
export function parseEpisodeWords(text: string): EpisodeWords | undefined {
  const words = text.trim().toLowerCase();
  if (words === 'next' || words === 'last') return { kind: words };
  const both = SEASON_AND_EPISODE.exec(words) ?? SEASON_X_EPISODE.exec(words);
  if (both) return { kind: 'code', code: episodeCode(Number(both[1]), Number(both[2])) };
  const number = EPISODE.exec(words)?.[1];
  return number === undefined ? undefined : { kind: 'number', number: Number(number) };
}
