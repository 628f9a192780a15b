import { moment } from '../entry.ts';
import type { HistoryFormat } from '../format.ts';
import { readSeason } from '../season.ts';

/** The CSV that the browser script "Watch History Exporter for Amazon Prime Video" makes. */
export const primeVideo: HistoryFormat = {
  name: 'Prime Video',
  service: 'Prime Video',
  howToGet:
    'The browser script "Watch History Exporter for Amazon Prime Video", on the page of your watch history: the CSV',
  readings: [
    {
      kind: 'table',
      fits: (header) => header.has('date watched', 'type', 'title', 'episode title'),
      open: ({ add }) => ({
        read(row) {
          const episode = row.get('episode title') ?? '';
          const title = row.get('title') ?? '';
          if (episode === '' || title === '') add({ kind: 'left-out' });
          else {
            const text = `${withColon(title)}: ${numberLast(episode)}`;
            add({ kind: 'titled', text, when: moment(row.get('date watched')) });
          }
        },
      }),
    },
  ],
};

/** `Show - Season 1` and `Show Season 1` as `Show: Season 1`. */
function withColon(title: string): string {
  const parted =
    /^(.*\S)\s+[-–—|,]\s+(.+)$/.exec(title) ?? /^(.*[^\s:])\s+(\S+\s+\S+)$/.exec(title);
  const [, show = '', season = ''] = parted ?? [];
  return readSeason(season) ? `${show}: ${season}` : title;
}

/** `Episode 1: Title` as `Title (Episode 1)`. */
function numberLast(episode: string): string {
  const found = /^(\D{1,20}\d{1,4})\s*[:：.–-]\s*(\S.*)$/.exec(episode);
  return found ? `${found[2]} (${found[1]})` : episode;
}
