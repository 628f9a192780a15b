import type { SourceProgress } from '../sources/source.ts';
import { SOURCES } from '../sources/sources.ts';
import type { Output } from '../terminal/output.ts';
import { bar } from './bar.ts';

/** Shows on the last line of a terminal what is being fetched, and how far that has come. */
export class SourceMeter {
  readonly #output: Output;
  #isShown = false;

  constructor(output: Output) {
    this.#output = output;
  }

  show({ source, what, done, total }: SourceProgress): void {
    this.#isShown = true;
    const title = SOURCES.find(({ name }) => name === source)?.title ?? source;
    this.#output.note(`${bar(done, total)} ${what} from ${title}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#isShown) this.#output.note();
    this.#isShown = false;
  }
}
