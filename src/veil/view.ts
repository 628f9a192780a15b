import type { Gate } from '../model/episode.ts';
import type { VisibleFrontMatter } from './front-matter.ts';

/** What the screen shows in place of a spoiler, or of adjacent ones with the same gate and label. */
export interface Curtain {
  /** Identify the spoilers behind it within their recap, for peeking: paths among what is visible. */
  readonly keys: readonly string[];
  /** Its public label; "Spoiler" if it has none. */
  readonly label: string;
  /** The episode after which it opens; `null`: only a peek opens it. */
  readonly gate: Gate;
}

/** A spoiler that is open to this reader. */
export interface OpenedSpoiler {
  /** The key of its curtain while it was closed. */
  readonly key: string;
  readonly gate: Gate;
  /** Other names of the person whose card it is; `null` if there are none, or they hold a declared secret. */
  readonly also: string | null;
  /** Open by a peek, not by the reader's place. */
  readonly isPeek: boolean;
}

declare const sealed: unique symbol;

/**
 * A recap as a reader at one place may see it. It holds no gated text, and only `veil` makes one. Every screen, list,
 * search result and JSON document is made from views.
 */
export interface View extends Omit<VisibleFrontMatter, 'title'> {
  readonly [sealed]: true;
  /** The show's slug. */
  readonly show: string;
  readonly showTitle: string;
  /** The recap's file name without its extension. */
  readonly slug: string;
  /** Its title at this place: the episode's code alone while the title is hidden. */
  readonly title: string;
  /** Markdown with the marks of `marks.ts` in place of spoilers. */
  readonly text: string;
  readonly curtains: readonly Curtain[];
  readonly openings: readonly OpenedSpoiler[];
  /** Something visible here is invalid, so more is hidden than its author meant. */
  readonly isFaulty: boolean;
}

/** The full title of a recap: its episode's code and title, or its title alone. */
export function fullTitle({ episode, title }: Pick<View, 'episode' | 'title'>): string {
  return episode && title !== episode ? `${episode} ${title}` : title;
}

/** The fields of a view. Only `veil` may make a view of them. */
export type Unsealed = Omit<View, typeof sealed>;
