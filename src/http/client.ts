import { checkAddress, redirected } from './address.ts';
import { bodyBytes, utf8Text } from './body.ts';
import { delay } from './delay.ts';
import type { Fetch, FetchAnswer } from './fetch.ts';
import { type HostLimits, HostQueue } from './host-queue.ts';
import { HttpError } from './http-error.ts';
import { retryAfter } from './retry-after.ts';

/** Milliseconds after which a request is given up. */
export interface Deadlines {
  /** From the request to the first byte of the answer: name, connection, TLS and the server's own time. */
  readonly answer: number;
  /** Between two parts of the answer. */
  readonly silence: number;
  /** For one attempt as a whole. */
  readonly attempt: number;
  /** The longest that a server may ask to wait before another attempt. */
  readonly wait: number;
  /** Before the second attempt; twice as long before each further one. */
  readonly backoff: number;
}

const DEADLINES: Deadlines = {
  answer: 20_000,
  silence: 15_000,
  attempt: 90_000,
  wait: 60_000,
  backoff: 1_000,
};

export interface HttpOptions {
  readonly fetch: Fetch;
  readonly userAgent: string;
  /** Every request fails with a clear error. */
  readonly isOffline: boolean;
  readonly deadlines?: Deadlines;
  /** Aborting it cancels all requests at once. */
  readonly signal: AbortSignal;
}

export interface HttpRequest {
  readonly url: URL;
  /** The user typed the origin, so it may be plain http to this machine. */
  readonly isTyped: boolean;
  /** It may also be plain http to a machine of a private network. */
  readonly isAtHome?: boolean;
  /** Makes it a POST request with this JSON as its body. */
  readonly post?: unknown;
  /** Credentials: the value of the `Authorization` header. */
  readonly authorization?: string | undefined;
  readonly accept: string;
  readonly limits: HostLimits;
  /** Bytes of the answer. */
  readonly most: number;
  /** The answer may be in any charset: the caller decodes its bytes. */
  readonly isAnyCharset?: boolean;
  /** The validators of an earlier response, for a conditional request. */
  readonly known?: Validators | undefined;
}

/** The validators of a response (RFC 9110, section 8.8). */
interface Validators {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
}

export type HttpAnswer =
  | {
      readonly kind: 'found';
      /** Empty if the caller decodes the bytes itself. */
      readonly text: string;
      readonly bytes: Uint8Array;
      /** The charset that the server declares. */
      readonly charset: string | undefined;
      /** The final URL after redirects. */
      readonly address: URL;
      readonly validators: Validators;
      readonly type: string;
    }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'missing' };

const ATTEMPTS = 4;
const REDIRECTS = 5;
/** Transient statuses: too many requests, and errors of the server or a gateway. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * The client that all of recap's requests go through: it respects every host's limits, retries transient failures, and
 * gives up on responses that are too slow or too large. No cookies, no referrer, no cache.
 */
export class HttpClient {
  readonly #options: HttpOptions;
  readonly #deadlines: Deadlines;
  readonly #queues = new Map<string, HostQueue>();
  #sent = 0;

  constructor(options: HttpOptions) {
    this.#options = options;
    this.#deadlines = options.deadlines ?? DEADLINES;
  }

  /** The number of requests sent so far, including redirects and retries. */
  get sent(): number {
    return this.#sent;
  }

  /** @throws {HttpError} */
  async get(request: HttpRequest): Promise<HttpAnswer> {
    const { url, isTyped, isAtHome, limits } = request;
    const { isOffline, signal } = this.#options;
    if (isOffline) {
      throw new HttpError('offline', url.host, `offline: ${url.host} was not asked`);
    }
    checkAddress(url, isAtHome ? 'private network' : isTyped ? 'this machine' : 'none');
    const queue = this.#queues.get(url.host) ?? new HostQueue(limits);
    this.#queues.set(url.host, queue);
    try {
      for (let attempt = 1; ; attempt++) {
        try {
          return await queue.run(() => this.#attempt(request), signal);
        } catch (error) {
          const wait = error instanceof Passing ? this.#waitAfter(error, attempt) : undefined;
          if (!(error instanceof Passing)) throw error;
          if (wait === undefined) throw error.cause;
          if (error.asked !== undefined) queue.pause(wait);
          await delay(wait, signal);
        }
      }
    } catch (error) {
      if (signal.aborted) throw new HttpError('canceled', url.host, 'canceled');
      throw error;
    }
  }

  /** Milliseconds until the next attempt; `undefined` if there is none. */
  #waitAfter({ asked }: Passing, attempt: number): number | undefined {
    if (attempt >= ATTEMPTS) return undefined;
    if (asked !== undefined) return asked <= this.#deadlines.wait ? asked : undefined;
    return this.#deadlines.backoff * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
  }

  /** One attempt, with its redirects. @throws {HttpError | Passing} */
  async #attempt(request: HttpRequest): Promise<HttpAnswer> {
    const { host } = request.url;
    const clock = new Clock(this.#options.signal, this.#deadlines);
    try {
      let { url } = request;
      for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
        clock.expect(this.#deadlines.answer);
        this.#sent++;
        const response = await this.#options.fetch(url, {
          ...(request.post !== undefined && {
            method: 'POST' as const,
            body: JSON.stringify(request.post),
          }),
          headers: this.#headers(request),
          redirect: 'manual',
          signal: clock.signal,
        });
        if (![301, 302, 303, 307, 308].includes(response.status)) {
          return await this.#answer(response, request, url, clock);
        }
        await response.body?.cancel();
        url = redirected(
          url,
          response.headers.get('location'),
          request.authorization !== undefined,
        );
      }
      throw new HttpError('invalid', host, `${host} redirects too often`);
    } catch (error) {
      if (error instanceof HttpError || error instanceof Passing) throw error;
      if (clock.isLate) {
        throw new Passing(new HttpError('timeout', host, `${host} took too long to answer`));
      }
      // the platform's message may contain the address, so only the kind of error is kept
      throw new Passing(new HttpError('connection', host, connectionMessage(host, error)));
    } finally {
      clock.stop();
    }
  }

  async #answer(
    response: FetchAnswer,
    request: HttpRequest,
    address: URL,
    clock: Clock,
  ): Promise<HttpAnswer> {
    const { status, headers } = response;
    const { host } = request.url;
    if (status === 200 || status === 204) {
      const bytes = await bodyBytes(response, host, request.most, () =>
        clock.expect(this.#deadlines.silence),
      );
      const text = request.isAnyCharset ? '' : utf8Text(bytes, host);
      const declared = headers.get('content-type') ?? '';
      const type = declared.split(';')[0]?.trim().toLowerCase() ?? '';
      const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(declared)?.[1];
      const validators = validatorsOf(headers);
      return { kind: 'found', text, bytes, type, charset, address, validators };
    }
    await response.body?.cancel();
    if (status === 304 && request.known) return { kind: 'unchanged' };
    if (status === 404 || status === 410) return { kind: 'missing' };
    const asked = retryAfter(headers.get('retry-after'), Date.now());
    const error = new HttpError(
      status === 429 ? 'busy' : 'status',
      host,
      status === 429
        ? `${host} is rate-limiting requests; try again later`
        : `${host} answers with an error (status ${status})`,
      status,
    );
    throw PASSING.has(status) ? new Passing(error, asked) : error;
  }

  #headers({ accept, known, post, authorization }: HttpRequest): Record<string, string> {
    return {
      'user-agent': this.#options.userAgent,
      accept,
      ...(post !== undefined && { 'content-type': 'application/json' }),
      ...(authorization !== undefined && { authorization }),
      ...(known?.etag && { 'if-none-match': known.etag }),
      ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
    };
  }
}

/** A transient failure. */
class Passing extends Error {
  override readonly cause: HttpError;
  /** Milliseconds that the server asked to wait. */
  readonly asked: number | undefined;

  constructor(cause: HttpError, asked?: number) {
    super(cause.message);
    this.cause = cause;
    this.asked = asked;
  }
}

/** The deadlines of one attempt, as a signal that also follows the caller's. */
class Clock {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal;
  readonly #whole: NodeJS.Timeout;
  #next: NodeJS.Timeout | undefined;
  isLate = false;

  constructor(outer: AbortSignal, { attempt }: Deadlines) {
    this.#outer = outer;
    this.#whole = setTimeout(this.#expire, attempt);
    outer.addEventListener('abort', this.#cancel, { once: true });
    if (outer.aborted) this.#cancel();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Aborts unless something happens within this many milliseconds. */
  expect(milliseconds: number): void {
    clearTimeout(this.#next);
    this.#next = setTimeout(this.#expire, milliseconds);
  }

  stop(): void {
    clearTimeout(this.#whole);
    clearTimeout(this.#next);
    this.#outer.removeEventListener('abort', this.#cancel);
  }

  readonly #expire = (): void => {
    this.isLate = true;
    this.#controller.abort();
  };

  readonly #cancel = (): void => this.#controller.abort(this.#outer.reason);
}

function validatorsOf(headers: FetchAnswer['headers']): Validators {
  return {
    etag: headers.get('etag') ?? undefined,
    lastModified: headers.get('last-modified') ?? undefined,
  };
}

function connectionMessage(host: string, error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : undefined;
  const code = cause && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
    return `${host} was not found; is this machine connected to the internet?`;
  }
  if (code === 'ECONNREFUSED') return `${host} refuses the connection`;
  if (typeof code === 'string' && /CERT|SELF_SIGNED|ALTNAME|UNABLE_TO_VERIFY/.test(code)) {
    return `the certificate of ${host} cannot be verified`;
  }
  return `the connection to ${host} failed`;
}
