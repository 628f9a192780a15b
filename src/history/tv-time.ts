import * as z from 'zod/mini';
import { type History, history, moment, showName, type WatchedRow, wholeNumber } from './row.ts';
import type { Source } from './source.ts';

/** Where each of TV Time's tables, which changed their columns over the years, has what is wanted. */
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

/** Tables of the same form hold comments, ratings and feelings: only these columns are those of watching. */
const SEEN = new Set(
  'user_id tv_show_id tv_show_name episode_id episode_season_number episode_number source watched_on_source_id cpt created_at updated_at seen_date'.split(
    ' ',
  ),
);

/** TV Time's export: `tracking-prod-records*.csv`, `seen_episode*.csv` and the like. */
export function readTvTimeTable(source: Source): History | undefined {
  const has = (name: string) => source.columns.includes(name);
  const columns = TABLES.find(({ show, season, number }) => [show, season, number].every(has));
  if (!columns) return undefined;
  if (columns.show === 'tv_show_name' && !source.columns.every((name) => SEEN.has(name))) {
    return undefined;
  }
  if (columns.show === 'title' && !has('is_watched')) return undefined;
  const rows: WatchedRow[] = [];
  let leftOut = 0;
  for (const record of source.table().records) {
    const season = wholeNumber(record.get(columns.season));
    const number = wholeNumber(record.get(columns.number));
    const title = record.get(columns.show)?.trim() ?? '';
    if (season === undefined || number === undefined || title === '' || !isWatched(record)) {
      leftOut++;
      continue;
    }
    const when = moment(
      record.get('watched_at') || record.get('created_at') || record.get('seen_date'),
    );
    rows.push({ kind: 'numbered', show: showName(title), season, number, title: null, when });
  }
  return history({ rows, leftOut });
}

/** A table of events has other kinds than watching among them: following, rating, putting off. */
function isWatched(record: ReadonlyMap<string, string>): boolean {
  const says = (name: string, yes: RegExp) => {
    const cell = record.get(name);
    return cell === undefined || yes.test(cell.trim());
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

/** The JSON that browser extensions make of a TV Time account: shows with all their episodes, watched or not. */
export function readTvTimeJson({ json }: Source): History | undefined {
  if (!Array.isArray(json) || !json.slice(0, 20).some((entry) => series.safeParse(entry).success)) {
    return undefined;
  }
  const rows: WatchedRow[] = [];
  let leftOut = 0;
  for (const entry of json) {
    const read = series.safeParse(entry);
    if (!read.success) {
      leftOut++;
      continue;
    }
    const show = showName(read.data.title);
    for (const { number: season, episodes } of read.data.seasons) {
      for (const { number, is_watched, watched_at, name } of episodes) {
        const when = moment(watched_at);
        if (is_watched)
          rows.push({ kind: 'numbered', show, season, number, title: name ?? null, when });
        else leftOut++;
      }
    }
  }
  return history({ rows, leftOut });
}
