import type { ShowSummary } from '../gated/show-summary.ts';
import type { Place, ViewingOrder } from '../model/order.ts';
import type { ProgressChange } from './progress-change.ts';
import type { ReaderState } from './state.ts';
import { notify, placeIn, progressIn, type Step, stepTo } from './step.ts';

/** Takes back the last place that was recorded, once it is known where that leads. */
export function askUndo(state: ReaderState, show: ShowSummary): Step {
  if (!state.settings.isRecording) return notify(state, 'Nothing is recorded in this session');
  return stepTo(state, { type: 'plan-undo', show });
}

/**
 * Takes back what this run of the reader recorded. Asks first where the change is older than that, and where taking
 * it back would open something.
 */
export function planUndo(state: ReaderState, slug: string, target: Place | undefined): Step {
  const show = state.shows.find((candidate) => candidate.slug === slug);
  if (!show) return stepTo(state);
  if (target === undefined) return notify(state, 'There is nothing to take back on this device');
  const ownChanges = state.done.get(slug) ?? [];
  const opensMore = isFurther(show.order, target, placeIn(state, slug));
  if (ownChanges.length > 0 && !opensMore) return stepTo(state, { type: 'undo', show, target });
  return stepTo({ ...state, question: { kind: 'undo', show, target, askedAt: state.lastKeyAt } });
}

/** Sets again a place that was taken back in this run: a place further on is asked about like any other. */
export function redo(state: ReaderState, show: ShowSummary): Step {
  const change = state.undone.get(show.slug)?.at(-1);
  if (!change) return notify(state, 'There is nothing to confirm again');
  const { from: through } = change;
  if (through !== null && isFurther(show.order, through, placeIn(state, show.slug))) {
    return stepTo({
      ...state,
      question: { kind: 'watched', show, through, askedAt: state.lastKeyAt },
    });
  }
  const known = progressIn(state, show.slug);
  return stepTo(state, { type: 'set-place', show, through, known });
}

/** The changes of this run after another one. */
export function withChange(state: ReaderState, slug: string, change: ProgressChange): ReaderState {
  const done = state.done.get(slug) ?? [];
  const undone = state.undone.get(slug) ?? [];
  if (change.isUndo) {
    return {
      ...state,
      done: new Map(state.done).set(slug, done.slice(0, -1)),
      undone: new Map(state.undone).set(slug, [...undone, change]),
    };
  }
  const isRedo = undone.at(-1)?.from === change.to;
  return {
    ...state,
    done: new Map(state.done).set(slug, [...done, change]),
    undone: new Map(state.undone).set(slug, isRedo ? undone.slice(0, -1) : []),
  };
}

function isFurther(order: ViewingOrder, a: Place, b: Place): boolean {
  return a !== null && (b === null || order.compare(a, b) > 0);
}
