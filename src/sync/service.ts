import type { Sink } from '../history/entry.ts';
import type { SyncReach } from './reach.ts';

/** A service that recap reads progress from, as it was set up. The credentials in it are never printed. */
export interface SyncAccount {
  readonly service: string;
  /** The address of the server, without credentials. */
  readonly url: string;
  /** The identifier of the user at the service; `null` if it has but one. */
  readonly user: string | null;
  /** What the user is called there; `null` if that is not known. */
  readonly userName: string | null;
  /** What proves to the service that the user has agreed: a token, or a name and a password. */
  readonly secret: string | null;
  /** What the service knows this device by. */
  readonly deviceId: string;
}

/** What a service works with when it is set up. */
export interface Pairing {
  /** A new identifier for this device. */
  readonly deviceId: string;
  /** Shows a code that is to be entered at the service. */
  showCode(code: string): void;
}

/** What has been watched is asked of a service as a file of history is read. One file each. */
export interface SyncService {
  readonly name: string;
  /** Its name as people write it. */
  readonly title: string;
  /** An address as people have it at home, for messages. */
  readonly example: string;
  /** It is set up with a name and a password, which may be in the address. */
  readonly takesPassword: boolean;
  /**
   * Makes an account of a server that the user names.
   *
   * @param url may have credentials in it
   * @throws {HttpError | UserError}
   */
  pair(url: URL, pairing: Pairing, reach: SyncReach): Promise<SyncAccount>;
  /**
   * Reads all that the user has watched there. Nothing is changed at the service.
   *
   * @throws {HttpError | UserError}
   */
  read(account: SyncAccount, to: Sink, reach: SyncReach): Promise<void>;
  /**
   * Makes the service reject the account's credentials from now on. Without it, they are the user's own.
   *
   * @throws {HttpError}
   */
  revoke?(account: SyncAccount, reach: SyncReach): Promise<void>;
}
