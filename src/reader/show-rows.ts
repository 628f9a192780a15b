import type { ShowSummary } from '../gated/show-summary.ts';
import type { EpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';
import { columns } from '../text/columns.ts';
import { folded } from './search.ts';
import type { ReaderState } from './state.ts';
import { placeIn } from './step.ts';

/** A row of the list of shows. */
export interface ShowRow {
  readonly show: ShowSummary;
  /** What the rows around it have in common. */
  readonly group: (typeof GROUPS)[number];
  /** Year and network. */
  readonly about: string;
  readonly place: Place;
  /** How many episodes have been watched; `null` where the show has no list of them. */
  readonly watched: number | null;
  /** The episode to watch next. */
  readonly next: EpisodeCode | null;
}

/** The rows of a list, and the columns that its widest title takes. */
interface ShowRows {
  readonly rows: readonly ShowRow[];
  readonly titleColumns: number;
}

const GROUPS = ['Continue', 'Not started', 'Finished'] as const;

type RowSource = Pick<ReaderState, 'shows' | 'progress' | 'recentShows'>;

/** The rows made last: a library may have ten thousand shows, and a key must not make them all again. */
let last: { readonly of: RowSource; readonly filter: string; readonly made: ShowRows } | undefined;

/** The shows, as far as the filter lets them through: those in progress first, the latest read at the top. */
export function showRows(state: ReaderState, filter: string): ShowRows {
  const isSame =
    last?.of.shows === state.shows &&
    last.of.progress === state.progress &&
    last.of.recentShows === state.recentShows &&
    last.filter === filter;
  if (!last || !isSame) last = { of: state, filter, made: makeRows(state, filter) };
  return last.made;
}

function makeRows(state: ReaderState, filter: string): ShowRows {
  const wanted = folded(filter);
  const recency = new Map(state.recentShows.map((slug, index) => [slug, index]));
  const rank = ({ show }: ShowRow) => recency.get(show.slug) ?? recency.size;
  const all = state.shows.map((show) => rowOf(state, show));
  const shown = wanted
    ? all.filter(({ show, about }) => folded(`${show.title} ${about}`).includes(wanted))
    : all;
  const rows = GROUPS.flatMap((group) => {
    return shown.filter((row) => row.group === group).sort((a, b) => rank(a) - rank(b));
  });
  const widths = rows.map(({ show }) => columns(show.title));
  return { rows, titleColumns: widths.reduce((widest, wide) => Math.max(widest, wide), 0) };
}

function rowOf(state: ReaderState, show: ShowSummary): ShowRow {
  const { order } = show;
  const place = placeIn(state, show.slug);
  const next = order.next(place);
  return {
    show,
    group: place === null ? 'Not started' : next || !order.isListed ? 'Continue' : 'Finished',
    about: [show.year, show.network].filter(Boolean).join(', '),
    place,
    watched: order.isListed ? (place === null ? 0 : order.codes.indexOf(place) + 1) : null,
    next,
  };
}
