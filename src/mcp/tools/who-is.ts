import * as z from 'zod';
import { enterShow } from '../door.ts';
import { nextPage, page, show, UNTRUSTED, watchedThrough } from '../fields.ts';
import { pageOf } from '../paging.ts';
import { importReadingModules } from '../reading-modules.ts';
import { tool } from '../tool.ts';

const PEOPLE_A_PAGE = 20;

const mention = z.object({ recap: z.string(), episode: z.string(), text: z.string() });

export const whoIs = tool({
  name: 'who_is',
  title: 'Who is this?',
  description: `Tells who somebody in a show is, as far as the viewer has watched; without a name, whom they have met. Somebody whom they have not met yet is not found, as if there were nobody of that name. ${UNTRUSTED}`,
  input: z.object({
    show,
    name: z.string().max(200).optional().describe('A name, or part of one'),
    page,
  }),
  output: z.object({
    show: z.string(),
    watchedThrough,
    people: z.array(
      z.object({
        name: z.string(),
        aka: z.array(z.string()).describe('Other names of the same person'),
        facts: z
          .array(z.object({ episode: z.string().nullable(), text: z.string() }))
          .describe('What is known of them, and the episode that told it'),
        firstSeen: mention.nullable(),
        lastSeen: mention.nullable(),
      }),
    ),
    nextPage,
  }),
  async run(room, input) {
    const { openPeople, personJson, ViewLoader, askFor } = await importReadingModules();
    const { contents, reader } = await enterShow(room, input.show);
    const { slug } = contents.show;
    // unreadable recaps are skipped
    const met = openPeople(contents, reader, new ViewLoader(), () => {});
    const found = input.name === undefined ? met.people : askFor(met, input.name);
    const { items, nextPage } = pageOf(found, input.page, PEOPLE_A_PAGE);
    return {
      show: slug,
      watchedThrough: reader.place,
      people: items.map((person) => {
        const { name, aka, facts, firstSeen, lastSeen } = personJson(slug, person);
        return { name, aka, facts, firstSeen, lastSeen };
      }),
      nextPage,
    };
  },
});
