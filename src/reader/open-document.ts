import type { TextPosition } from '../model/text-position.ts';
import type { Line } from '../render/line.ts';
import type { View } from '../veil/view.ts';
import { atHit } from './at-hit.ts';
import { Body, type Position } from './body.ts';
import { headingAt } from './follow-link.ts';
import { bodyRows, layoutAt } from './geometry.ts';
import type { Message } from './message.ts';
import type { Document, DocumentFocus, DocumentPosition, ReaderState } from './state.ts';
import { type Step, showDocument, stepTo } from './step.ts';
import { isSame, visibleStops } from './stops.ts';

const TOP: Position = { chunk: 0, line: 0 };

/** An open recap as it is first shown. */
export function openDocument(
  state: ReaderState,
  { contents, recap, view, place, position, unread }: Extract<Message, { type: 'opened' }>,
): Document {
  const document: Document = {
    contents,
    recap,
    view,
    place,
    peeks: [],
    beforePeek: null,
    body: new Body(view, layoutAt(state), state.settings.isSpoken),
    top: TOP,
    jumpedFrom: null,
    focus: null,
    fresh: new Set(),
    unread,
    search: null,
    panel: null,
  };
  return position ? at(document, position, bodyRows(state.size)) : document;
}

function at(document: Document, position: DocumentPosition, rows: number): Document {
  if ('hit' in position) return atHit(document, position, rows);
  const { body } = document;
  if (position.kind === 'heading') {
    const at = headingAt(body, position.name);
    return at ? { ...document, top: body.fill(at, rows) } : document;
  }
  const top = body.fill(body.at(position.anchor), rows);
  return withFocus({ ...document, top }, position.focus, rows);
}

/** What was selected is so again, if it is still there. */
function withFocus(document: Document, focus: DocumentFocus | null, rows: number): Document {
  const { curtains } = document.view;
  const stop = visibleStops(document, rows).find((candidate) => {
    if (!focus || !('key' in focus)) return focus !== null && isSame(candidate, focus);
    const isCurtain = candidate.kind === 'curtain';
    return isCurtain && curtains[candidate.index]?.keys.includes(focus.key);
  });
  return { ...document, focus: stop ?? null };
}

/** A view that has changed: something was confirmed, peeked at, hidden or taken back. */
export function showRefreshed(
  state: ReaderState,
  message: Extract<Message, { type: 'refreshed' }>,
): Step {
  if (state.screen.kind !== 'document') return stepTo(state);
  const { document } = state.screen;
  if (document.recap !== message.recap) return stepTo(state);
  const { view, place, peeks } = message;
  const rows = bodyRows(state.size);
  const body = new Body(view, layoutAt(state), state.settings.isSpoken);
  const before = new Set(document.view.openings.map(({ key }) => key));
  const fresh = new Set(view.openings.map(({ key }) => key).filter((key) => !before.has(key)));
  const top = body.fill(topAfter(document, body, message, rows), rows);
  return showDocument(state, {
    ...document,
    view,
    place,
    peeks,
    beforePeek:
      peeks.length === 0 ? null : (document.beforePeek ?? document.body.anchor(document.top)),
    body,
    top,
    fresh,
    focus: null,
    search: null,
    panel: null,
  });
}

/** Where the screen begins, so that what was asked about, or is hidden again, stays in its row. */
function topAfter(
  document: Document,
  body: Body,
  { view: now }: Extract<Message, { type: 'refreshed' }>,
  rows: number,
): Position {
  const { view, body: old, focus, top } = document;
  const hidden = firstHidden(document, now, rows);
  if (hidden) return body.move(body.at(hidden.anchor), -hidden.row);
  const keys = focus?.kind === 'curtain' ? (view.curtains[focus.index]?.keys ?? []) : [];
  const opening = now.openings.findIndex(({ key }) => keys.includes(key));
  if (focus === null || opening === -1) return body.at(old.anchor(top));
  const row = old
    .lines(top, rows)
    .findIndex(({ spans }) => spans.some(({ style }) => style.curtain === focus.index));
  // openings are counted in the order of their beginnings, so that a nested one has a higher number
  const at = body.find(TOP, ({ spans }) =>
    spans.some(({ style }) => (style.opening ?? -1) >= opening),
  );
  return at ? body.move(at, -Math.max(0, row)) : body.at(old.anchor(top));
}

/** The row in which the first text begins that is on the screen and no longer open, and its position. */
function firstHidden({ view, body, top }: Document, now: View, rows: number) {
  const open = new Set(now.openings.map(({ key }) => key));
  const isHidden = ({ spans }: Line) =>
    spans.some(({ style }) => {
      const key = view.openings[style.opening ?? -1]?.key;
      return key !== undefined && !open.has(key);
    });
  const lines = body.linesAt(top, rows);
  const row = lines.findIndex(({ line }) => isHidden(line));
  const first = lines[row];
  return first && { row, anchor: body.anchor(first.at) };
}

/** The open recap laid out for another size: the line at the top stays there. */
export function resized(state: ReaderState): ReaderState {
  if (state.screen.kind !== 'document') return state;
  const { document } = state.screen;
  const body = new Body(document.view, layoutAt(state), state.settings.isSpoken);
  const anchor: TextPosition = document.body.anchor(document.top);
  const top = body.fill(body.at(anchor), bodyRows(state.size));
  const panel = document.panel?.kind === 'outline' ? null : document.panel;
  return {
    ...state,
    screen: { kind: 'document', document: { ...document, body, top, panel, search: null } },
  };
}

/** What was marked as just opened no longer is. */
export function settled(state: ReaderState): ReaderState {
  if (state.screen.kind !== 'document' || state.screen.document.fresh.size === 0) return state;
  const document = { ...state.screen.document, fresh: new Set<string>() };
  return { ...state, screen: { kind: 'document', document } };
}
