import type { ShowSummary } from '../gated/show-summary.ts';
import { comingEpisode } from '../model/air-dates.ts';
import type { Place } from '../model/order.ts';
import { listedJsonFields, showJsonFields } from '../veil/json-fields.ts';
import type { ListedRecap } from '../veil/listing.ts';

/**
 * A show and the reader's progress in it, in JSON (docs/json.md).
 *
 * @param today `YYYY-MM-DD`
 */
export function showJson(show: ShowSummary, place: Place, today: string) {
  const watched = watchedJson(show, place);
  return {
    slug: show.slug,
    ...showJsonFields(show),
    watched,
    coming: comingEpisode(show, place, today),
  };
}

/** The progress in a show; counts are `null` if the show does not list its episodes. */
export function watchedJson({ order }: ShowSummary, place: Place) {
  return {
    through: place,
    count: watchedCount(order.isListed, order.codes, place),
    of: order.isListed ? order.codes.length : null,
  };
}

/** A recap in the list of a show. */
export function listedRecapJson(recap: ListedRecap) {
  const { slug, episode, state, opensAfter } = recap;
  const kind = episode ? 'episode' : 'article';
  return { slug, kind, ...listedJsonFields(recap), state, opensAfter };
}

function watchedCount(isListed: boolean, codes: readonly string[], place: Place): number | null {
  if (!isListed) return null;
  return place === null ? 0 : codes.indexOf(place) + 1;
}
