import type { LayoutOptions } from '../render/line.ts';
import type { ReaderState, Size } from './state.ts';

/** Text is at most this wide unless the user asks for more: longer lines are hard to read. */
const TEXT_COLUMNS = 80;
/** Columns of the words before a row that is read aloud, such as "Selected: ". */
const SPOKEN_SIGN_COLUMNS = 12;
/** The smallest terminal that the reader works in. */
export const SMALLEST: Size = { columns: 40, rows: 10 };

type Sized = Pick<ReaderState, 'size' | 'settings'>;

/** Rows that are drawn: one less than the terminal has, or Ink 6 clears the screen for every frame. */
export function screenRows({ rows }: Size): number {
  return Math.max(1, rows - 1);
}

/** Rows between the header and the footer. */
export function bodyRows(size: Size): number {
  return Math.max(1, screenRows(size) - 2);
}

/** Columns of text, which leave a margin for signs on its left and a column on its right. */
export function textColumns({ size, settings }: Sized): number {
  const taken = settings.isSpoken ? SPOKEN_SIGN_COLUMNS : 3;
  return Math.max(20, Math.min(settings.width ?? TEXT_COLUMNS, size.columns - taken));
}

/** Columns of the screen's own sentences: nothing is told before them. */
export function sentenceColumns(sized: Sized): number {
  return sized.settings.isSpoken ? sized.size.columns - 1 : textColumns(sized);
}

/** Columns before the text, which is centered. The last two are for signs. */
export function margin(sized: Sized): number {
  return Math.max(2, Math.floor((sized.size.columns - textColumns(sized)) / 2));
}

/** How text is laid out. */
export function layoutAt(sized: Sized): LayoutOptions {
  return { width: textColumns(sized), isAscii: sized.settings.isAscii };
}

export function isTooSmall({ columns, rows }: Size): boolean {
  return columns < SMALLEST.columns || rows < SMALLEST.rows;
}
