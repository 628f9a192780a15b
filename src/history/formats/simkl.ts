import * as z from 'zod/mini';
import { parseEpisodeCode, seasonAndNumber } from '../../model/episode.ts';
import { moment, showName, wholeNumber } from '../entry.ts';
import type { HistoryFormat, JsonItem, Receiver } from '../format.ts';
import type { TableRow } from '../table.ts';

/** Simkl's backup: JSON with every episode, or CSV with only the last one of each show. */
export const simkl: HistoryFormat = {
  name: 'Simkl',
  service: 'Simkl',
  howToGet: 'Settings, Backup. The JSON has all episodes, the CSV only the last one of each show',
  readings: [
    {
      kind: 'json',
      paths: ['$.shows.*', '$.anime.*', '$.movies.*'],
      fits: (items) => items.some(({ value }) => backupItem.safeParse(value).success),
      open: (to) => ({ read: (item) => readItem(item, to) }),
    },
    {
      kind: 'table',
      fits: (header) => header.has('title', 'type', 'LastEpWatched'),
      open: (to) => ({ read: (row) => readRow(row, to) }),
    },
  ],
};

const count = z.int().check(z.nonnegative(), z.maximum(9999));

const named = z.object({ title: z.string(), year: z.nullish(z.number()) });
const backupItem = z.union([
  z.object({ status: z.string(), show: named }),
  z.object({ status: z.string(), movie: z.object({ title: z.string() }) }),
]);

const watchedShow = z.object({
  show: named,
  status: z.nullish(z.string()),
  last_watched: z.nullish(z.string()),
  last_watched_at: z.nullish(z.string()),
  watched_episodes_count: z.nullish(z.number()),
  seasons: z.nullish(
    z.array(
      z.object({
        number: count,
        episodes: z.array(z.object({ number: count, watched_at: z.nullish(z.string()) })),
      }),
    ),
  ),
});

function readItem({ path, value }: JsonItem, { add }: Receiver): void {
  const read = watchedShow.safeParse(value);
  if (path === 'movies' || !read.success) {
    add({ kind: 'left-out' });
    return;
  }
  const { show, status, seasons, last_watched, last_watched_at, watched_episodes_count } =
    read.data;
  const name = showName(show.title, show.year);
  for (const { number: season, episodes } of seasons ?? []) {
    for (const { number, watched_at } of episodes) {
      const when = moment(watched_at);
      add({ kind: 'numbered', show: name, season, number, title: null, when });
    }
  }
  if (seasons?.length) return;
  const when = moment(last_watched_at);
  const code = parseEpisodeCode(last_watched ?? '');
  if (code) {
    const [season, number] = seasonAndNumber(code);
    add({ kind: 'numbered', show: name, season, number, title: null, when });
  } else if (watched_episodes_count) {
    add({ kind: 'count', show: name, episodes: watched_episodes_count });
  } else if (status === 'completed') add({ kind: 'show', show: name, when });
  else add({ kind: 'left-out' });
}

function readRow(row: TableRow, { add }: Receiver): void {
  const show = showName(row.get('title') ?? '', wholeNumber(row.get('year')) ?? null);
  const last = row.get('LastEpWatched') ?? '';
  const when = moment(row.get('WatchedDate'));
  const code = parseEpisodeCode(last);
  // anime has no seasons there
  const episodes = wholeNumber(/^(?:ep?)?\s*(\d+)$/i.exec(last)?.[1]);
  if (/movie/i.test(row.get('type') ?? '')) add({ kind: 'left-out' });
  else if (code) {
    const [season, number] = seasonAndNumber(code);
    add({ kind: 'numbered', show, season, number, title: null, when });
  } else if (episodes) add({ kind: 'count', show, episodes });
  else if (row.get('watchlist') === 'completed') add({ kind: 'show', show, when });
  else add({ kind: 'left-out' });
}
