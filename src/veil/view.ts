import type { Gate } from '../model/episode.ts';
import type { VisibleFrontMatter } from './front-matter.ts';

/** What stands on the screen in place of a spoiler, or of neighbours with the same gate and label. */
export interface Curtain {
  /** Name the spoilers behind it within their recap, to peek at them: paths among what can be seen. */
  readonly keys: readonly string[];
  /** What the author says in public about it; "Spoiler" if nothing. */
  readonly label: string;
  /** The episode after which it opens; `null`: only a peek opens it. */
  readonly gate: Gate;
}

/** A spoiler that is open to this reader. */
export interface OpenedSpoiler {
  /** The same key that its curtain had. */
  readonly key: string;
  readonly gate: Gate;
  /** Other names of the person whose card it is; `null` where none are given, or they hold a declared secret. */
  readonly also: string | null;
  /** Open by a peek alone, not by the reader's place. */
  readonly isPeek: boolean;
}

declare const sealed: unique symbol;

/**
 * A recap as a reader at one place may see it. It holds no gated text, and only `veil` makes one: every
 * screen, listing, search and JSON is made from views.
 */
export interface View extends Omit<VisibleFrontMatter, 'title'> {
  readonly [sealed]: true;
  /** The show's slug. */
  readonly show: string;
  readonly showTitle: string;
  /** The recap's file name without its extension. */
  readonly slug: string;
  /** What to call it at this place: the episode's code alone where its title is still hidden. */
  readonly title: string;
  /** Markdown in which the marks of `marks.ts` stand in place of spoilers. */
  readonly text: string;
  readonly curtains: readonly Curtain[];
  readonly openings: readonly OpenedSpoiler[];
  /** Something that can be seen here could not be understood, and more is hidden than its author meant. */
  readonly isFaulty: boolean;
}

/** What to call a recap: its episode's code and title, or its title alone. */
export function fullTitle({ episode, title }: Pick<View, 'episode' | 'title'>): string {
  return episode && title !== episode ? `${episode} ${title}` : title;
}

/** What a view holds. Only `veil` may call it one. */
export type Unsealed = Omit<View, typeof sealed>;
