import * as z from 'zod';
import { enterableShow } from '../door.ts';
import { show, UNTRUSTED } from '../fields.ts';
import { importReadingModules } from '../reading-modules.ts';
import { NOTHING_TO_SEARCH, Refusal } from '../refusal.ts';
import { tool } from '../tool.ts';

const MOST_HITS = 50;

export const search = tool({
  name: 'search',
  title: 'Search',
  description: `Searches everything that is open to the viewer. No matches and hidden matches are the same answer. ${UNTRUSTED}`,
  input: z.object({
    words: z.string().min(1).max(500).describe('Words that must all occur; a phrase in quotes'),
    show: show.optional(),
    limit: z.int().min(1).max(MOST_HITS).default(20),
  }),
  output: z.object({
    hits: z.array(
      z.object({
        show: z.string(),
        recap: z.string(),
        episode: z.string().nullable(),
        title: z.string(),
        heading: z.string().nullable(),
        text: z.string(),
      }),
    ),
  }),
  async run(room, input) {
    const { hitJson, searchLibrary, parseQuery } = await importReadingModules();
    const terms = parseQuery(input.words);
    if (terms.length === 0) throw new Refusal(NOTHING_TO_SEARCH);
    const shows =
      input.show === undefined
        ? await room.library.listShows()
        : [await enterableShow(room, input.show)];
    const { hits } = await searchLibrary(room.library, shows, room.audience, terms);
    return {
      hits: hits.slice(0, input.limit).map((hit) => {
        const { show, slug, episode, title, heading, text } = hitJson(hit);
        return { show, recap: slug, episode, title, heading, text };
      }),
    };
  },
});
