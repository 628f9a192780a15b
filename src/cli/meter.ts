import type { Output } from '../terminal/output.ts';

/** Milliseconds before anything is shown: short work needs no meter. */
const PATIENCE = 500;
/** Milliseconds between two changes of the line. */
const PACE = 100;
/** Rows between two looks at the clock. */
const STRIDE = 256;

/** Shows the progress of work on a terminal once it takes longer than half a second. */
export class Meter {
  readonly #output: Output;
  #doing = '';
  #count = 0;
  #next = performance.now() + PATIENCE;
  #isShown = false;

  constructor(output: Output) {
    this.#output = output;
  }

  /** Starts another part of the work, such as "reading". The delay counts from the start of the whole. */
  begin(doing: string): void {
    this.#doing = doing;
    this.#count = 0;
  }

  /** One more row is done. */
  readonly tick = (): void => {
    this.#count++;
    if (this.#count % STRIDE !== 0 || performance.now() < this.#next) return;
    this.#next = performance.now() + PACE;
    this.#isShown = true;
    this.#output.note(`${this.#doing}: ${this.#count} rows`);
  };

  /** Clears the line. */
  end(): void {
    if (this.#isShown) this.#output.note();
  }
}
