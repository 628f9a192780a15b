import type { ShowContents } from '../gated/show-contents.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import type { EpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';
import type { TextPosition } from '../model/text-position.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import type { Bookmark } from '../store/reading/bookmarks.ts';
import type { Reader } from '../veil/episode-title.ts';
import type { RecapOrStory } from '../veil/story.ts';
import type { Message, ShowTarget } from './message.ts';
import type { DocumentPosition } from './state.ts';

/** Something to do outside of the reader. What comes of it is a message. */
export type Effect =
  | {
      readonly type: 'load-show';
      readonly work: number;
      readonly show: string;
      readonly target: ShowTarget;
    }
  | {
      readonly type: 'open';
      readonly work: number;
      readonly contents: ShowContents;
      readonly recap: RecapOrStory;
      readonly reader: Reader;
      /** `undefined`: where it was left when it was last read. */
      readonly position: DocumentPosition | undefined;
    }
  | {
      readonly type: 'find';
      readonly work: number;
      readonly typed: string;
      readonly readers: ReadonlyMap<string, Reader>;
    }
  /** Whom a reader has met in a show. */
  | {
      readonly type: 'meet';
      readonly work: number;
      readonly contents: ShowContents;
      readonly reader: Reader;
    }
  | { readonly type: 'search-shows'; readonly work: number; readonly title: string }
  | { readonly type: 'add-show'; readonly work: number; readonly id: string }
  | { readonly type: 'cancel'; readonly work: number }
  /** A fresh view of an open recap, at another place or with other peeks. */
  | {
      readonly type: 'refresh';
      readonly contents: ShowContents;
      readonly recap: RecapOrStory;
      readonly reader: Reader;
      readonly peeks: readonly string[];
    }
  | {
      readonly type: 'confirm';
      readonly show: ShowSummary;
      readonly through: EpisodeCode;
      readonly known: ShowProgress;
    }
  | {
      readonly type: 'set-place';
      readonly show: ShowSummary;
      readonly through: Place;
      readonly known: ShowProgress;
    }
  /** Finds the place that undoing the last change would restore, to ask about it. */
  | { readonly type: 'plan-undo'; readonly show: ShowSummary }
  /** Takes it back if it still leads there. */
  | { readonly type: 'undo'; readonly show: ShowSummary; readonly target: Place }
  | {
      readonly type: 'remember';
      readonly show: string;
      readonly slug: string;
      readonly position: TextPosition;
      /** The reader's own place, at which the recap was read; `undefined` if it does not count as read. */
      readonly place: Place | undefined;
    }
  /** Opens a web address with the system's program for it. */
  | { readonly type: 'open-address'; readonly address: string }
  /** Finds what is new in shows, for each of these readers, by the slug of the show. */
  | {
      readonly type: 'find-news';
      readonly readers: ReadonlyMap<string, Reader>;
      /** One of the shows, if it has been read already. */
      readonly contents?: ShowContents;
    }
  | { readonly type: 'keep-bookmark'; readonly letter: string; readonly bookmark: Bookmark }
  /** Asks services for progress, if the user wants that on start. */
  | { readonly type: 'look-for-proposals' }
  | { readonly type: 'wait'; readonly milliseconds: number; readonly message: Message }
  | { readonly type: 'redraw' }
  | { readonly type: 'suspend' }
  | { readonly type: 'quit'; readonly isInterrupted: boolean };
