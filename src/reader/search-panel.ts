import { isBefore } from './body.ts';
import { bodyRows } from './geometry.ts';
import type { Handlers } from './handlers.ts';
import { reveal } from './scrolling.ts';
import { matches } from './search.ts';
import type { Document, Panel, ReaderState } from './state.ts';
import { type Step, showDocument } from './step.ts';

/** Letters that may be typed. */
const LONGEST_SEARCH = 100;

/** A search that is being typed, in an open recap. */
export interface OpenSearch {
  readonly document: Document;
  readonly panel: Extract<Panel, { kind: 'search' }>;
}

/** What each command does while words to search for are typed. */
export const IN_SEARCH = {
  open: (state: ReaderState, { document, panel }: OpenSearch) =>
    search(state, document, panel.typed),
  cancel: (state: ReaderState, { document }: OpenSearch) =>
    showDocument(state, { ...document, panel: null }),
  erase: (state: ReaderState, { document, panel }: OpenSearch) => {
    if (panel.typed === '') return showDocument(state, { ...document, panel: null });
    const typed = [...panel.typed].slice(0, -1).join('');
    return showDocument(state, { ...document, panel: { ...panel, typed } });
  },
} satisfies Handlers<'search', OpenSearch>;

/** Text typed or pasted into the search. */
export function typeSearch(
  state: ReaderState,
  { document, panel }: OpenSearch,
  text: string,
): Step {
  const typed = (panel.typed + text).slice(0, LONGEST_SEARCH);
  return showDocument(state, { ...document, panel: { ...panel, typed } });
}

function search(state: ReaderState, document: Document, words: string): Step {
  const closed: Document = { ...document, panel: null };
  if (words.trim() === '') return showDocument(state, { ...closed, search: null });
  const found = matches(document.body, words);
  if (found.length === 0) {
    return showDocument({ ...state, notice: `No match for ${words}` }, closed);
  }
  const current = Math.max(
    0,
    found.findIndex((at) => !isBefore(at, document.top)),
  );
  const [first = document.top] = found.slice(current);
  const searched = {
    ...closed,
    search: { words, matches: found, current, from: 'search' as const },
  };
  return showDocument(state, reveal(searched, first, bodyRows(state.size)));
}

/** Goes to the next or previous match. */
export function toMatch(document: Document, rows: number, by: 1 | -1): Document {
  const { search } = document;
  if (!search) return document;
  const count = search.matches.length;
  const current = (search.current + by + count) % count;
  const at = search.matches[current];
  const moved = { ...document, search: { ...search, current } };
  return at ? reveal(moved, at, rows) : moved;
}
