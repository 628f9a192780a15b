import type { ShowSummary } from '../gated/show-summary.ts';
import { type EpisodeCode, parseEpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';
import { EXIT, UserError } from '../model/user-error.ts';

/** An episode of the show, as somebody wrote it. @throws {UserError} */
export function readEpisode(text: string, show: ShowSummary): EpisodeCode {
  const code = parseEpisodeCode(text);
  if (!code) {
    throw new UserError(`\`${text}\` is no episode code; write it as \`S01E04\``, EXIT.usage);
  }
  if (!show.order.knows(code)) {
    const { codes, last } = show.order;
    const range = codes[0] && last ? `; its episodes go from ${codes[0]} to ${last}` : '';
    throw new UserError(`${show.title} has no episode ${code}${range}`, EXIT.usage);
  }
  return code;
}

/** A place in the show: an episode, or `none`. @throws {UserError} */
export function readPlace(text: string, show: ShowSummary): Place {
  return text.toLowerCase() === 'none' ? null : readEpisode(text, show);
}
