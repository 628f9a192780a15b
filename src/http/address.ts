import { HttpError } from './http-error.ts';

/** Which hosts may be asked by plain http: none, this machine, or the machines of a private network as well. */
export type PlainHttp = 'none' | 'this machine' | 'private network';

/**
 * Checks whether a URL may be requested: by https, or by plain http where that is allowed.
 *
 * @param plain what the user typed, as an argument or in a variable, may be `this machine` or, for `recap sync` alone,
 *   `private network`; the target of a redirect or a link never is
 * @throws {HttpError} `insecure`
 */
export function checkAddress(url: URL, plain: PlainHttp): void {
  if (url.protocol === 'https:') return;
  if (url.protocol === 'http:' && plain !== 'none') {
    if (isLoopback(url) || (plain === 'private network' && isPrivate(url))) return;
  }
  throw new HttpError('insecure', url.host, `${url.host} can be reached by https only`);
}

/**
 * The target of a redirect: https and on the same site, so that no server can send a request elsewhere.
 *
 * @param location the header's value, relative or absolute
 * @param isCredentialed credentials go with the request, so it stays on the same host
 * @throws {HttpError} `forbidden`, `insecure`, or `invalid` if it is no address
 */
export function redirected(from: URL, location: string | null, isCredentialed: boolean): URL {
  const to = location !== null && URL.canParse(location, from) ? new URL(location, from) : null;
  if (to === null) {
    throw new HttpError('invalid', from.host, `${from.host} redirects to an invalid address`);
  }
  const isAllowed = isCredentialed ? from.hostname === to.hostname : isSameSite(from, to);
  if (!isAllowed) {
    throw new HttpError('forbidden', from.host, `${from.host} redirects to another site`);
  }
  if (to.protocol !== 'https:') {
    throw new HttpError(
      'insecure',
      from.host,
      `${from.host} redirects to an address without https`,
    );
  }
  return to;
}

/**
 * Whether a host is one of a private network, by its address (RFC 1918, 3927, 4193) or by a name that no public server
 * can have: without a dot, or in `local` (RFC 6762), `home.arpa` (RFC 8375) or `internal`.
 */
export function isPrivate({ hostname }: URL): boolean {
  const [a = 0, b = 0] = hostname.split('.').map(Number);
  if (/^\d+(?:\.\d+){3}$/.test(hostname)) {
    return (
      a === 10 ||
      (a === 172 && b >= 16 && b <= 31) ||
      (a === 192 && b === 168) ||
      (a === 169 && b === 254)
    );
  }
  if (hostname.startsWith('[')) return /^\[(?:f[cd]|fe[89ab])/.test(hostname);
  return !hostname.includes('.') || /\.(?:local|home\.arpa|internal)$/.test(hostname);
}

/** Whether two hosts are the same, or one is a subdomain of the other. */
export function isSameSite(from: URL, to: URL): boolean {
  const [a, b] = [from.hostname, to.hostname].map((name) => name.replace(/^www\./, ''));
  if (a === undefined || b === undefined) return false;
  if (a === b) return true;
  return a.endsWith(`.${b}`) ? b.includes('.') : b.endsWith(`.${a}`) && a.includes('.');
}

export function isLoopback({ hostname }: URL): boolean {
  // the URL parser has already normalized every spelling of an IPv4 address
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}
