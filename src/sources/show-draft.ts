import type { EpisodeCode } from '../model/episode.ts';
import type { SourceName } from './source-name.ts';

/** A show as it was fetched: everything that tells of an episode is in that episode, to wait for it. */
export interface ShowDraft {
  /** `tvmaze:82` */
  readonly id: string;
  /** Its number at IMDb, by which other sources know it: `tt0944947`. */
  readonly imdb: string | null;
  readonly title: string;
  readonly year: number | null;
  readonly network: string | null;
  /** Its titles in other languages. */
  readonly aka: readonly string[];
  readonly status: 'ended' | 'running';
  /** What the show is about, as Markdown; `null` for none. It may have been written after the last episode. */
  readonly about: DraftText | null;
  /** In viewing order. */
  readonly episodes: readonly EpisodeDraft[];
  /** What each source gave, for the credits that are public. */
  readonly credits: readonly { readonly what: string; readonly credit: Omit<Credit, 'page'> }[];
  /** By what each source tells whether it has changed since; a source that cannot tell, or gave nothing, has none. */
  readonly revisions: Readonly<Partial<Record<SourceName, string>>>;
  /** What was left out, and how often. */
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
}

export interface EpisodeDraft {
  readonly code: EpisodeCode;
  /** `tvmaze:4952` */
  readonly id: string;
  readonly title: string | null;
  /** `YYYY-MM-DD` */
  readonly aired: string | null;
  /** What happens in it, in short. */
  readonly summary: DraftText | null;
  /** What happens in it, as a whole. */
  readonly plot: DraftText | null;
}

/** A text with what its license asks to say. */
export interface DraftText {
  /** Inert: nothing in it acts as markup. */
  readonly markdown: string;
  /** Its beginning as one line without markup. */
  readonly line: string;
  readonly credit: Credit;
}

export interface Credit {
  /** The site's name: "TVmaze". */
  readonly site: string;
  readonly author: string;
  /** The page that it is from. */
  readonly address: string;
  /** The page's own title, where it has one that the license asks to name. */
  readonly page: string | null;
  readonly license: string;
}

/** Why something was left out. */
export type LeftOut =
  /** A record without what it needs: an identifier, a season. */
  | 'invalid'
  /** A making-of, a trailer. */
  | 'insignificant'
  /** A plot whose season, number and title are not all those of one episode. */
  | 'unclear';
