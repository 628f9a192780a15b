import { moment, showName, wholeNumber } from '../entry.ts';
import type { HistoryFormat } from '../format.ts';

/** Yamtrack's export: a row for each show, each season, and each watched episode. */
export const yamtrack: HistoryFormat = {
  name: 'Yamtrack',
  service: 'Yamtrack',
  howToGet: 'Settings, Export: the CSV',
  readings: [
    {
      kind: 'table',
      fits: (header) =>
        header.has('media_id', 'source', 'media_type', 'title', 'season_number', 'episode_number'),
      open: ({ add }) => ({
        read(row) {
          const type = row.get('media_type');
          // these only group the episodes that come in rows of their own
          if (type === 'tv' || type === 'season') return;
          const show = showName(row.get('title') ?? '');
          const season = wholeNumber(row.get('season_number'));
          const number = wholeNumber(row.get('episode_number'));
          const episodes = wholeNumber(row.get('progress'));
          const when = moment(row.get('end_date'));
          if (type === 'episode' && season !== undefined && number !== undefined) {
            add({ kind: 'numbered', show, season, number, title: null, when });
          } else if (type === 'anime' && episodes) add({ kind: 'count', show, episodes });
          else add({ kind: 'left-out' });
        },
      }),
    },
  ],
};
