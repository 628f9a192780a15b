import { HttpError } from '../http/http-error.ts';

/** Why a page is skipped, without revealing anything about it. */
export type SkipReason =
  | 'another show'
  | 'seen before'
  | 'forbidden by robots.txt'
  | 'missing'
  | 'refused by the site'
  | 'leads to another site'
  | 'not https'
  | 'too large'
  | 'server error'
  | 'no answer'
  | 'not readable';

/** Thrown for a page that is skipped. */
export class SkippedPage extends Error {
  override readonly name = 'SkippedPage';
  readonly reason: SkipReason;

  constructor(reason: SkipReason) {
    super(reason);
    this.reason = reason;
  }
}

/** Why an error skips one page; `undefined` for one that ends the crawl: a site that does not answer, a full disk. */
export function skipReason(error: unknown): SkipReason | undefined {
  if (error instanceof SkippedPage) return error.reason;
  if (!(error instanceof HttpError)) return undefined;
  if (error.failure === 'status') return statusReason(error.status ?? 0);
  if (error.failure === 'forbidden') return 'leads to another site';
  if (error.failure === 'insecure') return 'not https';
  if (error.failure === 'too-large') return 'too large';
  return error.failure === 'invalid' ? 'not readable' : undefined;
}

/** Whether a page, or the whole site, did not answer; which of the two is known only once another page has been tried. */
export function isUnanswered(error: unknown): boolean {
  return (
    error instanceof HttpError && (error.failure === 'timeout' || error.failure === 'connection')
  );
}

function statusReason(status: number): SkipReason {
  if (status === 404 || status === 410) return 'missing';
  return status >= 400 && status < 500 ? 'refused by the site' : 'server error';
}

/** What to say where the page that the user typed is skipped. */
export function startMessage(host: string, reason: SkipReason): string {
  if (reason === 'forbidden by robots.txt') {
    return `${host} asks programs not to fetch this page (robots.txt); without \`--follow\` you can add it alone`;
  }
  return `${host}: the page is about ${reason}; name the show with \`--show\``;
}
