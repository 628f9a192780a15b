import {
  closeSync,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';

const FOLDER = 'devices';
const KEPT = /^\{"version":1,"inode":"(\d+)"\}\n$/;

/**
 * This device among those that share a state folder. Its identifier is its host name when it first recorded
 * something, kept in a file in the folder, because laptops change their host name from network to network. A file that was
 * synced here from another device has a different inode than the one it names.
 */
export class Device {
  readonly #folder: string | undefined;
  readonly #host: string;
  #known: string | undefined;

  /**
   * @param stateFolder the state folder; `undefined`: the host name is the identifier
   * @param host the host name of today
   */
  constructor(stateFolder: string | undefined, host: string) {
    this.#folder = stateFolder === undefined ? undefined : join(stateFolder, FOLDER);
    this.#host = safe(host);
  }

  /** The name of the log that this device writes. */
  get log(): string {
    return logOf(this.#identifier);
  }

  /**
   * Whether this device wrote a log: its own one, or one that a version without identifiers wrote under another host
   * name with the same first label (`laptop.local`, `laptop.example`).
   */
  isOwn(log: string): boolean {
    if (log === this.log) return true;
    const name = LOG.exec(log)?.[1];
    if (name === undefined || this.#folder === undefined) return false;
    const label = firstLabel(name);
    if (label === undefined || label !== firstLabel(this.#identifier)) return false;
    return inodeIn(join(this.#folder, `${name}.json`)) === undefined;
  }

  /** Stores the identifier. If that fails, the host name remains the identifier. */
  keep(): void {
    if (this.#folder === undefined) return;
    try {
      makeFolder(this.#folder);
      const file = openSync(join(this.#folder, `${this.#identifier}.json`), 'wx', 0o600);
      try {
        const { ino } = fstatSync(file, { bigint: true });
        writeFileSync(file, `{"version":1,"inode":"${ino}"}\n`);
      } finally {
        closeSync(file);
      }
    } catch {
      // it exists already, or the next change tries again
    }
  }

  get #identifier(): string {
    this.#known ??= this.#find() ?? this.#host;
    return this.#known;
  }

  #find(): string | undefined {
    if (this.#folder === undefined) return undefined;
    const folder = this.#folder;
    const names = listed(folder).filter((name) => name.endsWith('.json'));
    const own = names.find((name) => {
      const inode = inodeIn(join(folder, name));
      return inode !== undefined && inode === inodeOf(join(folder, name));
    });
    return own?.slice(0, -'.json'.length);
  }
}

/** The name of a device's log. */
export function logName(device: string): string {
  return logOf(safe(device));
}

const LOG = /^progress-([a-z0-9._-]+)\.jsonl$/;

function logOf(identifier: string): string {
  return `progress-${identifier}.jsonl`;
}

/** A host name as part of a file's name: in lower case, since some file systems do not distinguish case. */
function safe(host: string): string {
  const name = host
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .slice(0, 64);
  return name || 'device';
}

/** What a host name keeps on other networks; `undefined` for an address. */
function firstLabel(host: string): string | undefined {
  const [label = ''] = host.split('.');
  return label === '' || /^\d+$/.test(label) ? undefined : label;
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function inodeIn(file: string): string | undefined {
  try {
    return KEPT.exec(readFileSync(file, 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

function inodeOf(file: string): string | undefined {
  return statSync(file, { bigint: true, throwIfNoEntry: false })?.ino.toString();
}
