import { type EpisodeCode, episodeCode, parseEpisodeCode } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';

/** What a heading says of the episode that it is about. */
export interface HeadingSubject {
  /** `'unsure'`: an episode, or a spoiler, of which it is not said or not known which one. */
  readonly gate: EpisodeCode | 'unsure' | undefined;
  /** The season that it names, for the headings below it. */
  readonly season: number | undefined;
}

const CODES = /\b(?:s\d{1,3}\s?e\d{1,4}|\d{1,3}x\d{1,4})\b/gi;
const SEVERAL = /\bepisodes\b/i;
/** Words of headings that tell what happens, whichever episode it is. */
const TELLING = /\b(?:spoil\w*|episode|finale|premiere|ending|chapter)\b/i;
const SEASON = /\b(?:season|series|book)\s+(\d{1,3})\b/i;
const EPISODE = /\b(?:episode|ep\.?|part|chapter)\s+(\d{1,4})\b/i;

/**
 * Reads which episode a heading is about. A number alone is one of the season that the headings before named,
 * or of a show's only season; otherwise nobody knows.
 *
 * @param season the one named last
 */
export function headingSubject(
  text: string,
  season: number | undefined,
  order: ViewingOrder | undefined,
): HeadingSubject {
  const codes = Array.from(text.matchAll(CODES), ([code]) => code);
  const named = numberIn(SEASON, text);
  const number = numberIn(EPISODE, text);
  // of several nobody knows which is the last that it tells
  if (codes.length > 1 || SEVERAL.test(text)) return { gate: 'unsure', season: named };
  const [code] = codes;
  if (code !== undefined) return { gate: known(parseEpisodeCode(code), order), season: named };
  if (number === undefined) {
    return { gate: TELLING.test(text) ? 'unsure' : undefined, season: named };
  }
  const only = onlySeason(order);
  const of = named ?? season ?? only;
  const gate = of === undefined ? 'unsure' : known(episodeCode(of, number), order);
  return { gate, season: named };
}

function known(
  code: EpisodeCode | undefined,
  order: ViewingOrder | undefined,
): EpisodeCode | 'unsure' {
  return code !== undefined && (order?.knows(code) ?? true) ? code : 'unsure';
}

function onlySeason(order: ViewingOrder | undefined): number | undefined {
  const seasons = new Set(order?.codes.map((code) => Number(/^S(\d+)/.exec(code)?.[1])));
  return seasons.size === 1 ? [...seasons][0] : undefined;
}

function numberIn(pattern: RegExp, text: string): number | undefined {
  const digits = pattern.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
