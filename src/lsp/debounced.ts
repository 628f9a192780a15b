/** Milliseconds without a key before a check, so that a fast typist is not checked at each letter. */
const SHORTEST = 40;
/** A check that takes longer than this waits no longer for all that. */
const LONGEST = 500;

/** Work that is done once for several calls in a row. The slower it is, the longer it waits for the next call. */
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
