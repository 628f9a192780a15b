import type { ShowContents } from '../gated/show-contents.ts';
import type { EpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';
import type { TextPosition } from '../model/text-position.ts';
import type { Hit } from '../search/search.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import type { RecapOrStory } from '../veil/story.ts';
import type { View } from '../veil/view.ts';
import type { Body, Position } from './body.ts';

/** The terminal's size. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** A list of which one row is chosen, narrowed by what is typed. */
export interface ListState {
  readonly selected: number;
  readonly filter: string;
  /** What is typed goes to the filter, whatever else the key means. */
  readonly isFiltering: boolean;
}

/** An open recap, or the story. Everything in it comes from its view. */
export interface Document {
  readonly shelf: ShowContents;
  readonly entry: RecapOrStory;
  readonly view: View;
  readonly place: Place;
  readonly peeks: readonly string[];
  readonly body: Body;
  readonly top: Position;
  /** Index of the curtain that Enter asks about. */
  readonly focus: number | null;
  /** Keys of the openings that have just come about: they are told apart for a moment. */
  readonly fresh: ReadonlySet<string>;
  readonly search: Search | null;
  /** What it was found by: Esc goes back to the hits, which are looked for anew. */
  readonly found: Found | null;
  readonly overlay: Overlay | null;
}

/** A choice among hits. */
export interface Found {
  readonly typed: string;
  readonly selected: number;
}

interface Search {
  readonly words: string;
  readonly matches: readonly Position[];
  /** Index of the match last gone to. */
  readonly current: number;
}

export type Overlay =
  | { readonly kind: 'question'; readonly curtain: number }
  | { readonly kind: 'search'; readonly typed: string }
  | {
      readonly kind: 'contents';
      readonly items: readonly ContentsItem[];
      readonly selected: number;
    };

export interface ContentsItem {
  readonly text: string;
  readonly rank: number;
  readonly at: Position;
  /** Index of the curtain that it is, if it is one. */
  readonly curtain: number | null;
}

/** Words looked for in the whole library, and what was found. */
export interface FindScreen {
  readonly kind: 'find';
  readonly typed: string;
  /** Keys are taken as text; else they move among the hits. */
  readonly isTyping: boolean;
  /** `null` before anything has been looked for. */
  readonly hits: readonly Hit[] | null;
  readonly selected: number;
  /** Where Esc leads. */
  readonly back: Screen;
}

export type Screen =
  | { readonly kind: 'shows'; readonly list: ListState }
  | { readonly kind: 'show'; readonly shelf: ShowContents; readonly list: ListState }
  | {
      readonly kind: 'place';
      readonly shelf: ShowContents;
      /** 0 is "not started", then the episodes of the list. */
      readonly selected: number;
      readonly typed: string;
      /** What opens once it is answered: a recap, the story, or the show's list. */
      readonly then: RecapOrStory | null;
    }
  | { readonly kind: 'document'; readonly document: Document }
  | FindScreen;

export interface State {
  readonly size: Size;
  readonly isAscii: boolean;
  readonly showsTitles: boolean;
  readonly shelves: readonly ShowContents[];
  /** The standing in each show, by slug. */
  readonly standings: ReadonlyMap<string, ShowProgress>;
  /** Whether places and positions are recorded: places not with `--watched`, neither of them with `--with`. */
  readonly isRecording: boolean;
  /** The names of those who read along. */
  readonly companions: readonly string[];
  readonly screen: Screen;
  /** Lines scrolled of the help; `null` while it is closed. */
  readonly help: number | null;
  /** Something to say in the footer, until the next key. */
  readonly message: string | null;
}

/** Something that happened. */
export type Action =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'resize'; readonly size: Size }
  | {
      readonly type: 'opened';
      readonly shelf: ShowContents;
      readonly entry: RecapOrStory;
      readonly view: View;
      readonly place: Place;
      readonly anchor: TextPosition | null;
      /** It is opened at this hit, the choice among those that were found. */
      readonly hit?: (Found & { readonly hit: Hit }) | undefined;
    }
  | { readonly type: 'found'; readonly hits: readonly Hit[] }
  | {
      readonly type: 'seen';
      readonly view: View;
      readonly place: Place;
      readonly peeks: readonly string[];
    }
  | {
      readonly type: 'placed';
      readonly show: string;
      readonly standing: ShowProgress;
      readonly message: string | null;
    }
  | { readonly type: 'message'; readonly message: string }
  | { readonly type: 'settled' };

/** Something that is to be done in the world. What comes of it is an action. */
export type Effect =
  | {
      readonly type: 'open';
      readonly shelf: ShowContents;
      readonly entry: RecapOrStory;
      readonly hit?: (Found & { readonly hit: Hit }) | undefined;
    }
  | { readonly type: 'find'; readonly typed: string }
  | {
      readonly type: 'look';
      readonly shelf: ShowContents;
      readonly entry: RecapOrStory;
      readonly peeks: readonly string[];
    }
  | { readonly type: 'confirm'; readonly shelf: ShowContents; readonly through: EpisodeCode }
  | { readonly type: 'set-place'; readonly shelf: ShowContents; readonly through: Place }
  | { readonly type: 'undo'; readonly shelf: ShowContents }
  | {
      readonly type: 'remember';
      readonly show: string;
      readonly slug: string;
      readonly anchor: TextPosition;
    }
  | { readonly type: 'suspend' }
  | { readonly type: 'quit'; readonly isInterrupted: boolean };

/** A state and what is to be done. */
export interface Step {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** The step that only changes the state. */
export function stay(state: State, ...effects: Effect[]): Step {
  return { state, effects };
}

/** Where the reader stands in a show. */
export function placeIn(state: State, slug: string): Place {
  return state.standings.get(slug)?.through ?? null;
}

/** The step after which an open recap is shown so. */
export function showDocument(state: State, document: Document, ...effects: Effect[]): Step {
  return stay({ ...state, screen: { kind: 'document', document } }, ...effects);
}
