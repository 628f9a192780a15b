import { bodyRows } from './geometry.ts';
import { type Handlers, moveHandlers } from './handlers.ts';
import { type MoveCommand, moved } from './list.ts';
import { goToShow } from './lists.ts';
import type { Message } from './message.ts';
import type { FoundShow } from './show-source.ts';
import type { AddScreen, ReaderState } from './state.ts';
import { notify, type Step, stepTo } from './step.ts';
import { goBack } from './visits.ts';
import { startWork } from './work.ts';

/** Letters of a title that may be typed. */
const LONGEST_TITLE = 100;

/** What each command does while the title of a show to add is typed. */
export const IN_ADD = {
  open: (state: ReaderState, { typed }: AddScreen) => {
    const title = typed.trim();
    if (title === '') return notify(state, 'Type the title of a show');
    return startWork(state, 'Searching', state.history, (work) => {
      return { type: 'search-shows', work, title };
    });
  },
  cancel: (state: ReaderState) => goBack(state),
  erase: (state: ReaderState, screen: AddScreen) =>
    screen.typed === ''
      ? goBack(state)
      : withAdd(state, screen, { typed: [...screen.typed].slice(0, -1).join(''), found: null }),
} satisfies Handlers<'add', AddScreen>;

/** What each command does among the shows that were found. */
export const IN_FOUND = {
  ...moveHandlers(move),
  open: (state: ReaderState, { found, selected }: AddScreen) => {
    const show = found?.[selected];
    if (!show) return stepTo(state);
    return startWork(state, 'Adding', state.history, (work) => {
      return { type: 'add-show', work, id: show.id };
    });
  },
  add: (state: ReaderState, screen: AddScreen) =>
    withAdd(state, screen, { isTyping: true, selected: 0 }),
  back: (state: ReaderState) => goBack(state),
} satisfies Handlers<'found', AddScreen>;

/** Text typed or pasted into the field. */
export function typeTitle(state: ReaderState, screen: AddScreen, text: string): Step {
  const typed = (screen.typed + text).slice(0, LONGEST_TITLE);
  return withAdd(state, screen, { typed, found: null });
}

/** Shows what was found. */
export function showFound(before: ReaderState, found: readonly FoundShow[]): Step {
  const state = { ...before, work: null };
  if (state.screen.kind !== 'add') return stepTo(state);
  const isTyping = found.length === 0;
  return withAdd(state, state.screen, { found, isTyping, selected: 0 });
}

/** Opens a show that was added; how far it has been watched is asked first. */
export function showAdded(
  state: ReaderState,
  { added }: Extract<Message, { type: 'show-added' }>,
): Step {
  const { slug, shows, progress, notice } = added;
  const known = { ...state, shows, progress: new Map(state.progress).set(slug, progress) };
  const step = goToShow({ ...known, work: null }, slug, { kind: 'list' });
  return { ...step, state: { ...step.state, notice } };
}

function move(state: ReaderState, screen: AddScreen, command: MoveCommand): Step {
  const selected = moved(screen.selected, screen.found?.length ?? 0, bodyRows(state.size), command);
  return withAdd(state, screen, { selected });
}

function withAdd(state: ReaderState, screen: AddScreen, change: Partial<AddScreen>): Step {
  return stepTo({ ...state, screen: { ...screen, ...change } });
}
