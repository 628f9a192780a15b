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

/** Sends one request, GET unless told otherwise: Node's own `fetch`, or one that goes through the system's proxy. */
export type Fetch = (
  url: URL,
  init: {
    readonly method?: 'POST';
    readonly body?: string;
    readonly headers: Record<string, string>;
    readonly redirect: 'manual';
    readonly signal: AbortSignal;
  },
) => Promise<FetchAnswer>;
