import robotsParser from 'robots-parser';
import { HttpError } from '../http/http-error.ts';
import { PAGE_LIMITS } from './page-pace.ts';
import type { Reach } from './source.ts';

/** The name by which recap's requests are addressed in a `robots.txt`. */
const NAME = 'recap';
/** The largest `robots.txt`, in bytes: twice what RFC 9309 asks programs to read. */
const MOST = 1024 * 1024;

/** What a site asks of programs that follow its links (RFC 9309). */
export interface RobotRules {
  allows(url: URL): boolean;
  /** Milliseconds that the site asks to wait between requests; 0 where it does not say. */
  readonly delay: number;
}

/**
 * Fetches the `robots.txt` of an address' origin. A site without one allows everything; where it cannot be fetched,
 * nothing is allowed.
 *
 * @param isTyped the user typed that origin
 * @throws {HttpError} where the site cannot be asked
 */
export async function robotRules(
  { origin, host }: URL,
  isTyped: boolean,
  reach: Pick<Reach, 'get'>,
): Promise<RobotRules> {
  const url = new URL('/robots.txt', origin);
  const text = await fetchRules(url, isTyped, reach);
  const rules = robotsParser(url.href, text);
  const seconds = rules.getCrawlDelay(NAME) ?? 0;
  if (!(seconds <= LONGEST_DELAY)) {
    throw new HttpError('busy', host, `${host} asks programs to wait too long between requests`);
  }
  return {
    allows: (page) => page.origin === origin && rules.isAllowed(page.href, NAME) !== false,
    delay: Math.max(0, seconds * 1000),
  };
}

/** Seconds; a site that asks for more does not want to be followed. */
const LONGEST_DELAY = 60;

async function fetchRules(url: URL, isTyped: boolean, reach: Pick<Reach, 'get'>): Promise<string> {
  try {
    const answer = await reach.get({
      url,
      isTyped,
      isAnyCharset: true,
      accept: 'text/plain,*/*;q=0.1',
      limits: PAGE_LIMITS,
      most: MOST,
    });
    return answer.kind === 'found' ? new TextDecoder().decode(answer.bytes) : '';
  } catch (error) {
    // RFC 9309, section 2.3.1.3: what a client may not read does not bind it
    const status = error instanceof HttpError ? error.status : undefined;
    if (status !== undefined && status >= 400 && status < 500 && status !== 429) return '';
    throw error;
  }
}
