import { EnvHttpProxyAgent, fetch } from 'undici';
import type { Fetch } from './fetch.ts';

/** A `fetch` that goes through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name. */
export function proxiedFetch(): Fetch {
  const dispatcher = new EnvHttpProxyAgent();
  return (url, init) => fetch(url, { ...init, dispatcher });
}
