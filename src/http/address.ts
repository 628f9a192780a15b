import { HttpError } from './http-error.ts';

/**
 * Checks whether a URL may be requested: https, or plain http to this machine if the user typed the URL.
 *
 * @param isTyped the user typed it, as an argument or in a variable; a redirect or a link never is
 * @throws {HttpError} `forbidden`
 */
export function checkAddress(url: URL, isTyped: boolean): void {
  if (url.protocol === 'https:') return;
  if (url.protocol === 'http:' && isTyped && isLoopback(url)) return;
  throw new HttpError('forbidden', url.host, `${url.host} can be reached by https only`);
}

/**
 * The target of a redirect: https and on the same site, so that no server can send a request elsewhere.
 *
 * @param location the header's value, relative or absolute
 * @throws {HttpError} `forbidden`
 */
export function redirected(from: URL, location: string | null): URL {
  const to = location !== null && URL.canParse(location, from) ? new URL(location, from) : null;
  if (to === null) {
    throw new HttpError('invalid', from.host, `${from.host} redirects to an invalid address`);
  }
  if (to.protocol !== 'https:' || !isSameSite(from, to)) {
    throw new HttpError('forbidden', from.host, `${from.host} redirects to another site`);
  }
  return to;
}

/** Whether two hosts are the same, or one is a subdomain of the other. */
export function isSameSite(from: URL, to: URL): boolean {
  const [a, b] = [from.hostname, to.hostname].map((name) => name.replace(/^www\./, ''));
  if (a === undefined || b === undefined) return false;
  if (a === b) return true;
  return a.endsWith(`.${b}`) ? b.includes('.') : b.endsWith(`.${a}`) && a.includes('.');
}

function isLoopback({ hostname }: URL): boolean {
  // the URL parser has already normalized every spelling of an IPv4 address
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}
