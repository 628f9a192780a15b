import * as z from 'zod';
import { recapJsonFields } from '../../veil/json-fields.ts';
import { enterShow } from '../door.ts';
import { recapFields, show, UNTRUSTED, watchedThrough } from '../fields.ts';
import { importReadingModules } from '../reading-modules.ts';
import { tool } from '../tool.ts';

export const previously = tool({
  name: 'previously',
  title: 'Previously',
  description: `Tells what to remember before the next episode: the season so far in short, the last episodes in full, and what they leave open. ${UNTRUSTED}`,
  input: z.object({ show }),
  output: z.object({
    show: z.string(),
    watchedThrough,
    next: z.string().nullable().describe('The episode that comes next'),
    recaps: z.array(recapFields('story').extend({ recap: z.string(), markdown: z.string() })),
    threads: z.array(z.string()).describe('What the last episodes leave open'),
  }),
  async run(room, input) {
    const { openPreviously, ViewLoader, gistOf, markdownOf } = await importReadingModules();
    const { contents, reader } = await enterShow(room, input.show);
    // unreadable recaps are skipped
    const { brief, full, threads } = openPreviously(contents, reader, new ViewLoader(), () => {});
    return {
      show: contents.show.slug,
      watchedThrough: reader.place,
      next: contents.show.order.next(reader.place),
      recaps: [...brief, ...full].map((view) => ({
        recap: view.slug,
        ...recapJsonFields(view, 'story'),
        markdown: full.includes(view) ? markdownOf(view) : gistOf(view),
      })),
      threads: [...threads],
    };
  },
});
