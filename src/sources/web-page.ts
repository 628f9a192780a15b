import { HttpError } from '../http/http-error.ts';
import type { Reach } from './source.ts';

/** A page as its server gave it. */
export interface FetchedPage {
  readonly bytes: Uint8Array;
  /** The charset that the server declares. */
  readonly charset: string | undefined;
  /** Where it was found, redirects within the site followed. */
  readonly address: string;
}

/** Nobody documents how often a site may be asked for its pages; this is as slow as a reader. */
const LIMITS = { requests: 1, interval: 1_000, concurrency: 1 };
/** The largest page that is fetched, in bytes. */
const MOST = 16 * 1024 * 1024;

/**
 * Fetches a page that the user named.
 *
 * @throws {HttpError} whose message names the host alone
 */
export async function fetchPage(url: URL, reach: Pick<Reach, 'get'>): Promise<FetchedPage> {
  const answer = await reach.get({
    url,
    isTyped: true,
    isAnyCharset: true,
    accept: 'text/html,application/xhtml+xml;q=0.9,text/markdown;q=0.8,text/plain;q=0.8,*/*;q=0.1',
    limits: LIMITS,
    most: MOST,
  });
  if (answer.kind !== 'found') {
    throw new HttpError('status', url.host, `${url.host} has no such page`, 404);
  }
  const { bytes, charset, address } = answer;
  return { bytes, charset, address: address.href };
}
