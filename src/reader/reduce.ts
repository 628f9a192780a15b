import { readableName } from '../veil/story.ts';
import { Body } from './body.ts';
import { onDocumentKey, seen } from './document.ts';
import { onFindKey, withHits } from './find-keys.ts';
import { bodyRows, isTooSmall, looksAt, screenRows } from './geometry.ts';
import { helpLines } from './help.ts';
import { atHit } from './hit.ts';
import { commandOf, type Scene } from './keys.ts';
import { onListKey } from './lists.ts';
import { onPlaceKey } from './place.ts';
import { type Action, type Document, type State, type Step, stay } from './state.ts';

/** What the reader becomes by an action, and what is to be done. Pure: the same for the same views. */
export function reduce(state: State, action: Action): Step {
  switch (action.type) {
    case 'key':
      return onKey({ ...state, message: null }, action.key);
    case 'resize':
      return stay(resized({ ...state, size: action.size }));
    case 'opened':
      return stay({ ...state, screen: { kind: 'document', document: opened(state, action) } });
    case 'seen':
      return seen(state, action);
    case 'found':
      return stay(withHits(state, action.hits));
    case 'placed': {
      const standings = new Map(state.standings).set(action.show, action.standing);
      return stay({ ...state, standings, message: action.message });
    }
    case 'message':
      return stay({ ...state, message: action.message });
    case 'settled':
      return stay(settled(state));
  }
}

/** Where the reader is, as the table of keys knows it. */
function sceneOf({ screen, help }: State): Scene {
  if (help !== null) return 'help';
  if (screen.kind === 'place') return 'place';
  if (screen.kind === 'find') return screen.isTyping ? 'find' : 'hits';
  if (screen.kind !== 'document') return 'list';
  return screen.document.overlay?.kind ?? 'document';
}

function onKey(state: State, key: string): Step {
  const command = commandOf(key, sceneOf(state));
  const { screen } = state;
  if (key === 'ctrl+c')
    return stay(state, ...leaving(state), { type: 'quit', isInterrupted: true });
  if (command === 'suspend') return stay(state, { type: 'suspend' });
  const isTyping =
    (screen.kind === 'shows' || screen.kind === 'show') &&
    screen.list.isFiltering &&
    state.help === null;
  if (command === 'quit' && !isTyping) {
    return stay(state, ...leaving(state), { type: 'quit', isInterrupted: false });
  }
  // what cannot be seen cannot be answered
  if (isTooSmall(state.size)) return stay(state);
  if (state.help !== null) return onHelpKey(state, state.help, command);
  if (command === 'help' && !isTyping) return stay({ ...settled(state), help: 0 });
  if (screen.kind === 'document') return onDocumentKey(settled(state), key, command);
  if (screen.kind === 'place') return onPlaceKey(state, key, command);
  if (screen.kind === 'find') {
    const { state: next, effects } = onFindKey(state, screen, key, command);
    // the window may have another size than when a recap was left for this
    return stay(next.screen.kind === 'document' ? resized(next) : next, ...effects);
  }
  return onListKey(state, key, command);
}

/** What is done before the reader closes: the position in an open recap is kept. */
function leaving({ screen }: State): Step['effects'] {
  if (screen.kind !== 'document') return [];
  const { shelf, entry, body, top } = screen.document;
  return [
    {
      type: 'remember',
      show: shelf.show.slug,
      slug: readableName(entry),
      anchor: body.anchor(top),
    },
  ];
}

function onHelpKey(state: State, top: number, command: ReturnType<typeof commandOf>): Step {
  const rows = screenRows(state.size) - 1;
  const last = Math.max(0, helpLines(state.size.columns).length - rows);
  const moves: Partial<Record<NonNullable<typeof command>, number>> = {
    down: top + 1,
    up: top - 1,
    'page-down': top + rows,
    'page-up': top - rows,
    'half-down': top + Math.ceil(rows / 2),
    'half-up': top - Math.ceil(rows / 2),
    start: 0,
    end: last,
  };
  const to = command ? moves[command] : undefined;
  if (to === undefined) return stay({ ...state, help: null });
  return stay({ ...state, help: Math.min(Math.max(to, 0), last) });
}

function opened(state: State, action: Extract<Action, { type: 'opened' }>): Document {
  const { shelf, entry, view, place, anchor, hit } = action;
  const body = new Body(view, looksAt(state));
  const start = anchor ? body.at(anchor) : { chunk: 0, line: 0 };
  const rows = bodyRows(state.size);
  const document: Document = {
    shelf,
    entry,
    view,
    place,
    peeks: [],
    body,
    top: body.fill(start, rows),
    focus: null,
    fresh: new Set(),
    search: null,
    found: hit ? { typed: hit.typed, selected: hit.selected } : null,
    overlay: null,
  };
  return hit ? atHit(document, hit.hit, rows) : document;
}

/** The open recap laid out for another size: the line at the top stays there. */
function resized(state: State): State {
  if (state.screen.kind !== 'document') return state;
  const { document } = state.screen;
  const body = new Body(document.view, looksAt(state));
  const top = body.fill(body.at(document.body.anchor(document.top)), bodyRows(state.size));
  const overlay = document.overlay?.kind === 'contents' ? null : document.overlay;
  return {
    ...state,
    screen: { kind: 'document', document: { ...document, body, top, overlay, search: null } },
  };
}

/** What was told apart as just opened no longer is. */
function settled(state: State): State {
  if (state.screen.kind !== 'document' || state.screen.document.fresh.size === 0) return state;
  const document = { ...state.screen.document, fresh: new Set<string>() };
  return { ...state, screen: { kind: 'document', document } };
}
