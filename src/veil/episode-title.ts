import { listedTitle, type Show, secretsOf } from '../gated/show.ts';
import type { EpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';

/** Who reads: how far they have watched the show, and whether they want every title. */
export interface Reader {
  readonly place: Place;
  /** `--titles`: episode titles are shown whatever the place. */
  readonly showsTitles: boolean;
}

/**
 * An episode's title if this reader may see it: once the episode before it has been watched (docs/format.md), and
 * not while it holds a declared secret.
 *
 * @param own the title that the recap itself gives, if any
 * @returns `null` while it is hidden, or where nobody has named it
 */
export function episodeTitle(
  show: Show,
  code: EpisodeCode,
  reader: Reader,
  own?: string,
): string | null {
  const title = own ?? listedTitle(show, code);
  if (title === undefined) return null;
  const { order } = show;
  const isNext = order.isListed ? order.next(reader.place) === code : false;
  const isTold = reader.showsTitles || isNext || order.isOpen(code, reader.place);
  return isTold ? secretsOf(show).closedAt(reader.place, order).withheld(title) : null;
}
