import type { Entry, Shelf } from '../library/library.ts';
import type { Standing } from '../progress/place.ts';
import { startList } from './choice.ts';
import { startPlace } from './place.ts';
import { showScreen } from './rows.ts';
import type { Size, State, Step } from './state.ts';

/** What the reader opens: a show or recap that was asked for, or by its slugs the one read last. */
export type Opening =
  | { readonly shelf: Shelf; readonly entry: Entry | undefined }
  | { readonly show: string; readonly slug: string }
  | undefined;

interface Start {
  readonly shelves: readonly Shelf[];
  readonly standings: ReadonlyMap<string, Standing>;
  readonly isRecording: boolean;
  readonly showsTitles: boolean;
  readonly isAscii: boolean;
  readonly size: Size;
  readonly opening: Opening;
}

/** The reader at its start, and what is to be opened. A show without a recorded place is asked about first. */
export function startState({ opening, ...start }: Start): Step {
  const shelf = opening && 'show' in opening ? undefined : opening?.shelf;
  const last = opening && 'show' in opening ? opening.show : undefined;
  const index = start.shelves.findIndex(({ show }) => show.slug === last);
  const state: State = {
    ...start,
    screen: { kind: 'shows', list: startList(index) },
    help: null,
    message: null,
  };
  if (!shelf) return { state, effects: [] };
  const entry = opening && 'entry' in opening ? opening.entry : undefined;
  const standing = start.standings.get(shelf.show.slug);
  if (start.isRecording && (!standing?.isRecorded || standing.shouldAsk)) {
    return { state: { ...state, screen: startPlace(shelf, entry ?? null) }, effects: [] };
  }
  const screen = showScreen(state, shelf, entry);
  return { state: { ...state, screen }, effects: entry ? [{ type: 'open', shelf, entry }] : [] };
}
