import type { Show } from '../gated/show.ts';
import type { Place } from '../model/order.ts';
import { recapJsonFields } from '../veil/json-fields.ts';
import { markdownOf } from '../veil/plain-marks.ts';
import type { View } from '../veil/view.ts';
import { watchedJson } from './show-json.ts';

/** A view in JSON (docs/json.md). */
export function recapJson(view: View, of: Show, place: Place) {
  const { slug, episode, host, curtains } = view;
  return {
    show: view.show,
    slug,
    kind: episode ? 'episode' : 'article',
    ...recapJsonFields(view, 'recap'),
    host,
    watched: watchedJson(of, place),
    markdown: markdownOf(view),
    curtains: curtains.map(({ label, gate }) => ({ label, opensAfter: gate })),
  };
}
