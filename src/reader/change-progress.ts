import type { Message } from './message.ts';
import { findNews } from './news.ts';
import { refresh } from './question.ts';
import { nextIndex, recapRows } from './recap-rows.ts';
import type { ReaderState } from './state.ts';
import { alsoDo, type Step, stepTo } from './step.ts';
import { withChange } from './undo.ts';
import { goBack, open, showScreen } from './visits.ts';

/** Applies a new place: the open recap gets a new view, and what waited for the place opens. */
export function changeProgress(
  before: ReaderState,
  message: Extract<Message, { type: 'progress-changed' }>,
): Step {
  // cards depend on the place, so an open card is closed
  if (before.screen.kind === 'who') {
    return changeProgress({ ...before, screen: before.screen.under }, message);
  }
  const { show, progress, notice, change } = message;
  const places = new Map(before.progress).set(show, progress);
  // what was new at the old place may be closed now
  const stale = new Map([...before.news].filter(([slug]) => slug !== show));
  const known = { ...before, notice, progress: places, news: stale };
  const state = change ? withChange(known, show, change) : known;
  const { screen } = state;
  const news = findNews(state, show);
  if (screen.kind === 'document' && screen.document.contents.show.slug === show) {
    return stepTo(state, refresh(state, screen.document, screen.document.peeks), ...news);
  }
  if (screen.kind === 'progress' && screen.contents.show.slug === show) {
    const { contents, next, position } = screen;
    if (next === 'back') return alsoDo(goBack(state), ...news);
    const listed = { ...state, screen: showScreen(state, contents) };
    if (!next) return stepTo(listed, ...news);
    return alsoDo(open(listed, contents, next, position, state.history), ...news);
  }
  if (screen.kind === 'show' && screen.contents.show.slug === show) {
    // the next episode is selected, unless a filter says what is looked for
    const { contents, list } = screen;
    const next = list.filter === '' ? nextIndex(recapRows(state, contents, list)) : -1;
    const selected = next === -1 ? list.selected : next;
    return stepTo({ ...state, screen: { ...screen, list: { ...list, selected } } }, ...news);
  }
  return stepTo(state, ...news);
}
