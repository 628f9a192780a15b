import { delay } from './delay.ts';

/** A service's documented rate limits. */
export interface HostLimits {
  /** The most requests in any `interval` milliseconds. */
  readonly requests: number;
  readonly interval: number;
  /** The most requests at the same time. */
  readonly concurrency: number;
}

/** Runs requests to one host in order, as often as its limits allow. */
export class HostQueue {
  readonly #limits: HostLimits;
  /** When the last requests started, the oldest first. */
  readonly #begun: number[] = [];
  #running = 0;
  #pausedUntil = 0;
  /** Fulfilled when all earlier requests have started. */
  #turn: Promise<unknown> = Promise.resolve();
  #onFree: (() => void) | undefined;

  constructor(limits: HostLimits) {
    this.#limits = limits;
  }

  /** Runs a request when its turn comes. @throws the signal's reason, or what the request throws */
  async run<T>(request: () => Promise<T>, signal: AbortSignal): Promise<T> {
    const turn = this.#turn.then(() => this.#wait(signal));
    this.#turn = turn.catch(() => undefined);
    await turn;
    try {
      return await request();
    } finally {
      this.#running--;
      this.#onFree?.();
    }
  }

  /** Pauses all requests for a time, as the server asked. */
  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, performance.now() + milliseconds);
  }

  async #wait(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#running >= this.#limits.concurrency) await this.#free(signal);
    for (let wait = this.#remaining(); wait > 0; wait = this.#remaining()) {
      await delay(wait, signal);
    }
    this.#running++;
    this.#begun.push(performance.now());
    if (this.#begun.length > this.#limits.requests) this.#begun.shift();
  }

  /** Milliseconds until the next request may start. */
  #remaining(): number {
    const now = performance.now();
    const oldest = this.#begun.length < this.#limits.requests ? undefined : this.#begun[0];
    const full = oldest === undefined ? 0 : oldest + this.#limits.interval - now;
    return Math.max(0, full, this.#pausedUntil - now);
  }

  #free(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        this.#onFree = undefined;
        signal.removeEventListener('abort', stop);
        resolve();
      };
      const stop = () => {
        this.#onFree = undefined;
        reject(signal.reason);
      };
      this.#onFree = settle;
      signal.addEventListener('abort', stop, { once: true });
    });
  }
}
