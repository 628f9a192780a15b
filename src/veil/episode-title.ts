import { listedTitle, type Show, secretsOf } from '../gated/show.ts';
import type { EpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';

/** A reader: how far they have watched the show, and whether they want to see every title. */
export interface Reader {
  readonly place: Place;
  /** `--titles`: show episode titles whatever the place. */
  readonly showsTitles: boolean;
}

/**
 * An episode's title if this reader may see it: the episode before it has been watched (docs/format.md), and the title
 * holds no declared secret that is still hidden.
 *
 * @param own the title given by the recap itself, if any
 * @returns `null` while it is hidden, or if the episode has no title
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
