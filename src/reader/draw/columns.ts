import type { ReaderState } from '../state.ts';

/** Columns of the screen from which a list has a preview beside it. */
const WIDE = 100;
/** A list is at most this wide: in longer rows the eye loses its line. */
const WIDEST_LIST = 96;
/** Columns of a list's margin, and of the line between list and preview. */
const MARGIN = 3;
const BORDER = 3;

/** Columns of a row that is read aloud: it is wrapped later, and nothing of it is cut. */
const SPOKEN_ROW = 1000;

/** Columns of a list's rows, without their margin. */
export function listWidth({ size, settings }: Pick<ReaderState, 'size' | 'settings'>): number {
  if (settings.isSpoken) return SPOKEN_ROW;
  const room = size.columns - MARGIN - 1;
  if (size.columns < WIDE) return Math.min(room, WIDEST_LIST);
  return Math.min(WIDEST_LIST, Math.floor(size.columns * 0.58) - MARGIN);
}

/** Columns of the preview; 0 if there is no room for one, or a screen reader is in use. */
export function paneWidth({ size, settings }: Pick<ReaderState, 'size' | 'settings'>): number {
  if (settings.isSpoken || size.columns < WIDE) return 0;
  return Math.min(76, size.columns - listWidth({ size, settings }) - MARGIN - BORDER - 1);
}
