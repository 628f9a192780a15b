/** What recap uses of an answer; that of Node's `fetch` and that of undici's both fit. */
export interface FetchAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
      cancel(): Promise<void>;
    };
    cancel(): Promise<void>;
  } | null;
}

/** Sends one GET request: Node's own `fetch`, or one that goes through the system's proxy. */
export type Fetch = (
  url: URL,
  init: {
    readonly headers: Record<string, string>;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<FetchAnswer>;

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
