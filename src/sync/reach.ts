import * as z from 'zod/mini';
import { isLoopback, isPrivate } from '../http/address.ts';
import { type HttpAnswer, HttpClient, type HttpRequest } from '../http/client.ts';
import { HttpError } from '../http/http-error.ts';
import { fetchFor } from '../http/proxy.ts';
import { userAgent } from '../http/user-agent.ts';
import { SYNC_DEADLINES } from './deadlines.ts';

/** What to ask of a service. */
interface SyncRequest {
  readonly url: URL;
  readonly authorization?: string | undefined;
  /** Sends this as JSON. */
  readonly post?: unknown;
}

/** How services are reached from here. */
export interface SyncReach {
  readonly version: string;
  /** `--offline` or `RECAP_OFFLINE` forbids connections, so that every request fails. */
  readonly isOffline: boolean;
  readonly signal: AbortSignal;
  /**
   * What the service answers, as the schema says.
   *
   * @returns `undefined` if it has no such thing
   * @throws {HttpError}
   */
  ask<T>(request: SyncRequest, schema: z.ZodMiniType<T>): Promise<T | undefined>;
  /** Sends a request whose response has no content that matters. @throws {HttpError} */
  send(request: SyncRequest): Promise<void>;
}

export interface SyncConnection {
  /** `RECAP_OFFLINE`, and the system's proxy. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly version: string;
  readonly isOffline: boolean;
  readonly signal: AbortSignal;
}

/** A library of 100,000 episodes in pages of 500 takes 200 requests, which should not take minutes. */
const LIMITS = { requests: 20, interval: 1_000, concurrency: 1 };
const MOST = 16 * 1024 * 1024;

/** Nothing is sent yet. */
export async function reachServices(connection: SyncConnection): Promise<SyncReach> {
  const { env, version, signal } = connection;
  const isOffline = connection.isOffline || isSet(env.RECAP_OFFLINE);
  const proxied = await fetchFor(env);
  const http = new HttpClient({
    // a proxy knows nothing of the network at home, and must not see what is sent there in the clear
    fetch: (url, init) =>
      isPrivate(url) || isLoopback(url) ? fetch(url, init) : proxied(url, init),
    userAgent: userAgent(version, undefined),
    isOffline,
    deadlines: SYNC_DEADLINES,
    signal,
  });
  return {
    version,
    isOffline,
    signal,
    ask: async (request, schema) => parsed(await http.get(toHttp(request)), request.url, schema),
    send: async (request) => {
      const { kind } = await http.get(toHttp(request));
      if (kind === 'found') return;
      const { host } = request.url;
      throw new HttpError('invalid', host, `unexpected response from ${host}`);
    },
  };
}

function toHttp({ url, authorization, post }: SyncRequest): HttpRequest {
  return {
    url,
    authorization,
    ...(post !== undefined && { post }),
    isTyped: true,
    isAtHome: true,
    accept: 'application/json',
    limits: LIMITS,
    most: MOST,
  };
}

function parsed<T>(answer: HttpAnswer, { host }: URL, schema: z.ZodMiniType<T>): T | undefined {
  if (answer.kind !== 'found') return undefined;
  try {
    return z.parse(schema, JSON.parse(answer.text));
  } catch {
    throw new HttpError('invalid', host, `unexpected response from ${host}`);
  }
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0';
}
