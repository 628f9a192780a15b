import type { ShowContents } from '../gated/show-contents.ts';
import { letterOf, moved, startList } from './choice.ts';
import { openStory } from './document.ts';
import { startFind } from './find-keys.ts';
import { bodyRows } from './geometry.ts';
import type { Command } from './keys.ts';
import { isAsked, startPlace } from './place.ts';
import { recapRows, showRows, showScreen } from './rows.ts';
import { type ListState, type State, type Step, stay } from './state.ts';

/** What a key does in a list: it moves, opens, or narrows. */
export function onListKey(state: State, key: string, command: Command | undefined): Step {
  const { screen } = state;
  if (screen.kind !== 'shows' && screen.kind !== 'show') return stay(state);
  const { list } = screen;
  const rows =
    screen.kind === 'shows' ? showRows(state, list) : recapRows(state, screen.shelf, list);
  const isText = list.isFiltering && (letterOf(key) !== '' || key === 'backspace');
  if (!isText) {
    const to = moved(list.selected, rows.length, bodyRows(state.size), command);
    if (to !== undefined) return stay(withList(state, { ...list, selected: to }));
    if (command === 'enter') return choose(state, list);
    if (command === 'undo' && screen.kind === 'show') {
      return stay(state, { type: 'undo', shelf: screen.shelf });
    }
    if (command === 'find') return stay({ ...state, screen: startFind(screen) });
    if (command === 'story') return chooseStory(state, list);
    if (command === 'search') return stay(withList(state, { ...list, isFiltering: true }));
    if (command === 'back') {
      if (list.isFiltering) return stay(withList(state, startList()));
      if (screen.kind !== 'show') return stay(state);
      const index = state.shelves.indexOf(screen.shelf);
      return stay({ ...state, screen: { kind: 'shows', list: startList(index) } });
    }
    if (command) return stay(state);
  }
  return type(state, list, key);
}

function type(state: State, list: ListState, key: string): Step {
  const filter =
    key === 'backspace' ? [...list.filter].slice(0, -1).join('') : list.filter + letterOf(key);
  if (filter === list.filter)
    return stay(key === 'backspace' ? withList(state, startList()) : state);
  return stay(withList(state, { selected: 0, filter: filter.slice(0, 60), isFiltering: true }));
}

function choose(state: State, list: ListState): Step {
  const { screen } = state;
  if (screen.kind === 'shows') {
    const shelf = showRows(state, list)[list.selected]?.value;
    return shelf ? stay(enterShow(state, shelf)) : stay(state);
  }
  if (screen.kind !== 'show') return stay(state);
  const { shelf } = screen;
  const entry = recapRows(state, shelf, list)[list.selected]?.value;
  return entry ? stay(state, { type: 'open', shelf, entry }) : stay(state);
}

/** The story of the show, or of the one that is chosen. */
function chooseStory(state: State, list: ListState): Step {
  const { screen } = state;
  const shelf = screen.kind === 'show' ? screen.shelf : showRows(state, list)[list.selected]?.value;
  if (!shelf) return stay(state);
  const effect = openStory(shelf);
  if (!isAsked(state, shelf)) return stay(state, effect);
  return stay({ ...state, screen: startPlace(shelf, { length: 'full' }) });
}

/** A show's list, or first the question how far it has been watched. */
function enterShow(state: State, shelf: ShowContents): State {
  const screen = isAsked(state, shelf) ? startPlace(shelf, null) : showScreen(state, shelf);
  return { ...state, screen };
}

function withList(state: State, list: ListState): State {
  const { screen } = state;
  if (screen.kind !== 'shows' && screen.kind !== 'show') return state;
  return { ...state, screen: { ...screen, list } };
}
