import * as z from 'zod';
import { nextPage, page, UNTRUSTED, watchedThrough } from '../fields.ts';
import { pageOf } from '../paging.ts';
import { tool } from '../tool.ts';

const SHOWS_A_PAGE = 100;

export const listShows = tool({
  name: 'list_shows',
  title: 'List shows',
  description: `Lists the shows in the viewer's library and how far they have watched each. ${UNTRUSTED}`,
  input: z.object({ page }),
  output: z.object({
    shows: z.array(
      z.object({
        show: z.string().describe('Its slug, to use in other tools'),
        title: z.string(),
        year: z.int().nullable(),
        network: z.string().nullable(),
        watchedThrough,
        next: z.string().nullable().describe('The episode that comes next'),
      }),
    ),
    nextPage,
  }),
  async run({ library, audience }, input) {
    const { items, nextPage } = pageOf(await library.listShows(), input.page, SHOWS_A_PAGE);
    const shows = items.map((show) => {
      const { slug, title, year, network, order } = show;
      const { place } = audience.reader(show);
      return { show: slug, title, year, network, watchedThrough: place, next: order.next(place) };
    });
    return { shows, nextPage };
  },
});
