import * as z from 'zod/mini';
import type { OtherRecord } from '../format.ts';

const video = z.object({ header: z.string(), title: z.string(), time: z.string() });

/** YouTube's history: the names of videos, which say nothing reliable about a show. */
export const youtube: OtherRecord = {
  name: 'YouTube',
  holds: 'videos',
  recognitions: [
    {
      kind: 'json',
      paths: ['$.*'],
      fits: (items) => items.some(({ value }) => video.safeParse(value).success),
    },
  ],
};
