import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long a task may keep keys waiting, in milliseconds. */
const TURN = 12;

/** Divides a long task into turns, between which keys are handled. */
export class Turns {
  #start = performance.now();

  /** To be called between the steps of the task: waits for the keys if the current turn has taken long enough. */
  async next(): Promise<void> {
    if (performance.now() - this.#start < TURN) return;
    await nextTurn();
    this.#start = performance.now();
  }
}
