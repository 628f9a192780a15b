import type { KeyPress } from './message.ts';
import type { Answer, ReaderState } from './state.ts';
import { type Step, stepTo } from './step.ts';

/** Milliseconds that are too short to read a question: an earlier key was meant for something else. */
export const READING_TIME = 300;

/** Milliseconds around an answer in which nothing else may arrive: it would be part of a paste. */
export const QUIET_TIME = 40;

/**
 * Takes a key as an answer that opens something, if only a person can have pressed it: it came alone, after the
 * question could be read; and it counts once nothing has followed it for a moment.
 */
export function answer(
  state: ReaderState,
  kind: Answer['kind'],
  askedAt: number,
  press: KeyPress,
): Step {
  if (!press.isAlone || press.at - askedAt < READING_TIME) return stepTo(state);
  const id = state.answerCount + 1;
  return stepTo(
    { ...state, answerCount: id, answer: { id, kind } },
    { type: 'wait', milliseconds: QUIET_TIME, message: { type: 'answer-stands', answer: id } },
  );
}
