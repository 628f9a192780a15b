import { ASCII, type Glyphs, UNICODE } from '../../render/glyphs.ts';
import type { Line, Span, Style } from '../../render/line.ts';
import { wrap } from '../../render/wrap.ts';
import { columns } from '../../text/columns.ts';
import { margin, sentenceColumns } from '../geometry.ts';
import type { ReaderState } from '../state.ts';

/** The contents of the screen: a header, the lines below it, a footer. */
export interface Page {
  /** The header's left side. */
  readonly title: string;
  /** The header's right side; it is kept where both do not fit. */
  readonly status: string;
  readonly body: readonly Line[];
  /** Short notes, the most important first: as many as fit are shown. */
  readonly footer: readonly string[];
}

/** Signs in the margin. */
interface Signs {
  readonly pointer: string;
  readonly fresh: string;
  readonly peek: string;
  readonly watched: string;
  readonly next: string;
  readonly cursor: string;
  readonly down: string;
}

const UNICODE_SIGNS: Signs = {
  pointer: '▶',
  fresh: '┃',
  peek: '┊',
  watched: '✓',
  next: '›',
  cursor: '▏',
  down: '↓',
};
const ASCII_SIGNS: Signs = {
  pointer: '>',
  fresh: '#',
  peek: ':',
  watched: 'x',
  next: '*',
  cursor: '_',
  down: 'Down',
};

/** In words, for a screen reader; rows of lists have those for watched and next already. */
const SPOKEN_SIGNS: Signs = {
  pointer: 'Selected:',
  fresh: 'New:',
  peek: 'Peeked at:',
  watched: '',
  next: '',
  cursor: '',
  down: 'Down',
};

export function signsOf({ settings }: ReaderState): Signs {
  if (settings.isSpoken) return SPOKEN_SIGNS;
  return settings.isAscii ? ASCII_SIGNS : UNICODE_SIGNS;
}

export function glyphsOf({ settings }: ReaderState): Glyphs {
  return settings.isAscii ? ASCII : UNICODE;
}

/** A line of the text, behind its margin, with a sign in it. */
export function inMargin(
  state: ReaderState,
  { spans }: Line,
  sign = '',
  style: Style = { role: 'marker' },
): Line {
  const before = margin(state) - columns(sign);
  const lead: Span[] = [
    { text: ' '.repeat(Math.max(0, before - 1)), style: { role: 'text' } },
    { text: sign === '' ? ' ' : `${sign} `, style },
  ];
  return { spans: [...lead, ...spans] };
}

/** The span, marked as selected. */
export function chosen({ text, style }: Span): Span {
  return { text, style: { ...style, isChosen: true } };
}

/** Words of the screen itself, wrapped to the columns of the text and put behind the margin. */
export function sentence(
  state: ReaderState,
  text: string,
  style: Style = { role: 'text' },
): Line[] {
  const lines = wrap([{ text, style }], sentenceColumns(state));
  return lines.map((line) => inMargin(state, line));
}

/** So many blank lines. */
export function blank(count: number): Line[] {
  return Array.from({ length: Math.max(0, count) }, () => ({ spans: [] }));
}

/** Of `count` rows the part that is on a screen of `rows`, so that the selected one is in it. */
export function visibleFrom(selected: number, count: number, rows: number): number {
  return Math.max(0, Math.min(selected - Math.floor(rows / 2), count - rows));
}
