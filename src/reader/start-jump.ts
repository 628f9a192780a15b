import type { ReaderState } from './state.ts';
import { type Step, stepTo } from './step.ts';

/** Awaits the letter of a bookmark to go to. */
export function startJump(state: ReaderState): Step {
  return stepTo({ ...state, letterFor: 'jump' });
}
