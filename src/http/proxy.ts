import type { Fetch } from './fetch.ts';

const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/**
 * The `fetch` to use. Node 20's own ignores `HTTPS_PROXY` and `NO_PROXY`, so where a proxy is set undici is loaded and its
 * own `fetch` used: an agent of one version does not work with the `fetch` of every Node.
 */
export async function fetchFor(env: Readonly<Record<string, string | undefined>>): Promise<Fetch> {
  if (!PROXIES.some((name) => env[name])) return (url, init) => fetch(url, init);
  const { proxiedFetch } = await import('./proxied-fetch.ts');
  return proxiedFetch();
}
