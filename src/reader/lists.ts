import type { Story } from '../veil/story.ts';
import { askWatched, setProgress } from './ask-watched.ts';
import { bodyRows } from './geometry.ts';
import { type Handlers, moveHandlers } from './handlers.ts';
import { type MoveCommand, moved } from './list.ts';
import type { ShowTarget } from './message.ts';
import { recapRows } from './recap-rows.ts';
import { showRows } from './show-rows.ts';
import { startAdd } from './start-add.ts';
import { startFind } from './start-find.ts';
import { startJump } from './start-jump.ts';
import { startWho } from './start-who.ts';
import type { ListState, ReaderState, Screen } from './state.ts';
import { notify, type Step, stepTo } from './step.ts';
import { askUndo, redo } from './undo.ts';
import { goBack, goTo, goToRecap, showsScreen, withThisScreen } from './visits.ts';
import { startWork } from './work.ts';

type ListScreen = Extract<Screen, { kind: 'shows' | 'show' }>;
type ShowScreen = Extract<Screen, { kind: 'show' }>;

const LONGEST_FILTER = 60;

const IN_BOTH = {
  ...moveHandlers(move),
  open: openSelected,
  back: (state: ReaderState, screen: ListScreen) =>
    screen.list.filter === ''
      ? goBack(state)
      : withList(state, screen, { filter: '', selected: 0 }),
  filter: (state: ReaderState, screen: ListScreen) =>
    withList(state, screen, { isFiltering: true }),
  story: (state: ReaderState, screen: ListScreen) => openStory(state, screen, 'full'),
  previously: (state: ReaderState, screen: ListScreen) => openStory(state, screen, 'recent'),
  jump: startJump,
  find: (state: ReaderState) => goTo(state, startFind()),
  add: (state: ReaderState) => goTo(state, startAdd()),
};

/** What each command does in the list of shows. */
export const IN_SHOWS = {
  ...IN_BOTH,
  watched: (state: ReaderState, screen: ListScreen) => {
    const row = showRows(state, screen.list.filter).rows[screen.list.selected];
    return row ? askWatched(state, row.show, null) : stepTo(state);
  },
  'set-progress': (state: ReaderState, screen: ListScreen) => {
    const row = showRows(state, screen.list.filter).rows[screen.list.selected];
    return row ? goToShow(state, row.show.slug, { kind: 'progress' }) : stepTo(state);
  },
} satisfies Handlers<'shows', ListScreen>;

/** What each command does in the list of a show. */
export const IN_SHOW = {
  ...IN_BOTH,
  watched: (state: ReaderState, { contents, list }: ShowScreen) => {
    const row = recapRows(state, contents, list)[list.selected];
    const episode = row?.kind === 'later' ? row.last : (row?.episode ?? null);
    return askWatched(state, contents.show, episode);
  },
  'set-progress': (state: ReaderState, { contents }: ShowScreen) => setProgress(state, contents),
  list: (state: ReaderState, { contents }: ShowScreen) =>
    goTo(state, showsScreen(state, contents.show.slug)),
  who: (state: ReaderState, { contents }: ShowScreen) => startWho(state, contents),
  undo: (state: ReaderState, { contents }: ShowScreen) => askUndo(state, contents.show),
  redo: (state: ReaderState, { contents }: ShowScreen) => redo(state, contents.show),
} satisfies Handlers<'show', ShowScreen>;

/** What each command does while a filter is typed. */
export const IN_FILTER = {
  ...moveHandlers(move),
  open: openSelected,
  cancel: (state: ReaderState, screen: ListScreen) =>
    withList(state, screen, { filter: '', selected: 0, isFiltering: false }),
  erase: (state: ReaderState, screen: ListScreen) =>
    screen.list.filter === ''
      ? withList(state, screen, { isFiltering: false })
      : withList(state, screen, {
          filter: [...screen.list.filter].slice(0, -1).join(''),
          selected: 0,
        }),
} satisfies Handlers<'filter', ListScreen>;

/** Text typed or pasted into the filter. */
export function typeFilter(state: ReaderState, screen: ListScreen, text: string): Step {
  const filter = (screen.list.filter + text).slice(0, LONGEST_FILTER);
  return withList(state, screen, { filter, selected: 0 });
}

function withList(state: ReaderState, screen: ListScreen, change: Partial<ListState>): Step {
  return stepTo({ ...state, screen: { ...screen, list: { ...screen.list, ...change } } });
}

function move(state: ReaderState, screen: ListScreen, command: MoveCommand): Step {
  const { selected, filter } = screen.list;
  const { rows } =
    screen.kind === 'shows'
      ? showRows(state, filter)
      : { rows: recapRows(state, screen.contents, screen.list) };
  const to = moved(selected, rows.length, bodyRows(state.size), command);
  return withList(state, screen, { selected: to });
}

function openSelected(state: ReaderState, screen: ListScreen): Step {
  const { selected, filter } = screen.list;
  // what is typed no further is a list like any other when one comes back to it
  const settled: ReaderState = {
    ...state,
    screen: { ...screen, list: { ...screen.list, isFiltering: false } },
  };
  if (screen.kind === 'shows') {
    const row = showRows(state, filter).rows[selected];
    return row ? goToShow(settled, row.show.slug, { kind: 'list' }) : stepTo(state);
  }
  const row = recapRows(state, screen.contents, screen.list)[selected];
  if (row?.kind === 'later') return withList(state, screen, { showsLater: true });
  if (row?.kind === 'people') return startWho(settled, screen.contents);
  return row ? goToRecap(settled, screen.contents, row.file) : stepTo(state);
}

/** The story of the show, or of the one that is selected. */
function openStory(state: ReaderState, screen: ListScreen, length: Story['length']): Step {
  if (screen.kind === 'show') return goToRecap(state, screen.contents, { length });
  const row = showRows(state, screen.list.filter).rows[screen.list.selected];
  return row ? goToShow(state, row.show.slug, { kind: 'story', length }) : stepTo(state);
}

/** Reads a show, and opens something of it. */
export function goToShow(state: ReaderState, show: string, target: ShowTarget): Step {
  return startWork(state, 'Opening', withThisScreen(state), (work) => {
    return { type: 'load-show', work, show, target };
  });
}

/** A letter that means nothing in a list, where one might expect that it filters. */
export function hintAtFilter(state: ReaderState): Step {
  return notify(state, 'Press / to filter, ? for help');
}
