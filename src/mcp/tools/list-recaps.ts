import * as z from 'zod';
import { listedJsonFields } from '../../veil/json-fields.ts';
import { enterShow } from '../door.ts';
import {
  nextPage,
  page,
  recapFields,
  show,
  UNTRUSTED,
  waitsFor,
  watchedThrough,
} from '../fields.ts';
import { pageOf } from '../paging.ts';
import { importReadingModules } from '../reading-modules.ts';
import { tool } from '../tool.ts';

const RECAPS_A_PAGE = 100;

export const listRecaps = tool({
  name: 'list_recaps',
  title: 'List the recaps of a show',
  description: `Lists the episode recaps and articles of a show, and which of them are open to the viewer. Titles that would spoil are null. ${UNTRUSTED}`,
  input: z.object({ show, page }),
  output: z.object({
    show: z.string(),
    title: z.string(),
    watchedThrough,
    recaps: z.array(
      recapFields('list').extend({
        recap: z.string().describe('Its slug, to use in other tools'),
        isOpen: z.boolean(),
        say: z.string().nullable().describe('If it is closed: what to tell the viewer'),
      }),
    ),
    nextPage,
  }),
  async run(room, input) {
    const { listing } = await importReadingModules();
    const { contents, reader } = await enterShow(room, input.show);
    const { slug, title } = contents.show;
    const { items, nextPage } = pageOf(listing(contents, reader), input.page, RECAPS_A_PAGE);
    const recaps = items.map((listed) => {
      const isOpen = listed.state === 'watched' || listed.state === 'open';
      const say = isOpen ? null : waitsFor(slug, listed.opensAfter);
      return { recap: listed.slug, ...listedJsonFields(listed), isOpen, say };
    });
    return { show: slug, title, watchedThrough: reader.place, recaps, nextPage };
  },
});
