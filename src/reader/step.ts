import type { Place } from '../model/order.ts';
import type { ShowProgress } from '../store/progress/show-progress.ts';
import type { Reader } from '../veil/episode-title.ts';
import type { Effect } from './effect.ts';
import type { Document, ReaderState } from './state.ts';

/** A state, and the effects to perform. */
export interface Step {
  readonly state: ReaderState;
  readonly effects: readonly Effect[];
}

/** The step to a state. */
export function stepTo(state: ReaderState, ...effects: Effect[]): Step {
  return { state, effects };
}

/** The step that says something in the footer. */
export function notify(state: ReaderState, notice: string): Step {
  return stepTo({ ...state, notice });
}

/** The step after which an open recap is shown so. */
export function showDocument(state: ReaderState, document: Document, ...effects: Effect[]): Step {
  return stepTo({ ...state, screen: { kind: 'document', document } }, ...effects);
}

/** A step with more to do. */
export function alsoDo({ state, effects }: Step, ...more: Effect[]): Step {
  return { state, effects: [...effects, ...more] };
}

const NOT_STARTED: ShowProgress = {
  through: null,
  isRecorded: false,
  shouldAsk: false,
  epoch: 0,
};

/** How far a show has been watched. */
export function progressIn(state: ReaderState, slug: string): ShowProgress {
  return state.progress.get(slug) ?? NOT_STARTED;
}

/** The reader's place in a show. */
export function placeIn(state: ReaderState, slug: string): Place {
  return progressIn(state, slug).through;
}

/** Who reads a show. */
export function readerIn(state: ReaderState, slug: string): Reader {
  return { place: placeIn(state, slug), showsTitles: state.settings.showsTitles };
}
