import type { ShowContents } from '../gated/show-contents.ts';
import type { UserError } from '../model/user-error.ts';
import type { Reader } from '../veil/episode-title.ts';
import { gistOf } from '../veil/gist.ts';
import { recapJsonFields } from '../veil/json-fields.ts';
import { markdownOf } from '../veil/plain-marks.ts';
import { type Previously, previously, previousRecaps } from '../veil/previously.ts';
import type { View } from '../veil/view.ts';
import { watchedJson } from './show-json.ts';
import type { ViewLoader } from './view-loader.ts';

/** What a reader should remember before the next episode. Unreadable recaps are reported to `onFault`. */
export function openPreviously(
  contents: ShowContents,
  reader: Reader,
  loader: Pick<ViewLoader, 'viewsOf'>,
  onFault: (fault: UserError) => void,
): Previously {
  return previously([
    ...loader.viewsOf(contents.show, previousRecaps(contents, reader), reader, onFault),
  ]);
}

/** The same in JSON (docs/json.md). */
export function previouslyJson(
  { brief, full, threads }: Previously,
  { show }: ShowContents,
  { place }: Reader,
) {
  const recapOf = (view: View, markdown: string) => ({
    slug: view.slug,
    ...recapJsonFields(view, 'story'),
    markdown,
  });
  return {
    show: show.slug,
    watched: watchedJson(show, place),
    next: show.order.next(place),
    recaps: [
      ...brief.map((view) => recapOf(view, gistOf(view))),
      ...full.map((view) => recapOf(view, markdownOf(view))),
    ],
    threads,
  };
}
