import { type EpisodeCode, episodeCode, seasonAndNumber } from '../model/episode.ts';
import type { Place, ViewingOrder } from '../model/order.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';

/** What histories say about one show. */
export interface Watched {
  /** Each watched episode with the time it was last watched; `null` if unknown. */
  readonly episodes: ReadonlyMap<EpisodeCode, number | null>;
  /** When a rewatch of the show began; `null` if none did. */
  readonly since: number | null;
  /** The last episode by a file's count, if it only counts episodes; `null` if no file does. */
  readonly counted: EpisodeCode | null;
}

/** Episodes missing from a history that has later ones. */
export interface Gap {
  readonly first: EpisodeCode;
  readonly last: EpisodeCode;
  /** The number of missing episodes. */
  readonly count: number;
  /** The place if these have also been watched. */
  readonly reaching: EpisodeCode;
}

export type Proposal = {
  readonly now: Place;
  readonly proposed: Place;
  readonly gap: Gap | null;
} & (
  | { readonly kind: 'raise'; readonly proposed: EpisodeCode }
  | { readonly kind: 'stay' }
  /** A rewatch is behind the place, which is lowered only if the user says so. */
  | { readonly kind: 'again'; readonly since: number }
  /** The user's own records are contradictory, so nothing is proposed. */
  | { readonly kind: 'unsettled' }
);

/**
 * The place that a history supports: as far as every episode is either before the reader's place or in the history. A
 * gap ends it. Without an episode list only the first season is followed, as nothing says where a season ends.
 *
 * During a rewatch, only what was watched since it began counts, from the first episode on; an entry without a time
 * counts as earlier.
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

/** The last episode of the unbroken run in the set. */
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

/** The episodes covered by a count. They are confirmed like a gap, as only their number is known. */
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

/** Whether stepping from `first` reaches `code`. */
function isBehind(order: ViewingOrder, first: EpisodeCode, code: EpisodeCode): boolean {
  if (!order.knows(code) || order.compare(first, code) >= 0) return false;
  return order.isListed || seasonAndNumber(first)[0] === seasonAndNumber(code)[0];
}

/** The next episode in the list, or without a list the next number in the season. */
function after(order: ViewingOrder, place: Place): EpisodeCode | null {
  if (order.isListed) return order.next(place);
  if (place === null) return episodeCode(1, 1);
  const [season, number] = seasonAndNumber(place);
  return number >= 9999 ? null : episodeCode(season, number + 1);
}
