import type { Episode } from '../gated/show.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import { hasAired } from '../model/air-dates.ts';
import { type EpisodeCode, episodeCode, seasonAndNumber } from '../model/episode.ts';
import { parseEpisodeWords } from '../model/episode-words.ts';
import type { Place, ViewingOrder } from '../model/order.ts';
import { EXIT, UserError } from '../model/user-error.ts';

/** Where the reader is, which `next`, `last` and a bare number count from. */
export interface Here {
  readonly place: Place;
  /** `YYYY-MM-DD`; `next` is never an episode that has not aired. */
  readonly today: string;
}

/** A show. Only one read from its file, not from the index, has air dates. */
type DatedShow = ShowSummary & { readonly episodes?: readonly Episode[] };

/** Resolves an episode of the show as typed by a user. @throws {UserError} */
export function readEpisode(text: string, show: DatedShow, here: Here): EpisodeCode {
  const code = episodeMeant(text, show, here);
  if (code === undefined) {
    throw new UserError(
      `\`${text}\` is not an episode; write it as \`S01E04\`, \`4\`, \`next\` or \`last\``,
      EXIT.usage,
    );
  }
  if (!show.order.knows(code)) {
    const { codes, last } = show.order;
    const range = codes[0] && last ? `; its episodes go from ${codes[0]} to ${last}` : '';
    throw new UserError(`${show.title} has no episode ${code}${range}`, EXIT.usage);
  }
  return code;
}

/** Resolves a place in the show: an episode, or `none`. @throws {UserError} */
export function readPlace(text: string, show: DatedShow, here: Here): Place {
  return text.trim().toLowerCase() === 'none' ? null : readEpisode(text, show, here);
}

/**
 * The code that somebody means, which the show may not list; `undefined` for words that are no episode.
 *
 * @throws {UserError} for `next` and `last` where there is none
 */
export function episodeMeant(text: string, show: DatedShow, here: Here): EpisodeCode | undefined {
  const words = parseEpisodeWords(text);
  if (!words) return undefined;
  if (words.kind === 'code') return words.code;
  if (words.kind === 'number') {
    return episodeCode(seasonOfNext(show.order, here.place), words.number);
  }
  if (words.kind === 'next') return nextEpisode(show, here);
  if (here.place !== null) return here.place;
  throw new UserError(`you have not started ${show.title}, so there is no last episode`);
}

/** Whether resolving a text needs the show's air dates. */
export function needsDates(text: string): boolean {
  return parseEpisodeWords(text)?.kind === 'next';
}

/** @throws {UserError} if there is none, or it has not aired */
function nextEpisode(show: DatedShow, { place, today }: Here): EpisodeCode {
  const { order, title } = show;
  const next = order.isListed ? order.next(place) : numberAfter(place);
  if (next === null) throw new UserError(`there is no next episode of ${title} to watch`);
  const { episodes = [] } = show;
  if (hasAired(episodes, next, today)) return next;
  const day = episodes.find(({ code }) => code === next)?.aired;
  throw new UserError(`${next} of ${title} has not aired yet${day ? ` (it airs on ${day})` : ''}`);
}

/** The season of the next episode; after the last one, or without a list, that of the place. */
function seasonOfNext(order: ViewingOrder, place: Place): number {
  const code = order.next(place) ?? place;
  return code === null ? 1 : seasonAndNumber(code)[0];
}

function numberAfter(place: Place): EpisodeCode {
  if (place === null) return episodeCode(1, 1);
  const [season, number] = seasonAndNumber(place);
  return episodeCode(season, number + 1);
}
