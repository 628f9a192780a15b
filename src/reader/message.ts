import type { RecapNews } from '../app/reading-news.ts';
import type { ShowContents } from '../gated/show-contents.ts';
import type { Place } from '../model/order.ts';
import type { PeopleMet } from '../people/people-met.ts';
import type { Hit } from '../search/search.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import type { RecapOrStory, Story } from '../veil/story.ts';
import type { View } from '../veil/view.ts';
import type { ProgressChange } from './progress-change.ts';
import type { AddedShow, FoundShow } from './show-source.ts';
import type { DocumentPosition, Size } from './state.ts';

/** A key as it was pressed. */
export interface KeyPress {
  readonly key: string;
  /** When it arrived, in milliseconds of a clock that never goes back. */
  readonly at: number;
  /** Nothing else arrived with it or just before: a key that somebody pressed, no part of a paste. */
  readonly isAlone: boolean;
}

/** What opens once a show has been read. */
export type ShowTarget =
  | { readonly kind: 'list'; readonly selected?: string }
  | {
      readonly kind: 'recap';
      readonly slug: string;
      readonly position?: DocumentPosition | undefined;
    }
  | { readonly kind: 'story'; readonly length: Story['length'] }
  | { readonly kind: 'progress' };

/** Something that happened. `work` is the task that it comes from: what a canceled one finds counts no more. */
export type Message =
  | ({ readonly type: 'key' } & KeyPress)
  | { readonly type: 'paste'; readonly text: string }
  /** Something arrived that means nothing, such as a mouse report. */
  | { readonly type: 'unknown-input' }
  | { readonly type: 'resize'; readonly size: Size }
  | {
      readonly type: 'show-loaded';
      readonly work: number;
      readonly contents: ShowContents;
      readonly target: ShowTarget;
    }
  | {
      readonly type: 'opened';
      readonly work: number;
      readonly contents: ShowContents;
      readonly recap: RecapOrStory;
      readonly view: View;
      readonly place: Place;
      readonly position: DocumentPosition | null;
      /** Keys of the spoilers that have opened since it was read in an earlier session. */
      readonly unread: ReadonlySet<string>;
    }
  /** The first screen has been drawn. */
  | { readonly type: 'drawn' }
  | {
      readonly type: 'news';
      readonly show: string;
      /** The reader's place when the search started. */
      readonly place: Place;
      /** By the slug of the recap. */
      readonly news: ReadonlyMap<string, RecapNews>;
    }
  | { readonly type: 'found'; readonly work: number; readonly hits: readonly Hit[] }
  | { readonly type: 'people-met'; readonly work: number; readonly met: PeopleMet }
  | { readonly type: 'shows-found'; readonly work: number; readonly found: readonly FoundShow[] }
  | { readonly type: 'show-added'; readonly work: number; readonly added: AddedShow }
  /** What a task is doing now. */
  | { readonly type: 'doing'; readonly work: number; readonly label: string }
  | { readonly type: 'failed'; readonly work: number; readonly notice: string }
  /** It takes long enough to be shown. */
  | { readonly type: 'slow'; readonly work: number }
  | {
      readonly type: 'refreshed';
      readonly recap: RecapOrStory;
      readonly view: View;
      readonly place: Place;
      readonly peeks: readonly string[];
    }
  | {
      readonly type: 'progress-changed';
      readonly show: string;
      readonly progress: ShowProgress;
      readonly notice: string | null;
      readonly change: ProgressChange | null;
    }
  /** Where taking back the last change would lead; `undefined` if there is none. */
  | { readonly type: 'undo-planned'; readonly show: string; readonly target: Place | undefined }
  | { readonly type: 'notice'; readonly text: string }
  /** A service proposes a later place in so many shows. */
  | { readonly type: 'proposed'; readonly shows: number }
  /** Nothing arrived right after the answer to a question, so it was a key that somebody pressed. */
  | { readonly type: 'answer-stands'; readonly answer: number }
  /** What has just opened need not be marked any more. */
  | { readonly type: 'settled' };
