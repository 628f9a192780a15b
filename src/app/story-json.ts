import type { Show } from '../gated/show.ts';
import type { Place } from '../model/order.ts';
import { recapJsonFields } from '../veil/json-fields.ts';
import { markdownOf } from '../veil/plain-marks.ts';
import type { Story } from '../veil/story.ts';
import type { View } from '../veil/view.ts';
import { watchedJson } from './show-json.ts';

/** A story in JSON (docs/json.md): each recap has its own Markdown, as definitions are local to it. */
export function storyJson(views: readonly View[], show: Show, place: Place, { length }: Story) {
  return {
    show: show.slug,
    length,
    watched: watchedJson(show, place),
    recaps: views.map((view) => ({
      slug: view.slug,
      ...recapJsonFields(view, 'story'),
      ...(length === 'full' && {
        markdown: markdownOf(view),
        curtains: view.curtains.map(({ label, gate }) => ({ label, opensAfter: gate })),
      }),
    })),
  };
}
