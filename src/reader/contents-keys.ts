import { isBefore } from './body.ts';
import { moved } from './choice.ts';
import { contents } from './contents.ts';
import { bodyRows } from './geometry.ts';
import type { Command } from './keys.ts';
import { type Document, type Overlay, type State, type Step, showDocument, stay } from './state.ts';

/** The contents, with the heading chosen that the screen is in. */
export function openContents(state: State, document: Document): Step {
  const items = contents(document.body);
  if (items.length === 0) return stay({ ...state, message: 'this recap has no headings' });
  const behind = items.findIndex(({ at }) => isBefore(document.top, at));
  const selected = behind === -1 ? items.length - 1 : Math.max(0, behind - 1);
  return showDocument(state, { ...document, overlay: { kind: 'contents', items, selected } });
}

/** What a key does in the contents. */
export function onContentsKey(
  state: State,
  document: Document,
  overlay: Extract<Overlay, { kind: 'contents' }>,
  command: Command | undefined,
): Step {
  const { items, selected } = overlay;
  const closed = { ...document, overlay: null };
  const rows = bodyRows(state.size);
  const to = moved(selected, items.length, rows, command);
  if (to !== undefined)
    return showDocument(state, { ...document, overlay: { ...overlay, selected: to } });
  const item = items[selected];
  if (command !== 'enter' || !item) return showDocument(state, closed);
  const top = document.body.fill(item.at, rows);
  return showDocument(state, { ...closed, top, focus: item.curtain });
}
