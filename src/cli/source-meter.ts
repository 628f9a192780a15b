import type { SourceProgress } from '../sources/source.ts';
import { SOURCES } from '../sources/sources.ts';
import type { Output } from '../terminal/output.ts';

const WIDTH = 20;

/** Shows on the last line of a terminal what is being fetched, and how far that has come. */
export class SourceMeter {
  readonly #output: Output;
  #isShown = false;

  constructor(output: Output) {
    this.#output = output;
  }

  show({ source, what, done, total }: SourceProgress): void {
    this.#isShown = true;
    const full = total === 0 ? WIDTH : Math.round((WIDTH * Math.min(done, total)) / total);
    const bar = '█'.repeat(full) + '░'.repeat(WIDTH - full);
    const title = SOURCES.find(({ name }) => name === source)?.title ?? source;
    this.#output.note(`${bar} ${what} from ${title}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#isShown) this.#output.note();
    this.#isShown = false;
  }
}
