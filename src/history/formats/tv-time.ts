import * as z from 'zod/mini';
import { moment, showName, wholeNumber } from '../entry.ts';
import type { HistoryFormat, JsonItem, Receiver } from '../format.ts';
import type { Header, TableRow } from '../table.ts';

/** TV Time's own tables, and exports that browser extensions made before the service closed. */
export const tvTime: HistoryFormat = {
  name: 'TV Time',
  service: 'TV Time',
  howToGet:
    'The archive of its data, or `tracking-prod-records.csv`, `tracking-prod-records-v2.csv`, `seen_episode_source.csv`, `watched_on_episode.csv` in it; or the JSON or CSV that a browser extension made',
  readings: [
    {
      kind: 'json',
      paths: ['$.*'],
      fits: (items) => items.some(({ value }) => series.safeParse(value).success),
      open: (to) => ({ read: (item) => readSeries(item, to) }),
    },
    {
      kind: 'table',
      fits: (header) => columnsOf(header) !== undefined,
      open: (to) => ({ read: (row) => readRow(row, to) }),
    },
  ],
};

/** The relevant columns of each of TV Time's tables, which changed over the years. */
interface Columns {
  readonly show: string;
  readonly season: string;
  readonly number: string;
}

const TABLES: readonly Columns[] = [
  { show: 'series_name', season: 'season_number', number: 'episode_number' },
  { show: 'series_name', season: 's_no', number: 'ep_no' },
  { show: 'tv_show_name', season: 'episode_season_number', number: 'episode_number' },
  { show: 'title', season: 'season', number: 'episode' },
];

/** Tables of the same form hold comments, ratings and reactions: only these columns mean watching. */
const SEEN = new Set(
  'user_id tv_show_id tv_show_name episode_id episode_season_number episode_number source watched_on_source_id cpt created_at updated_at seen_date'.split(
    ' ',
  ),
);

function columnsOf(header: Header): Columns | undefined {
  const columns = TABLES.find(({ show, season, number }) => header.has(show, season, number));
  if (columns?.show === 'title' && !header.has('is_watched')) return undefined;
  const isOfWatching = header.cells.every((name) => SEEN.has(name.trim().toLowerCase()));
  return columns?.show === 'tv_show_name' && !isOfWatching ? undefined : columns;
}

function readRow(row: TableRow, { add }: Receiver): void {
  const columns = TABLES.find(({ show, season, number }) => {
    return [show, season, number].every((name) => row.get(name) !== undefined);
  });
  const title = row.get(columns?.show ?? '') ?? '';
  if (!columns || title === '' || !isWatched(row)) {
    add({ kind: 'left-out' });
    return;
  }
  const show = showName(title);
  const season = wholeNumber(row.get(columns.season));
  const number = wholeNumber(row.get(columns.number));
  const when = moment(row.get('watched_at') || row.get('created_at') || row.get('seen_date'));
  if (season === undefined || number === undefined) add({ kind: 'show', show, when });
  else add({ kind: 'numbered', show, season, number, title: null, when });
}

/** A table of events also has kinds other than watching: following, rating, postponing. */
function isWatched(row: TableRow): boolean {
  const says = (name: string, yes: RegExp) => {
    const cell = row.get(name);
    return cell === undefined || yes.test(cell);
  };
  return (
    says('key', /^(?:re)?watch-episode/) &&
    says('type', /^(?:(?:re)?watch|episode)$/) &&
    says('entity_type', /^episode$/) &&
    says('is_watched', /^(?:true|1)$/i)
  );
}

const count = z.int().check(z.nonnegative(), z.maximum(9999));

const series = z.object({
  title: z.string(),
  seasons: z.array(
    z.object({
      number: count,
      episodes: z.array(
        z.object({
          number: count,
          is_watched: z.boolean(),
          watched_at: z.nullish(z.string()),
          name: z.nullish(z.string()),
        }),
      ),
    }),
  ),
});

function readSeries({ value }: JsonItem, { add }: Receiver): void {
  const read = series.safeParse(value);
  if (!read.success) {
    add({ kind: 'left-out' });
    return;
  }
  const show = showName(read.data.title);
  for (const { number: season, episodes } of read.data.seasons) {
    for (const { number, is_watched, watched_at, name } of episodes) {
      const when = moment(watched_at);
      if (!is_watched) add({ kind: 'left-out' });
      else add({ kind: 'numbered', show, season, number, title: name ?? null, when });
    }
  }
}
