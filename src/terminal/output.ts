import { ownSequencesOnly } from './own-sequences.ts';
import { plainLine } from './untrusted.ts';
import { EXIT } from './user-error.ts';

/** The one place that writes: results to stdout, all else to stderr. */
export class Output {
  readonly #stdout: NodeJS.WriteStream;
  readonly #stderr: NodeJS.WriteStream;
  #hasFailed = false;

  constructor(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream) {
    this.#stdout = stdout;
    this.#stderr = stderr;
    stdout.on('error', (error: NodeJS.ErrnoException) => this.#fail(error));
    stderr.on('error', () => {});
  }

  /** Prints a result, lines ending in `\n`. */
  print(text: string): void {
    if (!this.#hasFailed) this.#stdout.write(ownSequencesOnly(text));
  }

  /** Prints a value as JSON. */
  printJson(value: unknown): void {
    this.print(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** Says something that is no result: one sentence, to stderr. */
  say(message: string): void {
    this.#stderr.write(`recap: ${plainLine(message)}\n`);
  }

  /** Who reads from the pipe may stop when they have enough; a full disk is another matter. */
  #fail(error: NodeJS.ErrnoException): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    this.say(`the output could not be written (${error.code ?? 'unknown error'})`);
    process.exit(EXIT.problems);
  }
}
