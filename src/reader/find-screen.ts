import { parseQuery } from '../search/query.ts';
import type { Hit } from '../search/search.ts';
import { bodyRows } from './geometry.ts';
import { type Handlers, moveHandlers } from './handlers.ts';
import { type MoveCommand, moved } from './list.ts';
import { goToShow } from './lists.ts';
import type { FindScreen, ReaderState } from './state.ts';
import { notify, type Step, stepTo } from './step.ts';
import { findAgain, goBack } from './visits.ts';

/** Letters that may be typed. */
const LONGEST_QUERY = 100;

/** What each command does while words are typed. */
export const IN_FIND = {
  open: (state: ReaderState, screen: FindScreen) => {
    if (parseQuery(screen.typed).length === 0) return notify(state, 'Type a word to search for');
    return findAgain({ ...state, screen: { ...screen, selected: 0 } }, screen.typed);
  },
  cancel: (state: ReaderState) => goBack(state),
  erase: (state: ReaderState, screen: FindScreen) =>
    screen.typed === ''
      ? goBack(state)
      : withFind(state, screen, { typed: [...screen.typed].slice(0, -1).join(''), hits: null }),
} satisfies Handlers<'find', FindScreen>;

/** What each command does among the hits. */
export const IN_HITS = {
  ...moveHandlers(move),
  open: (state: ReaderState, screen: FindScreen) => {
    const hit = screen.hits?.[screen.selected];
    if (!hit) return stepTo(state);
    const { show, slug } = hit;
    return goToShow(state, show, { kind: 'recap', slug, position: { kind: 'hit', hit } });
  },
  find: (state: ReaderState, screen: FindScreen) =>
    withFind(state, screen, { isTyping: true, selected: 0 }),
  back: (state: ReaderState) => goBack(state),
} satisfies Handlers<'hits', FindScreen>;

/** Text typed or pasted into the field. */
export function typeFind(state: ReaderState, screen: FindScreen, text: string): Step {
  const typed = (screen.typed + text).slice(0, LONGEST_QUERY);
  return withFind(state, screen, { typed, hits: null });
}

/** Shows the hits of what was searched for. */
export function showHits(state: ReaderState, hits: readonly Hit[]): Step {
  if (state.screen.kind !== 'find') return stepTo(state);
  const selected = Math.min(state.screen.selected, Math.max(0, hits.length - 1));
  const isTyping = hits.length === 0;
  return withFind({ ...state, work: null }, state.screen, { hits, selected, isTyping });
}

function move(state: ReaderState, screen: FindScreen, command: MoveCommand): Step {
  const rows = Math.ceil(bodyRows(state.size) / 2);
  const selected = moved(screen.selected, screen.hits?.length ?? 0, rows, command);
  return withFind(state, screen, { selected });
}

function withFind(state: ReaderState, screen: FindScreen, change: Partial<FindScreen>): Step {
  return stepTo({ ...state, screen: { ...screen, ...change } });
}
