/** Milliseconds without a key press before a check, so that fast typing does not start one for each letter. */
const SHORTEST = 40;
/** The longest wait, however long a check takes. */
const LONGEST = 500;

/** Runs work once for several calls in a row, after a pause that is as long as the last run took, within limits. */
export class Debounced {
  readonly #work: () => void;
  readonly #onError: () => void;
  #timer: NodeJS.Timeout | undefined;
  #wait = SHORTEST;

  constructor(work: () => void, onError: () => void) {
    this.#work = work;
    this.#onError = onError;
  }

  soon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#run(), this.#wait);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }

  #run(): void {
    const begun = performance.now();
    try {
      this.#work();
    } catch {
      this.#onError();
    }
    this.#wait = Math.min(LONGEST, Math.max(SHORTEST, performance.now() - begun));
  }
}
