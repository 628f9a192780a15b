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
  readonly #fail = (error: NodeJS.ErrnoException) => this.#onError(error);
  #made: NodeJS.WriteStream | undefined;

  constructor(fd: 1 | 2) {
    this.#fd = fd;
    this.#isPlain = isPlain(fd);
  }

  get isTTY(): boolean {
    return this.#stream?.isTTY === true;
  }

  get columns(): number | undefined {
    return this.#stream?.columns;
  }

  on(_event: 'error', listener: (error: NodeJS.ErrnoException) => void): void {
    this.#onError = listener;
  }

  write(text: string): void {
    if (this.#stream) this.#stream.write(text);
    else this.#writeWhole(Buffer.from(text));
  }

  /** Node's stream; `undefined` where the output is known not to be a terminal. */
  get #stream(): NodeJS.WriteStream | undefined {
    if (this.#isPlain) return undefined;
    this.#made ??= (this.#fd === 1 ? process.stdout : process.stderr).on('error', this.#fail);
    return this.#made;
  }

  #writeWhole(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) {
      try {
        at += writeSync(this.#fd, bytes, at);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        if (!('code' in error && error.code === 'EAGAIN')) return this.#fail(error);
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
      }
    }
  }
}

/** Whether the output is known not to be a terminal. `false` also if nothing is open: Node's stream handles that. */
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
