import type { ShowContents } from '../gated/show-contents.ts';
import { INTRODUCTION } from '../model/introduction.ts';
import { isStory, readableName } from '../veil/story.ts';
import { Body, type Position } from './body.ts';
import { onContentsKey, openContents } from './contents-keys.ts';
import { toCurtain } from './curtains.ts';
import { startFind } from './find-keys.ts';
import { bodyRows, looksAt } from './geometry.ts';
import type { Command } from './keys.ts';
import { ask, look, onQuestionKey } from './question.ts';
import { showScreen } from './rows.ts';
import { onSearchKey, toMatch } from './search-keys.ts';
import {
  type Action,
  type Document,
  type Effect,
  type Found,
  type State,
  type Step,
  showDocument,
  stay,
} from './state.ts';

/** What a key does while a recap is open. */
export function onDocumentKey(state: State, key: string, command: Command | undefined): Step {
  if (state.screen.kind !== 'document') return stay(state);
  const { document } = state.screen;
  const { overlay } = document;
  if (overlay?.kind === 'question') return onQuestionKey(state, document, overlay.curtain, command);
  if (overlay?.kind === 'search') return onSearchKey(state, document, overlay.typed, key, command);
  if (overlay?.kind === 'contents') return onContentsKey(state, document, overlay, command);
  if (!command) return stay(state);
  const rows = bodyRows(state.size);
  switch (command) {
    case 'down':
      return scroll(state, document, 1);
    case 'up':
      return scroll(state, document, -1);
    case 'page-down':
      return scroll(state, document, rows);
    case 'page-up':
      return scroll(state, document, -rows);
    case 'half-down':
      return scroll(state, document, Math.ceil(rows / 2));
    case 'half-up':
      return scroll(state, document, -Math.ceil(rows / 2));
    case 'start':
      return showDocument(state, { ...document, top: { chunk: 0, line: 0 } });
    case 'end':
      return showDocument(state, { ...document, top: document.body.end(rows) });
    case 'next-curtain':
      return showDocument(state, toCurtain(document, rows, 1));
    case 'previous-curtain':
      return showDocument(state, toCurtain(document, rows, -1));
    case 'enter':
      return ask(state, document);
    case 'hide':
      return hide(state, document);
    case 'undo':
      return stay(state, { type: 'undo', shelf: document.shelf }, look(document, document.peeks));
    case 'search':
      return showDocument(state, { ...document, overlay: { kind: 'search', typed: '' } });
    case 'next-match':
      return showDocument(state, toMatch(document, rows, 1));
    case 'previous-match':
      return showDocument(state, toMatch(document, rows, -1));
    case 'contents':
      return openContents(state, document);
    case 'next-recap':
      return openNeighbour(state, document, 1);
    case 'previous-recap':
      return openNeighbour(state, document, -1);
    case 'story':
      return stay(state, remember(document), openStory(document.shelf));
    case 'find':
      return stay({ ...state, screen: startFind(state.screen) }, remember(document));
    case 'back':
      return document.found ? backToHits(state, document, document.found) : leave(state, document);
    case 'list':
      return leave(state, document);
    default:
      return stay(state);
  }
}

/** A view that has changed: something was confirmed, peeked at, hidden or taken back. */
export function seen(state: State, action: Extract<Action, { type: 'seen' }>): Step {
  if (state.screen.kind !== 'document') return stay(state);
  const { document } = state.screen;
  const { view, place, peeks } = action;
  const rows = bodyRows(state.size);
  const body = new Body(view, looksAt(state));
  const before = new Set(document.view.openings.map(({ key }) => key));
  const fresh = new Set(view.openings.map(({ key }) => key).filter((key) => !before.has(key)));
  const top = body.fill(topAfter(document, body, action, rows), rows);
  return showDocument(state, {
    ...document,
    view,
    place,
    peeks,
    body,
    top,
    fresh,
    focus: null,
    search: null,
    overlay: null,
  });
}

/** Where the screen begins, so that what was asked about stays in its row. */
function topAfter(
  { view, body: old, focus, top }: Document,
  body: Body,
  { view: now }: Extract<Action, { type: 'seen' }>,
  rows: number,
): Position {
  const keys = focus === null ? [] : (view.curtains[focus]?.keys ?? []);
  const opening = now.openings.findIndex(({ key }) => keys.includes(key));
  const start = { chunk: 0, line: 0 };
  if (focus === null || opening === -1) return body.at(old.anchor(top));
  const row = old
    .lines(top, rows)
    .findIndex(({ spans }) => spans.some((span) => span.curtain === focus));
  // openings are counted in the order of their beginnings, so that a nested one has a higher number
  const at = body.find(start, ({ spans }) => spans.some((span) => (span.opening ?? -1) >= opening));
  return at ? body.move(at, -Math.max(0, row)) : body.at(old.anchor(top));
}

function scroll(state: State, document: Document, by: number): Step {
  const { body, top } = document;
  return showDocument(state, {
    ...document,
    top: body.fill(body.move(top, by), bodyRows(state.size)),
  });
}

/** Hides again what was peeked at. */
function hide(state: State, document: Document): Step {
  if (document.peeks.length > 0) return stay(state, look(document, []));
  return stay({ ...state, message: 'there is no peek to hide' });
}

function openNeighbour(state: State, document: Document, by: 1 | -1): Step {
  const { shelf, entry } = document;
  if (isStory(entry)) return stay({ ...state, message: 'this is the story; l lists its recaps' });
  const index = shelf.recaps.indexOf(entry);
  const next = shelf.recaps[entry.head.slug === INTRODUCTION && index === -1 ? 0 : index + by];
  if (!next || index + by < 0) {
    const message = by === 1 ? 'this is the last recap' : 'this is the first recap';
    return stay({ ...state, message });
  }
  return stay(state, remember(document), { type: 'open', shelf, entry: next });
}

/** The hits again, looked for anew: the place may be another one now. */
function backToHits(state: State, document: Document, { typed, selected }: Found): Step {
  const back = showScreen(state, document.shelf, document.entry);
  const screen = { ...startFind(back), typed, selected, isTyping: false };
  return stay({ ...state, screen }, remember(document), { type: 'find', typed });
}

/** The story so far of a show. */
export function openStory(shelf: ShowContents): Effect {
  return { type: 'open', shelf, entry: { length: 'full' } };
}

function leave(state: State, document: Document): Step {
  const screen = showScreen(state, document.shelf, document.entry);
  return stay({ ...state, screen }, remember(document));
}

function remember({ shelf, entry, body, top }: Document): Effect {
  return {
    type: 'remember',
    show: shelf.show.slug,
    slug: readableName(entry),
    anchor: body.anchor(top),
  };
}
