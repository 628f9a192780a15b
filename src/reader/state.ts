import type { RecapNews } from '../app/reading-news.ts';
import type { ShowContents } from '../gated/show-contents.ts';
import type { ShowSummary } from '../gated/show-summary.ts';
import type { EpisodeCode } from '../model/episode.ts';
import type { Place } from '../model/order.ts';
import type { TextPosition } from '../model/text-position.ts';
import type { PeopleMet } from '../people/people-met.ts';
import type { Person } from '../people/person.ts';
import type { Hit } from '../search/search.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import type { Bookmark } from '../store/reading/bookmarks.ts';
import type { RecapOrStory } from '../veil/story.ts';
import type { View } from '../veil/view.ts';
import type { Body, Position } from './body.ts';
import type { WebAddress } from './link-destination.ts';
import type { ProgressChange } from './progress-change.ts';
import type { FoundShow } from './show-source.ts';
import type { Stop } from './stop.ts';

/** The terminal's size. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/** What stays the same as long as the reader runs. */
export interface Settings {
  readonly isAscii: boolean;
  /** A screen reader is in use: everything is put into words. */
  readonly isSpoken: boolean;
  readonly showsTitles: boolean;
  /** Whether places and positions are recorded: places not with `--watched`, neither of them with `--with`. */
  readonly isRecording: boolean;
  /** The names of those who read along. */
  readonly companions: readonly string[];
  /** The slugs of the shows, if all of them come with recap: the user is invited to add their own. */
  readonly builtIn: ReadonlySet<string>;
  /** Columns of text that the user asked for. */
  readonly width: number | undefined;
  /** `YYYY-MM-DD`, when the reader was started. */
  readonly today: string;
}

/** Everything that the screen shows and the next key depends on. */
export interface ReaderState {
  readonly size: Size;
  readonly settings: Settings;
  readonly shows: readonly ShowSummary[];
  /** The shows that were read last, by slug, the latest first. */
  readonly recentShows: readonly string[];
  /** How far each show has been watched, by slug. */
  readonly progress: ReadonlyMap<string, ShowProgress>;
  /** The places recorded in this run and not taken back, and those taken back, by slug; the latest last. */
  readonly done: ReadonlyMap<string, readonly ProgressChange[]>;
  readonly undone: ReadonlyMap<string, readonly ProgressChange[]>;
  /** What is new in the recaps of each show, by the slugs of show and recap, as far as it is known. */
  readonly news: ReadonlyMap<string, ReadonlyMap<string, RecapNews>>;
  readonly screen: Screen;
  /** The screens that Esc goes back to, the latest last. */
  readonly history: readonly Visit[];
  readonly question: Question | null;
  /** An answer that counts if nothing else arrives in the next moment. */
  readonly answer: Answer | null;
  /** How many answers there have been. */
  readonly answerCount: number;
  /** When the last key arrived. */
  readonly lastKeyAt: number;
  readonly bookmarks: ReadonlyMap<string, Bookmark>;
  /** What the next key is the letter of: a bookmark to set or to go to. */
  readonly letterFor: LetterFor | null;
  /** Lines scrolled of the help; `null` while it is closed. */
  readonly helpTop: number | null;
  /** Something to say in the footer, until the next key. */
  readonly notice: string | null;
  /** How many shows a service proposes a later place in. */
  readonly proposals: number;
  readonly work: Work | null;
  /** How many tasks there have been. */
  readonly workCount: number;
}

/** Whether a bookmark is to be set or to be gone to. */
export type LetterFor = 'mark' | 'jump';

/** A task that the reader is at. Keys go on working; Esc cancels it. */
interface Work {
  readonly id: number;
  readonly label: string;
  /** It takes long enough to be shown. */
  readonly isSlow: boolean;
  /** The history once what it opens is there. */
  readonly history: readonly Visit[];
}

/** What is asked, above the footer. Only `y` and, at a curtain, `p` do anything. */
export type Question = {
  /** When it was asked: an answer that comes too soon to have read it does not count. */
  readonly askedAt: number;
} & (
  | { readonly kind: 'curtain'; readonly curtain: number }
  | { readonly kind: 'watched'; readonly show: ShowSummary; readonly through: EpisodeCode }
  | { readonly kind: 'address'; readonly address: WebAddress }
  | { readonly kind: 'undo'; readonly show: ShowSummary; readonly target: Place }
);

export interface Answer {
  readonly id: number;
  readonly kind: 'yes' | 'peek' | 'place';
}

/** A list with one selected row. */
export interface ListState {
  readonly selected: number;
  /** Only rows with these words are shown. */
  readonly filter: string;
  /** What is typed goes to the filter, whatever else the key means. */
  readonly isFiltering: boolean;
  /** The later episodes of a show are listed one by one. */
  readonly showsLater: boolean;
}

export type Screen =
  | { readonly kind: 'shows'; readonly list: ListState }
  | { readonly kind: 'show'; readonly contents: ShowContents; readonly list: ListState }
  | ProgressScreen
  | { readonly kind: 'document'; readonly document: Document }
  | FindScreen
  | AddScreen
  | WhoScreen;

/** The question how far a show has been watched. */
export interface ProgressScreen {
  readonly kind: 'progress';
  readonly contents: ShowContents;
  /** 0 is "not started", then the episodes of the list. */
  readonly selected: number;
  readonly typed: string;
  readonly askedAt: number;
  /** What opens once it is answered; `null`: the show's list; `back`: the screen before. */
  readonly next: RecapOrStory | 'back' | null;
  /** Where in it. */
  readonly position: DocumentPosition | undefined;
}

/** Words looked for in the whole library, and what was found. */
export interface FindScreen {
  readonly kind: 'find';
  readonly typed: string;
  /** Letters are text; else keys move among the hits. */
  readonly isTyping: boolean;
  /** `null` before anything has been looked for. */
  readonly hits: readonly Hit[] | null;
  readonly selected: number;
}

/** A show to be added: its title, and what was found by it. */
export interface AddScreen {
  readonly kind: 'add';
  readonly typed: string;
  /** Letters are text; else keys move among what was found. */
  readonly isTyping: boolean;
  /** `null` before anything has been looked for. */
  readonly found: readonly FoundShow[] | null;
  readonly selected: number;
}

/** Who somebody is, asked over another screen. */
export interface WhoScreen {
  readonly kind: 'who';
  /** The screen that Esc goes back to, as it was. */
  readonly under: Exclude<Screen, WhoScreen>;
  readonly contents: ShowContents;
  /** The text on that screen. */
  readonly page: string;
  /** `null` until they are known. */
  readonly met: PeopleMet | null;
  readonly typed: string;
  readonly selected: number;
  readonly card: Card | null;
}

/** The open card of a person. */
export interface Card {
  readonly person: Person;
  /** Lines scrolled. */
  readonly top: number;
  /** Index of the passage that Enter opens. */
  readonly focus: number;
}

/** A screen that was left. It holds positions and no text: going back makes it anew, at today's place. */
export type Visit =
  | { readonly kind: 'shows'; readonly selected: string | undefined; readonly filter: string }
  | {
      readonly kind: 'show';
      readonly contents: ShowContents;
      readonly selected: string | undefined;
      readonly filter: string;
      readonly showsLater: boolean;
    }
  | {
      readonly kind: 'document';
      readonly contents: ShowContents;
      readonly recap: RecapOrStory;
      readonly position: DocumentPosition;
    }
  | { readonly kind: 'find'; readonly typed: string; readonly selected: number };

/** Where in a recap: a position in its visible text with what is selected there, a heading, a search hit, or a mention of a person. */
export type DocumentPosition =
  | {
      readonly kind: 'text';
      readonly anchor: TextPosition;
      readonly focus: DocumentFocus | null;
    }
  | { readonly kind: 'heading'; readonly name: string }
  | { readonly kind: 'hit' | 'mention'; readonly hit: Hit };

/** What is selected in a recap that was left: a curtain by its key, or a link. */
export type DocumentFocus = { readonly kind: 'curtain'; readonly key: string } | Stop;

/** An open recap, or the story. Everything in it comes from its view. */
export interface Document {
  readonly contents: ShowContents;
  readonly recap: RecapOrStory;
  readonly view: View;
  readonly place: Place;
  readonly peeks: readonly string[];
  /** The position before anything was peeked at; `null` while nothing is. */
  readonly beforePeek: TextPosition | null;
  readonly body: Body;
  readonly top: Position;
  /** Where the last large movement began. */
  readonly jumpedFrom: TextPosition | null;
  /** The curtain or link that Enter opens, as long as it is on the screen. */
  readonly focus: Stop | null;
  /** Keys of the spoilers that have just opened: they are marked for a moment. */
  readonly fresh: ReadonlySet<string>;
  /** Keys of the spoilers that have opened since this recap was read in an earlier session. */
  readonly unread: ReadonlySet<string>;
  readonly search: Search | null;
  readonly panel: Panel | null;
}

export interface Search {
  readonly words: string;
  readonly matches: readonly Position[];
  /** Index of the current match. */
  readonly current: number;
  /** What it began with: words typed here, or a hit or a person's mention that the recap was opened at. */
  readonly from: 'search' | 'hit' | 'mention';
}

/** What is shown over a recap, or typed into below it. */
export type Panel =
  | { readonly kind: 'search'; readonly typed: string }
  | {
      readonly kind: 'outline';
      readonly items: readonly OutlineItem[];
      readonly selected: number;
    };

export interface OutlineItem {
  readonly text: string;
  readonly rank: number;
  readonly at: Position;
  /** Index of the curtain that it is, if it is one. */
  readonly curtain: number | null;
}
