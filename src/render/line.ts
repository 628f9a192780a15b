import { columns } from '../text/columns.ts';

/** What a span is, by role; the theme says how each role looks. */
export type Role =
  | 'text'
  | 'heading'
  | 'quote'
  | 'code'
  | 'link'
  | 'image'
  | 'curtain'
  | 'rule'
  | 'marker'
  /** What is said about a text, not in it: author, date, progress. */
  | 'note'
  /** What is next or new for the reader. */
  | 'accent'
  /** A bar across the screen. */
  | 'bar';

/** A heading's rank, 1 the highest. */
export type Rank = 1 | 2 | 3 | 4 | 5 | 6;

/** Where a link leads. */
export interface Link {
  /** Which link of its chunk it is, counted from 0. */
  readonly index: number;
  /** An address, or the path of another recap, as its author wrote it. */
  readonly target: string;
}

/** How a stretch of text is meant. */
export interface Style {
  readonly role: Role;
  readonly strong?: true;
  readonly emphasis?: true;
  readonly strike?: true;
  /** Of a heading. */
  readonly rank?: Rank;
  /** Not text of the recap: bullets, quote bars, table borders, link targets, note numbers. */
  readonly decoration?: true;
  /** Index in the view's curtains; missing on a curtain whose mark names none. */
  readonly curtain?: number;
  /** Index in the view's openings: the innermost open spoiler around this text. */
  readonly opening?: number;
  /** The link that this text belongs to; missing where something hidden is in the target. */
  readonly link?: Link;
  /** What is selected: a row, a curtain, a link, the current match. */
  readonly isChosen?: true;
  /** What was searched for. */
  readonly isMatch?: true;
}

/** Text of one style: safe for a terminal, without line feeds and tabs. */
export interface Span {
  readonly text: string;
  readonly style: Style;
}

/** One line of the screen, never wider than the layout. No spans: a blank line. */
export interface Line {
  readonly spans: readonly Span[];
  /** On the first line of a heading: its whole text, decoration left out. */
  readonly heading?: { readonly rank: Rank; readonly text: string };
}

/** What a layout is made for. */
export interface LayoutOptions {
  /** Columns, 20 or more. */
  readonly width: number;
  /** Only ASCII glyphs, for terminals without UTF-8. The recap's own text stays as it is. */
  readonly isAscii: boolean;
}

export const BLANK: Line = { spans: [] };

/** The text of spans or runs, one after the other. */
export function joinedText(parts: readonly Pick<Span, 'text'>[]): string {
  let joined = '';
  for (const { text } of parts) joined += text;
  return joined;
}

/** How many columns a line takes. */
export function widthOf({ spans }: Line): number {
  return columns(joinedText(spans));
}
