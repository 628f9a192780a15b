import * as z from 'zod';
import { recapJsonFields } from '../../veil/json-fields.ts';
import type { Story } from '../../veil/story.ts';
import { enterShow } from '../door.ts';
import { nextPage, page, recapFields, show, UNTRUSTED, watchedThrough } from '../fields.ts';
import { pageOf } from '../paging.ts';
import { importReadingModules } from '../reading-modules.ts';
import { tool } from '../tool.ts';

const RECAPS_A_PAGE = 10;

export const storySoFar = tool({
  name: 'story_so_far',
  title: 'The story so far',
  description: `Tells what happened in the episodes that the viewer has watched, in order. ${UNTRUSTED}`,
  input: z.object({
    show,
    last: z.int().min(1).max(1000).optional().describe('Only the last so many episodes'),
    length: z.enum(['short', 'full']).default('full'),
    page,
  }),
  output: z.object({
    show: z.string(),
    watchedThrough,
    recaps: z.array(
      recapFields('story').extend({
        recap: z.string(),
        markdown: z.string().describe('In the short form the gist of the episode alone'),
      }),
    ),
    nextPage,
  }),
  async run(room, input) {
    const { ViewLoader, gistOf, markdownOf } = await importReadingModules();
    const { contents, reader } = await enterShow(room, input.show);
    const { show } = contents;
    const story: Story = { length: input.length, last: input.last };
    // unreadable recaps are skipped
    const views = new ViewLoader().storyViews(contents, reader, story, () => {});
    const { items, nextPage } = pageOf(views, input.page, RECAPS_A_PAGE);
    return {
      show: show.slug,
      watchedThrough: reader.place,
      recaps: items.map((view) => ({
        recap: view.slug,
        ...recapJsonFields(view, 'story'),
        markdown: input.length === 'full' ? markdownOf(view) : gistOf(view),
      })),
      nextPage,
    };
  },
});
