/** Why a request failed, as far as a caller can act on it. */
export type HttpFailure =
  /** `--offline` or `RECAP_OFFLINE` forbids connections. */
  | 'offline'
  /** A redirect to another site. */
  | 'forbidden'
  /** An address without https. */
  | 'insecure'
  /** No connection, or a broken one. */
  | 'connection'
  /** A deadline passed. */
  | 'timeout'
  /** The server asks for an unreasonably long wait. */
  | 'busy'
  /** A response with an unusable status. */
  | 'status'
  /** More bytes than the caller accepts. */
  | 'too-large'
  /** The response is not what was requested: HTML instead of JSON, invalid UTF-8. */
  | 'invalid'
  /** The caller's signal was aborted. */
  | 'canceled';

/**
 * A failed request. The message is our own sentence, which names the host and nothing else of the URL or the response,
 * so it may be printed: a URL can contain a spoiler (docs/design.md).
 */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly failure: HttpFailure;
  readonly host: string;
  /** The status of the response, if there was one. */
  readonly status: number | undefined;

  constructor(failure: HttpFailure, host: string, message: string, status?: number) {
    super(message);
    this.failure = failure;
    this.host = host;
    this.status = status;
  }
}
