import { type EpisodeCode, episodeCode, seasonAndNumber } from '../model/episode.ts';
import type { Place, ViewingOrder } from '../model/order.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';

/** What histories say about one show. */
export interface Watched {
  /** Each watched episode with the latest moment it was watched; `null` where that is not told. */
  readonly episodes: ReadonlyMap<EpisodeCode, number | null>;
  /** When the show was begun again; `null` if it was not. */
  readonly since: number | null;
  /** The last of as many episodes as a file counts, where it does not say which; `null` where none does. */
  readonly counted: EpisodeCode | null;
}

/** Episodes that a history leaves out, with later ones in it. */
export interface Gap {
  readonly first: EpisodeCode;
  readonly last: EpisodeCode;
  /** How many there are. */
  readonly count: number;
  /** The place if these have been watched too. */
  readonly reaching: EpisodeCode;
}

export type Proposal = {
  readonly now: Place;
  readonly proposed: Place;
  readonly gap: Gap | null;
} & (
  | { readonly kind: 'raise'; readonly proposed: EpisodeCode }
  | { readonly kind: 'stay' }
  /** The show was begun again and the new round is behind the place: lower only if the reader says so. */
  | { readonly kind: 'again'; readonly since: number }
  /** The records do not settle where the reader stands, so that nothing is proposed. */
  | { readonly kind: 'unsettled' }
);

/**
 * The place that a history allows: as far as every episode is either before the reader's place or in the
 * history. A gap ends it. A show without a list is followed within its first season only, as nothing says
 * where a season ends.
 *
 * After a rewatch was begun, only what was watched since counts, from the first episode on; a row that does
 * not tell when counts as before.
 */
export function propose(
  order: ViewingOrder,
  { through: now, shouldAsk }: Pick<ShowProgress, 'through' | 'shouldAsk'>,
  { episodes, since, counted: last }: Watched,
): Proposal {
  const counts = (when: number | null) => since === null || (when !== null && when >= since);
  const counted = new Set([...episodes].filter(([, when]) => counts(when)).map(([code]) => code));
  const start = since === null ? now : null;
  const proposed = reach(order, start, counted);
  const gap = gapBehind(order, proposed, counted) ?? gapUpTo(order, proposed, last, counted);
  if (shouldAsk) return { kind: 'unsettled', now, proposed: now, gap: null };
  if (proposed !== null && !order.isOpen(proposed, now)) {
    return { kind: 'raise', now, proposed, gap };
  }
  if (since === null || proposed === now) return { kind: 'stay', now, proposed: now, gap };
  return { kind: 'again', now, proposed, gap: null, since };
}

/** As far as one episode after the other is in the set. */
function reach(order: ViewingOrder, start: Place, watched: ReadonlySet<EpisodeCode>): Place {
  let place = start;
  for (;;) {
    const next = after(order, place);
    if (next === null || !watched.has(next)) return place;
    place = next;
  }
}

function gapBehind(
  order: ViewingOrder,
  place: Place,
  watched: ReadonlySet<EpisodeCode>,
): Gap | null {
  const first = after(order, place);
  if (first === null || ![...watched].some((code) => isBehind(order, first, code))) return null;
  let last = first;
  for (let count = 1; ; count++) {
    const next = after(order, last);
    if (next === null) return null;
    if (watched.has(next)) {
      return { first, last, count, reaching: reach(order, next, watched) ?? next };
    }
    last = next;
  }
}

/** The episodes up to one that a count comes to: asked about as a gap is, as only their number is known. */
function gapUpTo(
  order: ViewingOrder,
  place: Place,
  last: EpisodeCode | null,
  watched: ReadonlySet<EpisodeCode>,
): Gap | null {
  const first = after(order, place);
  if (first === null || last === null) return null;
  if (first !== last && !isBehind(order, first, last)) return null;
  let count = 1;
  for (let code = first; code !== last; count++) code = after(order, code) ?? last;
  return { first, last, count, reaching: reach(order, last, watched) ?? last };
}

/** Whether going on one by one from `first` comes to `code`. */
function isBehind(order: ViewingOrder, first: EpisodeCode, code: EpisodeCode): boolean {
  if (!order.knows(code) || order.compare(first, code) >= 0) return false;
  return order.isListed || seasonAndNumber(first)[0] === seasonAndNumber(code)[0];
}

/** The next episode of the list, or else the next number of the season. */
function after(order: ViewingOrder, place: Place): EpisodeCode | null {
  if (order.isListed) return order.next(place);
  if (place === null) return episodeCode(1, 1);
  const [season, number] = seasonAndNumber(place);
  return number >= 9999 ? null : episodeCode(season, number + 1);
}
