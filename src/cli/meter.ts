import type { Output } from '../terminal/output.ts';

/** Shorter than this, nobody wonders whether anything is happening. */
const PATIENCE = 500;
/** How often the line changes. */
const PACE = 100;
/** Rows between two looks at the clock. */
const STRIDE = 256;

/** Says on a terminal how far a long piece of work has come, once it takes longer than half a second. */
export class Meter {
  readonly #output: Output;
  #doing = '';
  #count = 0;
  #next = performance.now() + PATIENCE;
  #isShown = false;

  constructor(output: Output) {
    this.#output = output;
  }

  /** Another part of the work begins, such as "reading". The patience is for the whole. */
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

  /** Takes the line away. */
  end(): void {
    if (this.#isShown) this.#output.note();
  }
}
