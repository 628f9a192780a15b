import { isBefore } from './body.ts';
import { letterOf } from './choice.ts';
import { bodyRows } from './geometry.ts';
import type { Command } from './keys.ts';
import { reveal } from './scrolling.ts';
import { matches } from './search.ts';
import { type Document, type State, type Step, showDocument } from './state.ts';

/** What a key does while words to search for are typed. */
export function onSearchKey(
  state: State,
  document: Document,
  typed: string,
  key: string,
  command: Command | undefined,
): Step {
  const closed = { ...document, overlay: null };
  const rows = bodyRows(state.size);
  if (command === 'enter') {
    if (typed.trim() === '') return showDocument(state, { ...closed, search: null });
    const found = matches(document.body, typed);
    if (found.length === 0)
      return showDocument({ ...state, message: `no match for ${typed}` }, closed);
    const from = found.findIndex((at) => !isBefore(at, document.top));
    const current = Math.max(0, from);
    const search = { words: typed, matches: found, current };
    const [first = document.top] = found.slice(current);
    return showDocument(state, reveal({ ...closed, search }, first, rows));
  }
  if (command === 'back' && (key === 'escape' || typed === '')) return showDocument(state, closed);
  const now = key === 'backspace' ? [...typed].slice(0, -1).join('') : typed + letterOf(key);
  return showDocument(state, {
    ...document,
    overlay: { kind: 'search', typed: now.slice(0, 100) },
  });
}

/** The next or previous match, on the screen. */
export function toMatch(document: Document, rows: number, by: 1 | -1): Document {
  const { search } = document;
  if (!search) return document;
  const count = search.matches.length;
  const current = (search.current + by + count) % count;
  const at = search.matches[current];
  const moved = { ...document, search: { ...search, current } };
  return at ? reveal(moved, at, rows) : moved;
}
