import { performance } from 'node:perf_hooks';
import { spawn } from 'node-pty';
import type { Command } from './child.ts';
import { atEnd } from './cleanup.ts';
import { Failure } from './failure.ts';

/** The size of the pseudo-terminal. */
const SIZE = { cols: 100, rows: 40 };

/** The end of a synchronized update: the frame is whole. */
const FRAME_END = '\x1b[?2026l';

/** A program that sends no such end has drawn its frame when it has written nothing for so many milliseconds. */
const QUIET = 100;

/** How long a program may take until it shows something, and until it answers a key, in milliseconds. */
const SCREEN_LIMIT = 30_000;
const KEY_LIMIT = 5_000;

/**
 * A program in a pseudo-terminal, timed by the bytes it writes. The tests' terminal is no use here, as it
 * looks at the screen at intervals that are longer than what is to be measured.
 */
export class TerminalProgram {
  readonly #start = performance.now();
  readonly #program: ReturnType<typeof spawn>;
  readonly #exit: Promise<void>;
  readonly #forget: () => void;
  /** What has been written since the last key, and when the last of it came. */
  #written = '';
  #lastByte = 0;
  #hasEnded = false;
  #onChange: () => void = () => {};

  constructor({ file, args, env, folder }: Command) {
    const options = { ...SIZE, name: 'xterm-256color', env: { ...env } };
    this.#program = spawn(
      file,
      [...args],
      folder === undefined ? options : { ...options, cwd: folder },
    );
    this.#forget = atEnd(() => this.#kill());
    this.#program.onData((chunk) => {
      this.#written += chunk;
      this.#lastByte = performance.now();
      this.#onChange();
    });
    this.#exit = new Promise((resolve) => {
      this.#program.onExit(() => {
        this.#hasEnded = true;
        this.#forget();
        this.#onChange();
        resolve();
      });
    });
  }

  /** Milliseconds from the program's start until it has written this text. @throws {Failure} */
  async until(text: string): Promise<number> {
    const isThere = () => this.#written.includes(text);
    const isDone = () => isThere() || this.#hasEnded;
    await this.#change(isDone, SCREEN_LIMIT, `did not show the text in ${SCREEN_LIMIT / 1000} s`);
    if (!isThere()) throw new Failure('ended before it showed the text');
    return this.#lastByte - this.#start;
  }

  /** Milliseconds from a key to the end of the frame that answers it. @throws {Failure} */
  async frame(key: string): Promise<number> {
    this.#written = '';
    const start = performance.now();
    const isWhole = () => this.#written.includes(FRAME_END);
    const isStill = () => this.#written !== '' && performance.now() - this.#lastByte >= QUIET;
    this.#program.write(key);
    const isDone = () => isWhole() || isStill() || this.#hasEnded;
    await this.#change(isDone, KEY_LIMIT, `did not answer \`${key}\` in ${KEY_LIMIT / 1000} s`);
    if (this.#hasEnded) throw new Failure(`ended at the key \`${key}\``);
    return this.#lastByte - start;
  }

  /** Milliseconds from the program's start until it has ended by itself. @throws {Failure} */
  async ended(): Promise<number> {
    const reason = `did not end in ${SCREEN_LIMIT / 1000} s`;
    await this.#change(() => this.#hasEnded, SCREEN_LIMIT, reason);
    return performance.now() - this.#start;
  }

  press(key: string): void {
    this.#program.write(key);
  }

  /** Ends the program, and waits until it has ended. */
  async end(): Promise<void> {
    this.#kill();
    await this.#exit;
  }

  #kill(): void {
    if (!this.#hasEnded) this.#program.kill('SIGKILL');
  }

  /** Waits for something that is so when bytes have come, none have come for a while, or the program has ended. */
  async #change(isSo: () => boolean, limit: number, reason: string): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    let quiet: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const look = () => {
          clearTimeout(quiet);
          if (isSo()) resolve();
          else quiet = setTimeout(look, QUIET);
        };
        timer = setTimeout(() => reject(new Failure(reason)), limit);
        this.#onChange = look;
        look();
      });
    } finally {
      clearTimeout(timer);
      clearTimeout(quiet);
      this.#onChange = () => {};
    }
  }
}
