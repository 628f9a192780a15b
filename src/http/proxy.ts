import type { Fetch } from './fetch.ts';

const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/**
 * The `fetch` to use. Node 20's ignores `HTTPS_PROXY` and `NO_PROXY`, so if a proxy is set, undici is loaded and its
 * `fetch` used: an undici agent does not work with the built-in `fetch` of every Node version.
 */
export async function fetchFor(env: Readonly<Record<string, string | undefined>>): Promise<Fetch> {
  if (!PROXIES.some((name) => env[name])) return (url, init) => fetch(url, init);
  const { proxiedFetch } = await import('./proxied-fetch.ts');
  return proxiedFetch();
}
