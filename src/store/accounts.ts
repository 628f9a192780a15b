import { accessSync, constants, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { UserError } from '../model/user-error.ts';
import { displayPath } from './disk/display-path.ts';
import { errno } from './disk/errno.ts';
import { fileErrorWords } from './disk/file-error.ts';
import { makeFolder } from './disk/make-folder.ts';
import { replaceFile } from './disk/replace-file.ts';

const FILE = 'sync.json';

const account = z.object({
  service: z.string(),
  url: z.url(),
  user: z.nullable(z.string()),
  userName: z.nullable(z.string()),
  secret: z.nullable(z.string()),
  deviceId: z.string(),
});
const schema = z.object({ version: z.literal(1), accounts: z.array(account) });

/** A service that was set up, with its credentials. */
export type StoredAccount = z.infer<typeof account>;

/**
 * The services that progress is read from, each once. They are kept with the progress of the profile, in a file that
 * only its owner can read, as it holds credentials.
 */
export class Accounts {
  readonly #file: string;
  readonly #folder: string;

  /** @param folder of the profile's progress */
  constructor(folder: string) {
    this.#folder = folder;
    this.#file = join(folder, FILE);
  }

  /** @throws {UserError} if the file is there and cannot be read; nothing of it is quoted */
  all(): readonly StoredAccount[] {
    let text: string;
    try {
      text = readFileSync(this.#file, 'utf8');
    } catch (error) {
      const code = errno(error);
      if (code === 'ENOENT' || code === 'ENOTDIR') return [];
      throw new UserError(`cannot read ${displayPath(this.#file)}: ${fileErrorWords(code)}`);
    }
    try {
      return schema.parse(JSON.parse(text)).accounts;
    } catch {
      throw new UserError(
        `${displayPath(this.#file)} is corrupt or from a newer version; delete it and set up your services again`,
      );
    }
  }

  /** Checks that a service can be stored, before it is set up. @throws {UserError} */
  requireWritable(): void {
    this.all();
    this.#guarded(() => {
      makeFolder(this.#folder);
      // a file in place of the folder has no entry `.`
      accessSync(`${this.#folder}/.`, constants.W_OK);
    });
  }

  /** Stores a service, replacing its earlier account. @throws {UserError} if it cannot be written */
  set(account: StoredAccount): void {
    this.#write([...this.#others(account.service), account]);
  }

  /** @returns the removed account; `undefined` if there was none @throws {UserError} if it cannot be written */
  forget(service: string): StoredAccount | undefined {
    const forgotten = this.all().find((account) => account.service === service);
    if (forgotten) this.#write(this.#others(service));
    return forgotten;
  }

  #others(service: string): StoredAccount[] {
    return this.all().filter((account) => account.service !== service);
  }

  #write(accounts: readonly StoredAccount[]): void {
    this.#guarded(() => {
      if (accounts.length === 0) return rmSync(this.#file, { force: true });
      makeFolder(this.#folder);
      replaceFile(this.#file, `${JSON.stringify({ version: 1, accounts })}\n`, 0o600);
    });
  }

  #guarded(write: () => void): void {
    try {
      write();
    } catch (error) {
      throw new UserError(
        `cannot write ${displayPath(this.#file)}: ${fileErrorWords(errno(error))}`,
      );
    }
  }
}
