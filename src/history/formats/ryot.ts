import * as z from 'zod/mini';
import { type Entry, moment, showName } from '../entry.ts';
import type { HistoryFormat } from '../format.ts';

/** Ryot's export: each show with the plays of its episodes. */
export const ryot: HistoryFormat = {
  name: 'Ryot',
  service: 'Ryot',
  howToGet: 'Settings, Imports and Exports, Export: the JSON',
  readings: [
    {
      kind: 'json',
      paths: ['$.*', '$.metadata.*', '$.media.*'],
      fits: (items) => items.some(({ value }) => media.safeParse(value).success),
      open: ({ add }) => ({
        read({ value }) {
          const read = media.safeParse(value);
          const { lot, seen_history: plays = [] } = read.success ? read.data : {};
          if (!read.success || (lot !== 'show' && lot !== 'anime')) {
            add({ kind: 'left-out' });
            return;
          }
          const title = read.data.title || read.data.source_id || '';
          for (const play of plays) add(entryOf(title, lot, play));
          if (plays.length === 0) add({ kind: 'left-out' });
        },
      }),
    },
  ],
};

const number = z.nullish(z.int().check(z.nonnegative(), z.maximum(9999)));

const seen = z.object({
  show_season_number: number,
  show_episode_number: number,
  anime_episode_number: number,
  show_extra_information: z.nullish(z.object({ season: number, episode: number })),
  anime_extra_information: z.nullish(z.object({ episode: number })),
  progress: z.nullish(z.union([z.string(), z.number()])),
  state: z.nullish(z.string()),
  ended_on: z.nullish(z.string()),
  finished_on: z.nullish(z.string()),
});

const media = z.object({
  lot: z.string(),
  source: z.string(),
  identifier: z.string(),
  title: z.nullish(z.string()),
  source_id: z.nullish(z.string()),
  seen_history: z.array(seen),
});

function entryOf(title: string, lot: 'show' | 'anime', play: z.infer<typeof seen>): Entry {
  const season = play.show_season_number ?? play.show_extra_information?.season;
  const number = play.show_episode_number ?? play.show_extra_information?.episode;
  const counted = play.anime_episode_number ?? play.anime_extra_information?.episode;
  const when = moment(play.ended_on ?? play.finished_on);
  const isWhole = Number(play.progress ?? 100) >= 100;
  const isEnded = play.state == null || /^completed$/i.test(play.state);
  if (!isWhole || !isEnded || title === '') return { kind: 'left-out' };
  const show = showName(title);
  if (typeof season === 'number' && typeof number === 'number') {
    return { kind: 'numbered', show, season, number, title: null, when };
  }
  if (lot === 'anime' && counted) return { kind: 'count', show, episodes: counted };
  return { kind: 'show', show, when };
}
