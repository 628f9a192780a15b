import { EXIT } from '../model/user-error.ts';
import { sanitizeLine } from '../text/sanitize.ts';
import { ownSequencesOnly } from './own-sequences.ts';
import type { Sink } from './sink.ts';

/** The one place that writes: results to stdout, all else to stderr. */
export class Output {
  readonly #stdout: Sink;
  readonly #stderr: Sink;
  #hasFailed = false;

  constructor(stdout: Sink, stderr: Sink) {
    this.#stdout = stdout;
    this.#stderr = stderr;
    stdout.on('error', (error) => this.#fail(error));
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

  /** Whether somebody sees what is printed. */
  get isTerminal(): boolean {
    return this.#stdout.isTTY === true;
  }

  /** The width of the terminal that it is printed on; `undefined` where there is none. */
  get columns(): number | undefined {
    return this.#stdout.columns;
  }

  /** Asks on stderr; the answer is typed behind it. */
  prompt(question: string): void {
    this.#stderr.write(`${sanitizeLine(question)} `);
  }

  /** Shows on the last line of a terminal what is being done; without a text, takes it away. */
  note(text = ''): void {
    if (this.#stderr.isTTY) this.#stderr.write(`\r\x1b[K${sanitizeLine(text)}`);
  }

  /** Prints to stderr what is no result, lines ending in `\n`. */
  printError(text: string): void {
    this.#stderr.write(text);
  }

  /** Says something that is no result: one sentence, to stderr. */
  say(message: string): void {
    this.#stderr.write(`recap: ${sanitizeLine(message)}\n`);
  }

  /** Whether nothing more can be printed, so that whoever has much to print may stop. */
  get isClosed(): boolean {
    return this.#hasFailed;
  }

  /**
   * Who reads from the pipe may stop when they have enough; a full disk is another matter. The command goes on
   * all the same, as it may have something to record.
   */
  #fail(error: NodeJS.ErrnoException): void {
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    const isEnough = error.code === 'EPIPE';
    if (!isEnough) this.say(`the output could not be written (${error.code ?? 'unknown error'})`);
    const exitCode = isEnough ? EXIT.done : EXIT.problems;
    if (this.#stdout.isTTY) process.exit(exitCode);
    if (!isEnough)
      process.once('exit', () => {
        process.exitCode = exitCode;
      });
  }
}
