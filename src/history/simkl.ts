import * as z from 'zod/mini';
import { parseEpisodeCode, seasonAndNumber } from '../model/episode.ts';
import { type History, history, moment, type ShowName, showName, type WatchedRow } from './row.ts';
import type { Source } from './source.ts';

const count = z.int().check(z.nonnegative(), z.maximum(9999));

const item = z.object({
  show: z.object({ title: z.string(), year: z.nullish(z.number()) }),
  status: z.nullish(z.string()),
  seasons: z.nullish(
    z.array(
      z.object({
        number: count,
        episodes: z.array(z.object({ number: count, watched_at: z.nullish(z.string()) })),
      }),
    ),
  ),
});

const backup = z.object({
  shows: z.nullish(z.array(z.unknown())),
  anime: z.nullish(z.array(z.unknown())),
  movies: z.nullish(z.array(z.unknown())),
});

/** Simkl's backup as JSON: shows and anime with the episodes that were watched. */
export function readSimkl({ json }: Source): History | undefined {
  const whole = backup.safeParse(json);
  if (!whole.success || !(whole.data.shows ?? whole.data.anime)) return undefined;
  const rows: WatchedRow[] = [];
  const bare: ShowName[] = [];
  let leftOut = whole.data.movies?.length ?? 0;
  for (const entry of [...(whole.data.shows ?? []), ...(whole.data.anime ?? [])]) {
    const read = item.safeParse(entry);
    if (!read.success) {
      leftOut++;
      continue;
    }
    const { show, status, seasons } = read.data;
    const name = showName(show.title, show.year);
    if (!seasons?.length && status === 'completed') bare.push(name);
    else if (!seasons?.length) leftOut++;
    for (const { number: season, episodes } of seasons ?? []) {
      for (const { number, watched_at } of episodes) {
        rows.push({
          kind: 'numbered',
          show: name,
          season,
          number,
          title: null,
          when: moment(watched_at),
        });
      }
    }
  }
  return history({ rows, leftOut, bare });
}

/** Simkl's backup as CSV names the last episode of each show alone: what came before it is asked about. */
export function readSimklTable(source: Source): History | undefined {
  if (!['title', 'type', 'lastepwatched'].every((name) => source.columns.includes(name))) {
    return undefined;
  }
  const rows: WatchedRow[] = [];
  const bare: ShowName[] = [];
  let leftOut = 0;
  for (const record of source.table().records) {
    const year = record.get('year') ?? '';
    const name = showName(record.get('title') ?? '', /^\d{4}$/.test(year) ? Number(year) : null);
    const code = parseEpisodeCode(record.get('lastepwatched') ?? '');
    const isFilm = /movie/i.test(record.get('type') ?? '');
    if (code && !isFilm) {
      const [season, number] = seasonAndNumber(code);
      const when = moment(record.get('watcheddate'));
      rows.push({ kind: 'numbered', show: name, season, number, title: null, when });
    } else if (!isFilm && record.get('watchlist') === 'completed') bare.push(name);
    else leftOut++;
  }
  return history({ rows, leftOut, bare });
}
