import { fstatSync, writeSync } from 'node:fs';
import { SYSTEM } from '../system/system.ts';

/** Where text goes: what of a `NodeJS.WriteStream` is used. */
export interface Sink {
  readonly isTTY?: boolean;
  /** Columns of the terminal; `undefined` where there is none. */
  readonly columns?: number | undefined;
  write(text: string): void;
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): void;
}

/** How long to wait for a reader of a full pipe that does not block, in milliseconds. */
const PAUSE = 2;

/**
 * stdout or stderr. Node's stream for it is made only where it may be a terminal: making it takes about a tenth
 * of an empty process, and pipes, sockets and files, which Node writes at once too, do without.
 */
export class StandardSink implements Sink {
  readonly #fd: 1 | 2;
  readonly #isPlain: boolean;
  #onError: (error: NodeJS.ErrnoException) => void = () => {};
  #made: NodeJS.WriteStream | undefined;

  constructor(fd: 1 | 2) {
    this.#fd = fd;
    this.#isPlain = isPlain(fd);
  }

  get isTTY(): boolean {
    return !this.#isPlain && this.#stream.isTTY === true;
  }

  get columns(): number | undefined {
    return this.#isPlain ? undefined : this.#stream.columns;
  }

  write(text: string): void {
    if (!this.#isPlain) {
      this.#stream.write(text);
      return;
    }
    try {
      writeWhole(this.#fd, Buffer.from(text));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.#onError(error);
    }
  }

  on(_event: 'error', listener: (error: NodeJS.ErrnoException) => void): void {
    this.#onError = listener;
  }

  get #stream(): NodeJS.WriteStream {
    if (!this.#made) {
      this.#made = this.#fd === 1 ? process.stdout : process.stderr;
      this.#made.on('error', (error) => this.#onError(error));
    }
    return this.#made;
  }
}

/** Whether it is certainly no terminal. `false` also where that cannot be told, or nothing is open: Node's stream copes with it. */
function isPlain(fd: number): boolean {
  // Windows' pipes are another matter, and Node starts differently there
  if (SYSTEM.platform === 'win32') return false;
  try {
    const stats = fstatSync(fd);
    return stats.isFIFO() || stats.isSocket() || stats.isFile();
  } catch {
    return false;
  }
}

function writeWhole(fd: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      const isFull = error instanceof Error && 'code' in error && error.code === 'EAGAIN';
      if (!isFull) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
