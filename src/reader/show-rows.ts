import { comingText } from '../app/air-date-text.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import type { EpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';
import { columns } from '../text/columns.ts';
import { fold } from '../text/fold.ts';
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
  /** How many episodes have been watched; `null` if the show has no list of them. */
  readonly watched: number | null;
  /** The episode to watch next. */
  readonly next: EpisodeCode | null;
  /** How many of its recaps have something new for the reader. */
  readonly news: number;
  /** When that one airs, in words; empty if it has. */
  readonly coming: string;
}

/** The rows of a list, and the text that applies to all of them. */
interface ShowRows {
  readonly rows: readonly ShowRow[];
  /** Columns of the widest title. */
  readonly titleColumns: number;
  /** How many shows are in progress. */
  readonly begun: number;
}

const GROUPS = ['Continue', 'Not started', 'Finished'] as const;

type RowSource = Pick<ReaderState, 'shows' | 'progress' | 'recentShows' | 'news'>;

/** A list that was made, and what of. */
interface Made {
  readonly of: RowSource;
  readonly filter: string;
  readonly list: ShowRows;
}

/**
 * The lists made last, without a filter and with one: a library may have ten thousand shows, and a key must not make
 * their rows again.
 */
let whole: Made | undefined;
let narrowed: Made | undefined;

/** The shows, as far as the filter lets them through: those in progress first, the latest read at the top. */
export function showRows(state: ReaderState, filter: string): ShowRows {
  if (!whole || !isSame(whole, state, '')) whole = { of: state, filter: '', list: all(state) };
  if (filter === '') return whole.list;
  if (!narrowed || !isSame(narrowed, state, filter)) {
    narrowed = { of: state, filter, list: matching(whole.list, filter) };
  }
  return narrowed.list;
}

function isSame({ of, filter }: Made, state: RowSource, wanted: string): boolean {
  return (
    of.shows === state.shows &&
    of.progress === state.progress &&
    of.recentShows === state.recentShows &&
    of.news === state.news &&
    filter === wanted
  );
}

function all(state: ReaderState): ShowRows {
  const recency = new Map(state.recentShows.map((slug, index) => [slug, index]));
  const rank = ({ show }: ShowRow) => recency.get(show.slug) ?? recency.size;
  const made = state.shows.map((show) => rowOf(state, show));
  const rows = GROUPS.flatMap((group) => {
    return made.filter((row) => row.group === group).sort((a, b) => rank(a) - rank(b));
  });
  return measured(rows);
}

function matching({ rows }: ShowRows, filter: string): ShowRows {
  const wanted = fold(filter);
  return measured(
    rows.filter(({ show, about }) => fold(`${show.title} ${about}`).includes(wanted)),
  );
}

function measured(rows: readonly ShowRow[]): ShowRows {
  return {
    rows,
    titleColumns: rows.reduce((widest, { show }) => Math.max(widest, columns(show.title)), 0),
    begun: rows.filter(({ group }) => group === 'Continue').length,
  };
}

function rowOf(state: ReaderState, show: ShowSummary): ShowRow {
  const { order } = show;
  const place = placeIn(state, show.slug);
  const next = order.next(place);
  const news = [...(state.news.get(show.slug)?.values() ?? [])];
  return {
    show,
    group: place === null ? 'Not started' : next || !order.isListed ? 'Continue' : 'Finished',
    about: [show.year, show.network].filter(Boolean).join(', '),
    place,
    watched: order.isListed ? (place === null ? 0 : order.codes.indexOf(place) + 1) : null,
    next,
    news: news.filter(({ isNew, passages }) => isNew || passages > 0).length,
    coming: comingText(show, place, state.settings.today),
  };
}
