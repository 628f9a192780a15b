import type { ShowContents } from '../gated/show-contents.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import type { RecapOrStory } from '../veil/story.ts';
import { startList } from './choice.ts';
import { isAsked, startPlace } from './place.ts';
import { showScreen } from './rows.ts';
import { type Size, type State, type Step, stay } from './state.ts';

/** What the reader opens: a show or recap that was asked for, or by its slugs the one read last. */
export type Opening =
  | { readonly shelf: ShowContents; readonly entry: RecapOrStory | undefined }
  | { readonly show: string; readonly slug: string }
  | undefined;

interface Start {
  readonly shelves: readonly ShowContents[];
  readonly standings: ReadonlyMap<string, ShowProgress>;
  readonly isRecording: boolean;
  readonly companions: readonly string[];
  readonly showsTitles: boolean;
  readonly isAscii: boolean;
  readonly size: Size;
  readonly opening: Opening;
}

/**
 * The reader at its start, and what is to be opened: what was asked for, or the list in which the recap read
 * last is chosen, or the shows. A show without a recorded place is asked about first.
 */
export function startState({ opening, ...start }: Start): Step {
  const state: State = {
    ...start,
    screen: { kind: 'shows', list: startList() },
    help: null,
    message: null,
  };
  if (!opening) return stay(state);
  if ('slug' in opening) return stay(atLast(state, opening.show, opening.slug));
  const { shelf, entry } = opening;
  if (isAsked(state, shelf)) {
    return stay({ ...state, screen: startPlace(shelf, entry ?? null) });
  }
  const now = { ...state, screen: showScreen(state, shelf, entry) };
  return entry ? stay(now, { type: 'open', shelf, entry }) : stay(now);
}

/** The list in which the recap read last is chosen, if it is still there. */
function atLast(state: State, show: string, slug: string): State {
  const shelf = state.shelves.find(({ summary }) => summary.slug === show);
  if (!shelf || isAsked(state, shelf)) return state;
  const all = [shelf.introduction, ...shelf.recaps];
  return {
    ...state,
    screen: showScreen(
      state,
      shelf,
      all.find((entry) => entry?.head.slug === slug),
    ),
  };
}
