import { moment } from '../entry.ts';
import type { HistoryFormat } from '../format.ts';

/** The viewing history in the data that Disney+ sends on request. */
export const disneyPlus: HistoryFormat = {
  name: 'Disney+',
  service: 'Disney+',
  howToGet:
    'Account, Privacy, ask for a copy of your data: the CSV with `Program Title` and `Season Title`. Episodes come without numbers; `--viewer` says which profile',
  readings: [
    {
      kind: 'table',
      fits: (header) => header.has('program title', 'season title', 'date'),
      open: ({ add }) => ({
        read(row) {
          const viewer = row.get('profile id') ?? '';
          const episode = row.get('program title') ?? '';
          const show = row.get('season title') ?? '';
          if (show === '' || episode === '') add({ kind: 'left-out', viewer });
          else {
            const when = moment(row.get('date'));
            add({ kind: 'titled', text: `${show}: ${episode}`, when, viewer });
          }
        },
      }),
    },
  ],
};
