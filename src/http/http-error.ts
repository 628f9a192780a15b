/** What went wrong with a request, as far as a caller can act on it. */
export type HttpFailure =
  /** `--offline` or `RECAP_OFFLINE` forbids connections. */
  | 'offline'
  /** An address that may not be requested: not https, or a redirect to another site. */
  | 'forbidden'
  /** No connection, or one that broke. */
  | 'connection'
  /** A deadline passed. */
  | 'timeout'
  /** The server asks to wait longer than anybody would. */
  | 'busy'
  /** An answer with another status than a usable one. */
  | 'status'
  /** More bytes than the caller accepts. */
  | 'too-large'
  /** The answer is not what was asked for: HTML instead of JSON, invalid UTF-8. */
  | 'invalid'
  /** The caller's signal was aborted. */
  | 'canceled';

/**
 * A request that failed. The message is a sentence of our own that names the host and nothing else of the
 * address or the answer, so it may be printed: an address can hold a spoiler (docs/design.md).
 */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly failure: HttpFailure;
  readonly host: string;
  /** The status of the answer, where there was one. */
  readonly status: number | undefined;

  constructor(failure: HttpFailure, host: string, message: string, status?: number) {
    super(message);
    this.failure = failure;
    this.host = host;
    this.status = status;
  }
}
