import { randomUUID } from 'node:crypto';
import manifest from '../../package.json' with { type: 'json' };
import type { Show } from '../gated/show.ts';
import { Matcher } from '../history/match.ts';
import { type Tally, Tallying } from '../history/tally.ts';
import { isLoopback, isPrivate } from '../http/address.ts';
import { HttpError } from '../http/http-error.ts';
import { EXIT, UserError } from '../model/user-error.ts';
import type { StoredAccount } from '../store/accounts.ts';
import { reachServices, type SyncReach } from '../sync/reach.ts';
import type { SyncService } from '../sync/service.ts';
import { SYNC_SERVICES } from '../sync/services.ts';
import type { Host } from './host.ts';

/** How the services are reached. */
export interface SyncOptions {
  readonly host: Host;
  readonly isOffline: boolean;
  /** Aborting it ends all requests at once. */
  readonly signal: AbortSignal;
}

/** What came of asking one service. */
export interface SyncedService {
  readonly service: SyncService;
  readonly host: string;
  /** Why it could not be read; `null` if it was. */
  readonly message: string | null;
}

/** What setting up a service asks of the user. */
interface SetupQuestions {
  /** Shows the code to enter at the service. */
  showCode(code: string): void;
  /** The address with the password that it lacks. It is asked for only if the server may be reached. */
  withPassword(url: URL): Promise<URL>;
}

/**
 * Sets up a service at a server that the user names.
 *
 * @throws {UserError}; any error if the signal was aborted
 */
export async function pairService(
  service: SyncService,
  url: URL,
  { showCode, withPassword }: SetupQuestions,
  options: SyncOptions,
): Promise<StoredAccount> {
  if (url.protocol === 'http:' && !isPrivate(url) && !isLoopback(url)) {
    throw new UserError(
      `${url.host} is not an address of your own network, so it needs https`,
      EXIT.usage,
    );
  }
  const reach = await reachOf(options);
  if (reach.isOffline) throw new UserError(`offline: ${url.host} was not asked`);
  const pairing = { deviceId: randomUUID(), showCode };
  const account = await service
    .pair(await withPassword(url), pairing, reach)
    .catch((error: unknown) => {
      const message = options.signal.aborted ? undefined : messageOf(error);
      throw message === undefined ? error : new UserError(message);
    });
  return { ...account };
}

/**
 * Revokes the credentials of a service that is no longer used, if it supports that.
 *
 * @returns why that failed; `null` if it succeeded or there is nothing to revoke
 */
export async function revokeAccount(
  account: StoredAccount,
  service: SyncService,
  options: SyncOptions,
): Promise<string | null> {
  const reach = await reachOf(options);
  try {
    await service.revoke?.(account, reach);
    return null;
  } catch (error) {
    const message = options.signal.aborted ? undefined : messageOf(error);
    if (message === undefined) throw error;
    return message;
  }
}

/**
 * Reads what was watched from services. If one fails, nothing of it counts, and the others are still read. The
 * requests depend on the accounts alone.
 *
 * @param shows of the library
 */
export async function readServices(
  accounts: readonly StoredAccount[],
  shows: readonly Show[],
  options: SyncOptions,
): Promise<{ readonly counted: Tally; readonly services: readonly SyncedService[] }> {
  const reach = await reachOf(options);
  const matcher = new Matcher(shows);
  const all = new Tallying(matcher);
  const services: SyncedService[] = [];
  for (const account of accounts) {
    const service = SYNC_SERVICES.find(({ name }) => name === account.service);
    if (!service) continue;
    const own = new Tallying(matcher);
    const { host } = new URL(account.url);
    try {
      await service.read(account, (entry) => own.add(entry), reach);
      all.merge(own);
      services.push({ service, host, message: null });
    } catch (error) {
      const message = options.signal.aborted ? undefined : messageOf(error);
      if (message === undefined) throw error;
      services.push({ service, host, message });
    }
  }
  return { counted: all.result, services };
}

function reachOf({ host, isOffline, signal }: SyncOptions): Promise<SyncReach> {
  return reachServices({ env: host.env, version: manifest.version, isOffline, signal });
}

function messageOf(error: unknown): string | undefined {
  return error instanceof HttpError || error instanceof UserError ? error.message : undefined;
}
