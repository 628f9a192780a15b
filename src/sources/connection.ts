import { HttpClient, type HttpRequest } from '../http/client.ts';
import { fetchFor } from '../http/proxy.ts';
import { userAgent } from '../http/user-agent.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import type { Reach, ServiceName, SourceProgress } from './source.ts';

export interface ConnectionOptions {
  /** `RECAP_TVMAZE_URL` and similar, `RECAP_CONTACT`, `RECAP_OFFLINE`, and the system's proxy. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Recap's version. */
  readonly version: string;
  readonly isOffline: boolean;
  /** Aborting it ends all requests at once. */
  readonly signal: AbortSignal;
  readonly report: (progress: SourceProgress) => void;
}

const ADDRESSES: Readonly<Record<ServiceName, string>> = {
  tvmaze: 'RECAP_TVMAZE_URL',
  wikipedia: 'RECAP_WIKIPEDIA_URL',
  wikidata: 'RECAP_WIKIDATA_URL',
};

/** Sets up how the sources reach their services, without connecting. @throws {UserError} for an invalid URL */
export async function connect(options: ConnectionOptions): Promise<Reach> {
  const { env, version, isOffline, signal, report } = options;
  const http = new HttpClient({
    fetch: await fetchFor(env),
    userAgent: userAgent(version, env.RECAP_CONTACT),
    isOffline: isOffline || isSet(env.RECAP_OFFLINE),
    signal,
  });
  return {
    get: (request: HttpRequest) => http.get(request),
    addresses: addressesIn(env),
    report,
  };
}

function addressesIn(env: ConnectionOptions['env']): Reach['addresses'] {
  const addresses: Partial<Record<ServiceName, string>> = {};
  for (const service of ['tvmaze', 'wikipedia', 'wikidata'] as const) {
    const variable = ADDRESSES[service];
    const address = env[variable];
    if (!address) continue;
    if (!URL.canParse(address) || !/^https?:/.test(address)) {
      const message = `${variable} is not an address; write it whole, from \`https://\``;
      throw new UserError(message, EXIT.usage);
    }
    addresses[service] = address;
  }
  return addresses;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0';
}
