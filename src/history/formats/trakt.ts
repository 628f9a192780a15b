import * as z from 'zod/mini';
import { moment, showName, wholeNumber } from '../entry.ts';
import type { HistoryFormat, JsonItem, Receiver } from '../format.ts';
import type { TableRow } from '../table.ts';

/**
 * Trakt's `watched-shows.json`, its history files, and the history as CSV. Since 2026 the watched shows come without
 * episodes, which are only in the history files.
 */
export const trakt: HistoryFormat = {
  name: 'Trakt',
  service: 'Trakt',
  howToGet:
    'Settings, Data, "Export": the archive, or `watched-shows.json` and the history files in it. Exports since 2026 have the episodes in the history files only',
  readings: [
    {
      kind: 'json',
      paths: ['$.*'],
      fits: (items) => items.some(({ value }) => ours.safeParse(value).success),
      open: (to) => ({ read: (item) => readItem(item, to) }),
    },
    {
      kind: 'table',
      fits: (header) =>
        header.has('watched_at', 'type', 'season', 'episode') &&
        (header.has('title') || header.has('show_title')) &&
        // TV Time's has the episodes that were not watched too
        !header.has('is_watched'),
      open: (to) => ({ read: (row) => readRow(row, to) }),
    },
  ],
};

const show = z.object({ title: z.string(), year: z.nullish(z.number()) });
const when = z.nullish(z.string());
const count = z.int().check(z.nonnegative(), z.maximum(9999));

const watchedShow = z.object({
  show,
  reset_at: when,
  last_watched_at: when,
  seasons: z.optional(
    z.array(
      z.object({
        number: count,
        episodes: z.array(
          z.object({ number: count, plays: z.nullish(z.number()), last_watched_at: when }),
        ),
      }),
    ),
  ),
});

const play = z.object({
  watched_at: when,
  show,
  episode: z.object({ season: count, number: count, title: z.nullish(z.string()) }),
});

const film = z.object({ movie: z.unknown() });

/** The timestamps that identify an entry as Trakt's, not another service's list of shows. */
const ours = z.union([
  z.object({ show, plays: z.number() }),
  z.object({ show, last_watched_at: z.string(), plays: z.nullish(z.number()) }),
  z.object({ episode: z.object({ season: z.number() }), show, watched_at: z.string() }),
  z.object({ movie: z.object({ title: z.string() }), plays: z.nullish(z.number()) }),
]);

function readItem({ value }: JsonItem, { add }: Receiver): void {
  const played = play.safeParse(value);
  const watched = played.success ? undefined : watchedShow.safeParse(value);
  if (played.success) {
    const { episode, watched_at } = played.data;
    add({
      kind: 'numbered',
      show: showName(played.data.show.title, played.data.show.year),
      season: episode.season,
      number: episode.number,
      title: episode.title ?? null,
      when: moment(watched_at),
    });
  } else if (watched?.success && !film.safeParse(value).success) {
    const { reset_at, last_watched_at, seasons } = watched.data;
    const name = showName(watched.data.show.title, watched.data.show.year);
    const since = moment(reset_at);
    if (since !== null) add({ kind: 'rewatch', show: name, since });
    if (!seasons) add({ kind: 'show', show: name, when: moment(last_watched_at) });
    for (const { number: season, episodes } of seasons ?? []) {
      for (const { number, plays, last_watched_at: at } of episodes) {
        if (plays === 0) add({ kind: 'left-out' });
        else {
          add({ kind: 'numbered', show: name, season, number, title: null, when: moment(at) });
        }
      }
    }
  } else add({ kind: 'left-out' });
}

function readRow(row: TableRow, { add }: Receiver): void {
  const season = wholeNumber(row.get('season'));
  const number = wholeNumber(row.get('episode'));
  const title = row.get('show_title') ?? row.get('title') ?? '';
  const at = moment(row.get('watched_at'));
  if (row.get('type') !== 'episode' || season === undefined || number === undefined || !title) {
    add({ kind: 'left-out' });
    return;
  }
  const year = wholeNumber(row.get('year')) ?? null;
  add({ kind: 'numbered', show: showName(title, year), season, number, title: null, when: at });
}
