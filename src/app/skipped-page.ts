import { HttpError } from '../http/http-error.ts';

/** Why a page is skipped, in words that tell nothing of it. */
export type SkipReason =
  | 'another show'
  | 'seen before'
  | 'forbidden by robots.txt'
  | 'missing'
  | 'leads to another site'
  | 'too large'
  | 'server error'
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

/** Why an error skips one page; `undefined` for what ends the crawl: a site that does not answer, a full disk. */
export function skipReason(error: unknown): SkipReason | undefined {
  if (error instanceof SkippedPage) return error.reason;
  if (!(error instanceof HttpError)) return undefined;
  if (error.failure === 'status') {
    return error.status === 404 || error.status === 410 ? 'missing' : 'server error';
  }
  if (error.failure === 'forbidden') return 'leads to another site';
  if (error.failure === 'too-large') return 'too large';
  return error.failure === 'invalid' ? 'not readable' : undefined;
}

/** What to say where the page that the user typed is skipped. */
export function startMessage(host: string, reason: SkipReason): string {
  if (reason === 'forbidden by robots.txt') {
    return `${host} asks programs not to fetch this page (robots.txt); without \`--follow\` you can add it alone`;
  }
  return `${host}: the page is about ${reason}; name the show with \`--show\``;
}
