import type { ShowContents } from '../gated/show-contents.ts';
import { isStory, type RecapOrStory, readableName } from '../veil/story.ts';
import type { Effect } from './effect.ts';
import { startList } from './list.ts';
import { findNews } from './news.ts';
import { type ListRow, nextIndex, recapRows } from './recap-rows.ts';
import { showRows } from './show-rows.ts';
import type { Document, DocumentPosition, ListState, ReaderState, Screen, Visit } from './state.ts';
import { alsoDo, notify, readerIn, type Step, stepTo } from './step.ts';
import { cancelWork, startWork } from './work.ts';

/** Screens that Esc goes back to, at most. */
const LONGEST_HISTORY = 100;

/** Goes to another screen, from which Esc comes back to this one. */
export function goTo(state: ReaderState, screen: Screen): Step {
  const { state: idle, effects } = cancelWork(state);
  return alsoDo(
    stepTo({ ...idle, screen, history: withThisScreen(state) }, ...effects),
    ...leaving(state),
  );
}

/** Opens a recap or the story, from which Esc comes back to this screen. */
export function goToRecap(
  state: ReaderState,
  contents: ShowContents,
  recap: RecapOrStory,
  position?: DocumentPosition,
): Step {
  return alsoDo(open(state, contents, recap, position, withThisScreen(state)), ...leaving(state));
}

/** Opens a recap or the story. */
export function open(
  state: ReaderState,
  contents: ShowContents,
  recap: RecapOrStory,
  position: DocumentPosition | undefined,
  history: readonly Visit[],
): Step {
  const reader = readerIn(state, contents.show.slug);
  return startWork(state, 'Opening', history, (work) => {
    return { type: 'open', work, contents, recap, reader, position };
  });
}

/** The history with this screen as its latest. The question how far somebody has watched is no place to go back to. */
export function withThisScreen(state: ReaderState): readonly Visit[] {
  const visit = visitOf(state);
  return visit ? [...state.history, visit].slice(-LONGEST_HISTORY) : state.history;
}

function visitOf(state: ReaderState, screen = state.screen): Visit | undefined {
  switch (screen.kind) {
    case 'shows': {
      const { selected, filter } = screen.list;
      const row = showRows(state, filter).rows[selected];
      return { kind: 'shows', selected: row?.show.slug, filter };
    }
    case 'show': {
      const { contents, list } = screen;
      const row = recapRows(state, contents, list)[list.selected];
      return {
        kind: 'show',
        contents,
        selected: row?.kind === 'recap' ? readableName(row.file) : undefined,
        filter: list.filter,
        showsLater: list.showsLater,
      };
    }
    case 'document': {
      const { contents, recap } = screen.document;
      return { kind: 'document', contents, recap, position: positionIn(screen.document) };
    }
    case 'find':
      return { kind: 'find', typed: screen.typed, selected: screen.selected };
    case 'who':
      return visitOf(state, screen.under);
    case 'progress':
    case 'add':
      return undefined;
  }
}

function positionIn({ body, top, focus, view }: Document): DocumentPosition {
  const key = focus?.kind === 'curtain' ? view.curtains[focus.index]?.keys[0] : undefined;
  return {
    kind: 'text',
    anchor: body.anchor(top),
    focus: key === undefined ? focus : { kind: 'curtain', key },
  };
}

/** Goes back to the screen before this one, or up to the list that it belongs to. */
export function goBack(state: ReaderState): Step {
  const visit = state.history.at(-1) ?? parentOf(state);
  if (!visit) return notify(state, 'Press q to quit');
  return alsoDo(revisit(state, visit, state.history.slice(0, -1)), ...leaving(state));
}

function revisit(state: ReaderState, visit: Visit, history: readonly Visit[]): Step {
  if (visit.kind === 'document') {
    return open(state, visit.contents, visit.recap, visit.position, history);
  }
  const { state: idle, effects } = cancelWork(state);
  const now = { ...idle, history };
  if (visit.kind === 'find') {
    const { typed, selected } = visit;
    const screen: Screen = { kind: 'find', typed, selected, isTyping: false, hits: null };
    return alsoDo(findAgain({ ...now, screen }, typed), ...effects);
  }
  if (visit.kind === 'show') {
    const screen = showScreen(now, visit.contents, visit.selected, visit);
    return stepTo({ ...now, screen }, ...effects);
  }
  return stepTo({ ...now, screen: showsScreen(now, visit.selected, visit.filter) }, ...effects);
}

/** Searches everything that is open to the reader now. */
export function findAgain(state: ReaderState, typed: string): Step {
  const readers = new Map(state.shows.map(({ slug }) => [slug, readerIn(state, slug)] as const));
  return startWork(state, 'Searching', state.history, (work) => {
    return { type: 'find', work, typed, readers };
  });
}

function parentOf({ screen }: ReaderState): Visit | undefined {
  switch (screen.kind) {
    case 'document': {
      const { contents, recap } = screen.document;
      return {
        kind: 'show',
        contents,
        selected: readableName(recap),
        filter: '',
        showsLater: false,
      };
    }
    case 'show':
    case 'progress':
      return { kind: 'shows', selected: screen.contents.show.slug, filter: '' };
    case 'find':
    case 'add':
      return { kind: 'shows', selected: undefined, filter: '' };
    case 'shows':
    case 'who':
      return undefined;
  }
}

/** The list of shows, with one selected. */
export function showsScreen(state: ReaderState, selected?: string, filter = ''): Screen {
  const index = showRows(state, filter).rows.findIndex(({ show }) => show.slug === selected);
  return { kind: 'shows', list: startList(index, filter) };
}

/** The list of a show, with a recap selected: by default the next one. */
export function showScreen(
  state: ReaderState,
  contents: ShowContents,
  selected?: string,
  { filter, showsLater }: Pick<ListState, 'filter' | 'showsLater'> = startList(),
): Screen {
  const isSelected = (row: ListRow) => row.kind === 'recap' && readableName(row.file) === selected;
  const find = (list: ListState) => recapRows(state, contents, list).findIndex(isSelected);
  const short = startList(0, filter, showsLater);
  const isHidden = selected !== undefined && !showsLater && find(short) === -1;
  const list =
    isHidden && find({ ...short, showsLater: true }) !== -1
      ? { ...short, showsLater: true }
      : short;
  const next = nextIndex(recapRows(state, contents, list));
  const index = find(list);
  return {
    kind: 'show',
    contents,
    list: { ...list, selected: Math.max(0, index === -1 ? next : index) },
  };
}

/**
 * What to do before a screen is left: the position in an open recap is kept. What is peeked at is gated text still, so that
 * nothing that depends on it is stored: the position is then that before the peek.
 */
export function leaving(state: ReaderState): Effect[] {
  const { screen: shown, settings } = state;
  const screen = shown.kind === 'who' ? shown.under : shown;
  if (screen.kind !== 'document') return [];
  const { contents, recap, body, top, place, beforePeek } = screen.document;
  return [
    {
      type: 'remember',
      show: contents.show.slug,
      slug: readableName(recap),
      position: beforePeek ?? body.anchor(top),
      place: settings.isRecording && !isStory(recap) ? place : undefined,
    },
    ...findNews(state, contents),
  ];
}
