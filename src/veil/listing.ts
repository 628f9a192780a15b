import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import type { EpisodeCode } from '../model/episode.ts';
import type { Reader } from './episode-title.ts';
import { type VisibleListing, visibleListing } from './front-matter.ts';

/**
 * A recap's status for a reader: its episode is watched, next or later; an article is open, or closed as a whole until
 * its gate.
 */
export type RecapState = 'watched' | 'next' | 'later' | 'open' | 'closed';

/** A recap in a list, as a reader at one place may see it. */
export interface ListedRecap extends VisibleListing {
  readonly file: RecapFile;
  readonly slug: string;
  readonly state: RecapState;
  /** The gate of the whole recap, if it has one. */
  readonly opensAfter: EpisodeCode | null;
}

/** A show's recaps in viewing order, then its articles, from front matter alone. */
export function listing({ show, recaps }: ShowContents, reader: Reader): ListedRecap[] {
  const next = show.order.next(reader.place);
  return recaps.map((file) => {
    const { slug } = file.head;
    const visible = visibleListing(show, file.head, reader);
    const { episode } = visible;
    const gate = file.head.gate ?? null;
    const isOpen = gate === null || show.order.isOpen(gate, reader.place);
    const state: RecapState = episode
      ? isOpen
        ? 'watched'
        : episode === next
          ? 'next'
          : 'later'
      : isOpen
        ? 'open'
        : 'closed';
    // in less time than a spread of fields that were added one by one
    return Object.assign({ file, slug, state, opensAfter: gate }, visible);
  });
}
