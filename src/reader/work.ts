import type { Effect } from './effect.ts';
import type { ReaderState, Visit } from './state.ts';
import { alsoDo, type Step, stepTo } from './step.ts';

/** After so many milliseconds a task is shown. */
const SLOW = 150;

/**
 * Starts a task that may take long. A task before it is canceled.
 *
 * @param history the screens that Esc goes back to once what it opens is there
 */
export function startWork(
  state: ReaderState,
  label: string,
  history: readonly Visit[],
  effect: (work: number) => Effect,
): Step {
  const id = state.workCount + 1;
  const { state: idle, effects } = cancelWork(state);
  return {
    state: { ...idle, workCount: id, work: { id, label, isSlow: false, history } },
    effects: [
      ...effects,
      effect(id),
      { type: 'wait', milliseconds: SLOW, message: { type: 'slow', work: id } },
    ],
  };
}

/** Gives up the task that the reader is at, if any. */
export function cancelWork(state: ReaderState): Step {
  if (!state.work) return stepTo(state);
  return alsoDo(stepTo({ ...state, work: null }), { type: 'cancel', work: state.work.id });
}

/** Whether a message comes from the task that the reader is at. */
export function isCurrent({ work }: ReaderState, id: number): boolean {
  return work?.id === id;
}
