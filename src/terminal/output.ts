import { EXIT } from '../model/user-error.ts';
import { sanitizeLine } from '../text/sanitize.ts';
import { ownSequencesOnly } from './own-sequences.ts';
import type { Sink } from './sink.ts';

/** How the program is ended. */
interface Ending {
  /** Ends it at once. */
  exit(code: number): never;
  /** Sets the exit code for when it ends by itself. */
  setExitCode(code: number): void;
}

/** The one place that writes: results to stdout, all else to stderr. */
export class Output {
  readonly #stdout: Sink;
  readonly #stderr: Sink;
  readonly #ending: Ending;
  /** Nothing more can be printed: the reader of a pipe has enough, or writing has failed. */
  #lost: 'enough' | 'failed' | undefined;

  /** @param ending how to end the program where nothing more can be printed */
  constructor(stdout: Sink, stderr: Sink, ending: Ending) {
    this.#stdout = stdout;
    this.#stderr = stderr;
    this.#ending = ending;
    stdout.on('error', (error) => this.#fail(error));
    stderr.on('error', () => {});
  }

  /** Prints a result, lines ending in `\n`. */
  print(text: string): void {
    if (!this.#lost) this.#stdout.write(ownSequencesOnly(text));
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

  /** Whether nothing more can be printed, so that a command with much to print may stop. */
  get isClosed(): boolean {
    return this.#lost !== undefined;
  }

  /** The exit code of a run that ended with this one: a failed write is a problem. */
  exitCode(code: number): number {
    return this.#lost === 'failed' ? EXIT.problems : code;
  }

  /**
   * The reader of a pipe may stop when they have enough; a full disk is another matter. The command goes on
   * all the same, as it may have something to record.
   */
  #fail(error: NodeJS.ErrnoException): void {
    if (this.#lost) return;
    this.#lost = error.code === 'EPIPE' ? 'enough' : 'failed';
    if (this.#lost === 'failed') {
      this.say(`cannot write the output (${error.code ?? 'unknown error'})`);
    }
    if (this.#stdout.isTTY) this.#ending.exit(this.exitCode(EXIT.done));
    // a stream may fail after the command has ended
    if (this.#lost === 'failed') this.#ending.setExitCode(EXIT.problems);
  }
}
