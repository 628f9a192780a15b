import * as z from 'zod/mini';
import { showName } from '../entry.ts';
import type { HistoryFormat, JsonItem, Receiver } from '../format.ts';

/** AniList's lists, as its API and related tools write them: how many episodes were watched, not which. */
export const aniList: HistoryFormat = {
  name: 'AniList',
  service: 'AniList',
  howToGet:
    'The lists as JSON, as the API (`MediaListCollection`) and tools that use it write them. They have only the number of episodes, so recap asks about them',
  readings: [
    {
      kind: 'json',
      paths: ['$.lists.*', '$.data.MediaListCollection.lists.*', '$.MediaListCollection.lists.*'],
      fits: (items) => items.some(({ value }) => list.safeParse(value).success),
      open: (to) => ({ read: (item) => readList(item, to) }),
    },
  ],
};

const text = z.nullish(z.string());

const entry = z.object({
  progress: z.nullish(z.number()),
  media: z.object({
    title: z.object({ english: text, romaji: text, native: text, userPreferred: text }),
    synonyms: z.nullish(z.array(z.string())),
    startDate: z.nullish(z.object({ year: z.nullish(z.number()) })),
    type: text,
    format: text,
  }),
});

const list = z.object({ entries: z.array(z.unknown()) });

function readList({ value }: JsonItem, { add }: Receiver): void {
  const read = list.safeParse(value);
  for (const item of read.success ? read.data.entries : []) {
    const anime = entry.safeParse(item);
    const { progress, media } = anime.success ? anime.data : {};
    const { english, romaji, native, userPreferred } = media?.title ?? {};
    const titles = [english, romaji, native, userPreferred, ...(media?.synonyms ?? [])];
    const [title, ...aka] = titles.filter((title) => typeof title === 'string' && title !== '');
    const isSeries = media?.type !== 'MANGA' && media?.format !== 'MOVIE';
    if (!title || !progress || !isSeries) add({ kind: 'left-out' });
    else {
      const show = { ...showName(title), aka: aka.flatMap((name) => name ?? []) };
      const year = media?.startDate?.year ?? null;
      add({ kind: 'count', show: { ...show, year: show.year ?? year }, episodes: progress });
    }
  }
}
