import * as z from 'zod/mini';
import { type Entry, showName, wholeNumber } from '../entry.ts';
import type { HistoryFormat } from '../format.ts';

/** Tautulli's history of a Plex server: the response of its `get_history`, or the same as a table. */
export const tautulli: HistoryFormat = {
  name: 'Tautulli',
  service: 'Plex (Tautulli)',
  howToGet:
    'The answer of `…/api/v2?apikey=KEY&cmd=get_history&length=100000`, saved as a file, or the same as CSV. `--viewer` says which user',
  readings: [
    {
      kind: 'json',
      paths: ['$.response.data.data.*', '$.data.data.*', '$.*'],
      fits: (items) => items.some(({ value }) => isHistory(value)),
      open: ({ add }) => ({
        read({ value }) {
          const read = play.safeParse(value);
          add(read.success ? entryOf(read.data) : { kind: 'left-out' });
        },
      }),
    },
    {
      kind: 'table',
      fits: (header) =>
        header.has('grandparent_title', 'parent_media_index', 'media_index', 'watched_status'),
      open: ({ add }) => ({
        read(row) {
          const play = Object.fromEntries(COLUMNS.map((name) => [name, row.get(name)]));
          add(entryOf(play));
        },
      }),
    },
  ],
};

const COLUMNS = [
  'media_type',
  'grandparent_title',
  'parent_media_index',
  'media_index',
  'title',
  'watched_status',
  'date',
  'stopped',
  'user',
  'friendly_name',
] as const;

const cell = z.nullish(z.union([z.string(), z.number()]));
const play = z.partial(z.object(Object.fromEntries(COLUMNS.map((name) => [name, cell]))));

type Play = Partial<Record<string, string | number | null>>;

const history = z.object({
  media_type: z.string(),
  grandparent_title: z.nullish(z.string()),
  watched_status: cell,
});

function isHistory(value: unknown): boolean {
  const read = history.safeParse(value);
  return read.success && read.data.watched_status !== undefined;
}

function entryOf(play: Play): Entry {
  const show = String(play.grandparent_title ?? '').trim();
  const season = wholeNumber(play.parent_media_index);
  const number = wholeNumber(play.media_index);
  const viewer = String(play.friendly_name || play.user || '').trim();
  // a quarter, a half and three quarters mean unfinished plays
  const isWatched = play.media_type === 'episode' && Number(play.watched_status) === 1;
  if (!isWatched || show === '') return { kind: 'left-out', viewer };
  const seconds = Number(play.stopped || play.date || Number.NaN);
  const when = Number.isFinite(seconds) ? seconds * 1000 : null;
  if (season === undefined || number === undefined) {
    return { kind: 'show', show: showName(show), when, viewer };
  }
  const title = String(play.title ?? '') || null;
  return { kind: 'numbered', show: showName(show), season, number, title, when, viewer };
}
