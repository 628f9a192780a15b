import * as z from 'zod';
import { recapJsonFields } from '../../veil/json-fields.ts';
import { enterShow, findOpened } from '../door.ts';
import {
  hidden,
  hiddenPassage,
  nextPage,
  page,
  recap,
  recapFields,
  show,
  UNTRUSTED,
  watchedThrough,
} from '../fields.ts';
import { textPage } from '../paging.ts';
import { importReadingModules } from '../reading-modules.ts';
import { tool } from '../tool.ts';

export const readRecap = tool({
  name: 'read_recap',
  title: 'Read a recap',
  description: `Reads a recap as the viewer may see it. What they have not watched yet is hidden, and each hidden passage says what to tell them; do not guess what is behind it. ${UNTRUSTED}`,
  input: z.object({ show, recap, page }),
  output: recapFields('recap').extend({
    show: z.string(),
    recap: z.string(),
    watchedThrough,
    markdown: z.string(),
    hidden: z.array(hidden),
    nextPage,
  }),
  async run(room, input) {
    const { ViewLoader, markdownOf } = await importReadingModules();
    const opened = await enterShow(room, input.show);
    const { contents, reader } = opened;
    const file = await findOpened(opened, input.recap);
    const view = new ViewLoader().view(contents.show, file, reader);
    const { items, nextPage } = textPage(markdownOf(view), input.page);
    return {
      show: contents.show.slug,
      recap: view.slug,
      ...recapJsonFields(view, 'recap'),
      watchedThrough: reader.place,
      markdown: items,
      hidden: view.curtains.map(({ label, gate }) =>
        hiddenPassage(contents.show.slug, label, gate),
      ),
      nextPage,
    };
  },
});
