import { moment, showName, wholeNumber } from '../entry.ts';
import type { HistoryFormat } from '../format.ts';

/** Other columns that a table may have. Any other column may mean that the table is not about watching. */
const COLUMNS = new Set(['show', 'season', 'episode', 'title', 'date', 'watched_at']);

/** A table that somebody made by hand. */
export const ownTable: HistoryFormat = {
  name: 'table of episodes',
  service: 'a table with `show`, `season` and `episode`',
  howToGet:
    'A CSV with the columns `show`, `season` and `episode`, one watched episode per row; `title` and `date` (`2024-12-31`) are optional, and there are no others',
  readings: [
    {
      kind: 'table',
      fits: (header) =>
        header.has('show', 'season', 'episode') &&
        header.cells.every((name) => COLUMNS.has(name.trim().toLowerCase())),
      open: ({ add }) => ({
        read(row) {
          const name = row.get('show') ?? '';
          const show = name ? { ...showName(name), maySlug: true as const } : null;
          const season = wholeNumber(row.get('season'));
          const number = wholeNumber(row.get('episode'));
          const title = row.get('title') || null;
          const when = moment(row.get('watched_at') || row.get('date'));
          if (season === undefined || number === undefined) add({ kind: 'left-out' });
          else add({ kind: 'numbered', show, season, number, title, when });
        },
      }),
    },
  ],
};
