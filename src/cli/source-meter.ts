import type { SourceProgress } from '../sources/source.ts';
import { SOURCES } from '../sources/sources.ts';
import { bar } from './bar.ts';
import type { CommandContext } from './command.ts';

type MeterContext = Pick<CommandContext, 'host' | 'output'>;

/** Shows the progress of fetching on the last line of a terminal. */
export class SourceMeter {
  readonly #context: MeterContext;
  #isShown = false;

  constructor(context: MeterContext) {
    this.#context = context;
  }

  show({ source, what, done, total }: SourceProgress): void {
    this.#isShown = true;
    const title = SOURCES.find(({ name }) => name === source)?.title ?? source;
    const { host, output } = this.#context;
    output.note(`${bar(done, total, host)} ${what} from ${title}`);
  }

  /** Clears the line. */
  end(): void {
    if (this.#isShown) this.#context.output.note();
    this.#isShown = false;
  }
}
