import { type EpisodeCode, episodeCode } from './episode.ts';

/**
 * An episode code within other text (`/s01e02/`, `S01E02-E10`, `s01-e02`, `season-1-episode-2`, `1x02`), and what
 * follows in a range or a double episode.
 */
const MENTION =
  /(?<![\p{L}\p{N}])(?:s(?:eason|taffel)?[\s._-]*(?<season>\d{1,3})[\s._,-]*e(?:p(?:isode)?)?[\s._-]*(?<number>\d{1,4})|(?<seasonX>\d{1,3})x(?<numberX>\d{1,4}))(?<more>(?:\s?(?:[-–—+&/]|to)?\s?(?:\d{1,3}x|(?:s\d{1,3})?e?)\d{1,4}(?![\p{L}\p{N}]))*)/giu;

/** The rest of a range, part by part. */
const PART = /(?:s(?<season>\d{1,3})e|(?<seasonX>\d{1,3})x|e)?(?<number>\d{1,4})/giu;

/**
 * The codes of the episodes that a text names, in any form; for a range, the first and the last. A text can name more
 * than it means, so use this to find what may be meant, never to open anything.
 */
export function episodeCodesIn(text: string): EpisodeCode[] {
  return Array.from(text.normalize('NFKC').matchAll(MENTION)).flatMap(({ groups = {} }) => {
    const season = Number(groups.season ?? groups.seasonX);
    const first = episodeCode(season, Number(groups.number ?? groups.numberX));
    const others = Array.from((groups.more ?? '').matchAll(PART), ({ groups: part = {} }) => {
      return episodeCode(Number(part.season ?? part.seasonX ?? season), Number(part.number));
    });
    return [first, ...others];
  });
}
