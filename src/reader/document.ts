import { INTRODUCTION } from '../library/library.ts';
import { Body, isBefore, type Position } from './body.ts';
import { letterOf, moved } from './choice.ts';
import { contents } from './contents.ts';
import { bodyRows, looksAt } from './geometry.ts';
import type { Command } from './keys.ts';
import { showScreen } from './rows.ts';
import { matches } from './search.ts';
import {
  type Action,
  type Document,
  type Effect,
  type Overlay,
  type State,
  type Step,
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
      return show(state, { ...document, top: { chunk: 0, line: 0 } });
    case 'end':
      return show(state, { ...document, top: document.body.end(rows) });
    case 'next-curtain':
      return show(state, toCurtain(document, rows, 1));
    case 'previous-curtain':
      return show(state, toCurtain(document, rows, -1));
    case 'enter':
      return ask(state, document);
    case 'hide':
      return hide(state, document);
    case 'undo':
      return stay(state, { type: 'undo', shelf: document.shelf }, look(document, document.peeks));
    case 'search':
      return show(state, { ...document, overlay: { kind: 'search', typed: '' } });
    case 'next-match':
      return show(state, toMatch(document, rows, 1));
    case 'previous-match':
      return show(state, toMatch(document, rows, -1));
    case 'contents':
      return openContents(state, document);
    case 'next-recap':
      return openNeighbour(state, document, 1);
    case 'previous-recap':
      return openNeighbour(state, document, -1);
    case 'list':
    case 'back':
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
  return show(state, {
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

function show(state: State, document: Document, ...effects: Effect[]): Step {
  return stay({ ...state, screen: { kind: 'document', document } }, ...effects);
}

function scroll(state: State, document: Document, by: number): Step {
  const { body, top } = document;
  return show(state, { ...document, top: body.fill(body.move(top, by), bodyRows(state.size)) });
}

/** Moves the screen only if the position is not on it; then it comes to a third of the way down. */
function reveal(document: Document, at: Position, rows: number): Document {
  const { body, top } = document;
  const isOn = !isBefore(at, top) && isBefore(at, body.move(top, rows));
  const isLast = body.lines(top, rows + 1).length <= rows && !isBefore(at, top);
  if (isOn || isLast) return document;
  return { ...document, top: body.fill(body.move(at, -Math.floor(rows / 3)), rows) };
}

/** The curtains on the screen, in order. */
function visibleCurtains({ body, top }: Document, rows: number): number[] {
  return body
    .lines(top, rows)
    .flatMap(({ spans }) => spans.flatMap(({ curtain }) => curtain ?? []));
}

function toCurtain(document: Document, rows: number, by: 1 | -1): Document {
  const { body, top, focus, view } = document;
  const count = view.curtains.length;
  if (count === 0) return document;
  const visible = visibleCurtains(document, rows);
  const isOn = focus !== null && visible.includes(focus);
  const next = isOn ? focus + by : curtainFrom(document, by === 1 ? top : body.move(top, rows), by);
  const wanted = (next + count) % count;
  const at = body.find({ chunk: 0, line: 0 }, ({ spans }) =>
    spans.some(({ curtain }) => curtain === wanted),
  );
  return at ? reveal({ ...document, focus: wanted }, at, rows) : document;
}

/** The first curtain at or behind a position, or the last before it. */
function curtainFrom({ body, view }: Document, from: Position, by: 1 | -1): number {
  const at = body.find(from, ({ spans }) => spans.some(({ curtain }) => curtain !== undefined));
  const [line] = at ? body.lines(at, 1) : [];
  const first = line?.spans.find(({ curtain }) => curtain !== undefined)?.curtain;
  return by === 1 ? (first ?? 0) : (first ?? view.curtains.length) - 1;
}

function ask(state: State, document: Document): Step {
  const visible = visibleCurtains(document, bodyRows(state.size));
  const { focus } = document;
  const curtain = focus !== null && visible.includes(focus) ? focus : visible[0];
  if (curtain === undefined) {
    const message =
      document.view.curtains.length > 0
        ? 'no curtain here; Tab goes to the next'
        : 'nothing is hidden here';
    return stay({ ...state, message });
  }
  return show(state, { ...document, focus: curtain, overlay: { kind: 'question', curtain } });
}

function onQuestionKey(
  state: State,
  document: Document,
  index: number,
  command: Command | undefined,
): Step {
  const curtain = document.view.curtains[index];
  const closed = { ...document, overlay: null };
  if (command === 'yes' && curtain?.gate) {
    return show(
      state,
      closed,
      { type: 'confirm', shelf: document.shelf, through: curtain.gate },
      look(document, document.peeks),
    );
  }
  if (command === 'peek' && curtain) {
    return show(state, closed, look(document, [...document.peeks, ...curtain.keys]));
  }
  return command === 'no' ? show(state, closed) : stay(state);
}

/** Hides again what was peeked at. */
function hide(state: State, document: Document): Step {
  if (document.peeks.length > 0) return stay(state, look(document, []));
  return stay({ ...state, message: 'there is no peek to hide' });
}

/** Looks again at the recap, at whatever place the reader then has. */
function look({ shelf, entry }: Document, peeks: readonly string[]): Effect {
  return { type: 'look', shelf, entry, peeks };
}

function onSearchKey(
  state: State,
  document: Document,
  typed: string,
  key: string,
  command: Command | undefined,
): Step {
  const closed = { ...document, overlay: null };
  const rows = bodyRows(state.size);
  if (command === 'enter') {
    if (typed.trim() === '') return show(state, { ...closed, search: null });
    const found = matches(document.body, typed);
    if (found.length === 0) return show({ ...state, message: `no match for ${typed}` }, closed);
    const from = found.findIndex((at) => !isBefore(at, document.top));
    const current = Math.max(0, from);
    const search = { words: typed, matches: found, current };
    const [first = document.top] = found.slice(current);
    return show(state, reveal({ ...closed, search }, first, rows));
  }
  if (command === 'back' && (key === 'escape' || typed === '')) return show(state, closed);
  const now = key === 'backspace' ? [...typed].slice(0, -1).join('') : typed + letterOf(key);
  return show(state, { ...document, overlay: { kind: 'search', typed: now.slice(0, 100) } });
}

function toMatch(document: Document, rows: number, by: 1 | -1): Document {
  const { search } = document;
  if (!search) return document;
  const count = search.matches.length;
  const current = (search.current + by + count) % count;
  const at = search.matches[current];
  const moved = { ...document, search: { ...search, current } };
  return at ? reveal(moved, at, rows) : moved;
}

function openContents(state: State, document: Document): Step {
  const items = contents(document.body);
  if (items.length === 0) return stay({ ...state, message: 'this recap has no headings' });
  const behind = items.findIndex(({ at }) => isBefore(document.top, at));
  const selected = behind === -1 ? items.length - 1 : Math.max(0, behind - 1);
  return show(state, { ...document, overlay: { kind: 'contents', items, selected } });
}

function onContentsKey(
  state: State,
  document: Document,
  overlay: Extract<Overlay, { kind: 'contents' }>,
  command: Command | undefined,
): Step {
  const { items, selected } = overlay;
  const closed = { ...document, overlay: null };
  const rows = bodyRows(state.size);
  const to = moved(selected, items.length, rows, command);
  if (to !== undefined) return show(state, { ...document, overlay: { ...overlay, selected: to } });
  const at = items[selected]?.at;
  if (command === 'enter' && at)
    return show(state, { ...closed, top: document.body.fill(at, rows) });
  return show(state, closed);
}

function openNeighbour(state: State, document: Document, by: 1 | -1): Step {
  const { shelf, entry } = document;
  const index = shelf.entries.indexOf(entry);
  const next = shelf.entries[entry.head.slug === INTRODUCTION && index === -1 ? 0 : index + by];
  if (!next || index + by < 0) {
    const message = by === 1 ? 'this is the last recap' : 'this is the first recap';
    return stay({ ...state, message });
  }
  return stay(state, remember(document), { type: 'open', shelf, entry: next });
}

function leave(state: State, document: Document): Step {
  const screen = showScreen(state, document.shelf, document.entry);
  return stay({ ...state, screen }, remember(document));
}

function remember({ shelf, entry, body, top }: Document): Effect {
  return {
    type: 'remember',
    show: shelf.show.slug,
    slug: entry.head.slug,
    anchor: body.anchor(top),
  };
}
