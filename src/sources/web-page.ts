import { HttpError } from '../http/http-error.ts';
import { PAGE_LIMITS } from './page-pace.ts';
import type { Reach } from './source.ts';

/** A page as its server gave it. */
export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** The charset that the server declares. */
  readonly charset: string | undefined;
  /** Where it was found, redirects within the site followed. */
  readonly address: string;
}

/** The largest page that is fetched, in bytes. */
const MOST = 16 * 1024 * 1024;

/**
 * Fetches a page.
 *
 * @param isTyped the user typed its address, or its origin
 * @throws {HttpError} whose message names the host alone
 */
export async function fetchPage(
  url: URL,
  isTyped: boolean,
  reach: Pick<Reach, 'get'>,
): Promise<FetchedPage> {
  const answer = await reach.get({
    url,
    isTyped,
    isAnyCharset: true,
    accept: 'text/html,application/xhtml+xml;q=0.9,text/markdown;q=0.8,text/plain;q=0.8,*/*;q=0.1',
    limits: PAGE_LIMITS,
    most: MOST,
  });
  if (answer.kind !== 'found') {
    throw new HttpError('status', url.host, `${url.host} has no such page`, 404);
  }
  const { bytes, charset, address } = answer;
  return { bytes, charset, address: address.href };
}
