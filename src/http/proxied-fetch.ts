import { EnvHttpProxyAgent, fetch } from 'undici';
import type { Fetch } from './fetch.ts';

/** A `fetch` that uses the proxy set by `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`. */
export function proxiedFetch(): Fetch {
  const dispatcher = new EnvHttpProxyAgent();
  return (url, init) => fetch(url, { ...init, dispatcher });
}
