import { EXIT } from '../model/user-error.ts';
import { sanitizeLine } from '../text/sanitize.ts';
import { ownSequencesOnly } from './own-sequences.ts';
import type { Sink } from './sink.ts';

/** How to end the program. */
interface Ending {
  /** Exits immediately. */
  exit(code: number): never;
  /** Sets the exit code for a normal end. */
  setExitCode(code: number): void;
}

/** The only place that prints: results to stdout, everything else to stderr. */
export class Output {
  readonly #stdout: Sink;
  readonly #stderr: Sink;
  readonly #ending: Ending;
  /** Nothing more can be printed: the pipe was closed, or writing failed. */
  #lost: 'enough' | 'failed' | undefined;

  /** @param ending how to end the program if nothing more can be printed */
  constructor(stdout: Sink, stderr: Sink, ending: Ending) {
    this.#stdout = stdout;
    this.#stderr = stderr;
    this.#ending = ending;
    stdout.on('error', (error) => this.#fail(error));
    stderr.on('error', () => {});
  }

  /** Prints a result, whose lines end in `\n`. */
  print(text: string): void {
    if (!this.#lost) this.#stdout.write(ownSequencesOnly(text));
  }

  /** Prints a value as JSON. */
  printJson(value: unknown): void {
    this.print(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** Whether the output is a terminal. */
  get isTerminal(): boolean {
    return this.#stdout.isTTY === true;
  }

  /** The terminal's width; `undefined` if there is no terminal. */
  get columns(): number | undefined {
    return this.#stdout.columns;
  }

  /** Prints a question to stderr; the answer is typed after it. */
  prompt(question: string): void {
    this.#stderr.write(`${sanitizeLine(question)} `);
  }

  /** Shows a status on the terminal's last line; without a text, removes it. */
  note(text = ''): void {
    if (this.#stderr.isTTY) this.#stderr.write(`\r\x1b[K${sanitizeLine(text)}`);
  }

  /** Prints text that is not a result to stderr; its lines end in `\n`. */
  printError(text: string): void {
    this.#stderr.write(text);
  }

  /** Prints a message of one sentence to stderr. */
  say(message: string): void {
    this.#stderr.write(`recap: ${sanitizeLine(message)}\n`);
  }

  /** Whether nothing more can be printed, so that a command with much output may stop. */
  get isClosed(): boolean {
    return this.#lost !== undefined;
  }

  /** The exit code of a run that ended with `code`: a failed write is an error. */
  exitCode(code: number): number {
    return this.#lost === 'failed' ? EXIT.problems : code;
  }

  /**
   * A reader may close the pipe when it has enough; a full disk is an error. The command continues in both cases, as it
   * may have something to record.
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
