import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { checksum } from './checksum.ts';

/** Of a file as it was when it was read, by `stampOf`. */
type Stamp = string;

interface Kept<T> {
  readonly stamp: Stamp;
  readonly value: T;
}

/** What stands in an index, behind its checksum. */
interface Content<T> {
  readonly basis: string;
  readonly files: Readonly<Record<string, Kept<T>>>;
}

/**
 * What was read of some files, kept on disk with their sizes and times, so that a file that has not changed
 * need not be read again. It is a cache: it can be deleted at any time; one that is damaged, of another
 * version or cannot be written counts as empty; of two programs that write it at once the later one wins.
 */
export class FileIndex<T> {
  readonly #file: string | undefined;
  readonly #basis: string;
  readonly #stamps = new Map<string, Stamp | undefined>();
  readonly #files = new Map<string, Kept<T>>();
  #read: ReadonlyMap<string, Kept<T>> | undefined;

  /**
   * @param file where it is kept; `undefined`: nowhere
   * @param basis what all values depend on; where it differs, nothing of the old ones counts
   */
  constructor(file: string | undefined, basis: string) {
    this.#file = file;
    this.#basis = basis;
  }

  get #old(): ReadonlyMap<string, Kept<T>> {
    this.#read ??= this.#file === undefined ? new Map() : readIndex<T>(this.#file, this.#basis);
    return this.#read;
  }

  /** What is known of a file as it is now; `undefined` if it has to be read. */
  get(path: string): T | undefined {
    if (this.#file === undefined) return undefined;
    const stamp = stampOf(path);
    this.#stamps.set(path, stamp);
    const kept = this.#old.get(path);
    if (kept === undefined || kept.stamp !== stamp) return undefined;
    this.#files.set(path, kept);
    return kept.value;
  }

  /** Keeps what was read of a file, after `get` was asked for it. */
  set(path: string, value: T): void {
    const stamp = this.#stamps.get(path);
    if (stamp !== undefined) this.#files.set(path, { stamp, value });
  }

  /** Writes what was asked for since it was made, if that is not what is there already. */
  save(): void {
    if (this.#file === undefined) return;
    const old = this.#old;
    const isSame = [...this.#files].every(([path, kept]) => old.get(path) === kept);
    if (isSame && this.#files.size === old.size) return;
    const content: Content<T> = { basis: this.#basis, files: Object.fromEntries(this.#files) };
    writeIndex(this.#file, JSON.stringify(content));
  }
}

function readIndex<T>(file: string, basis: string): Map<string, Kept<T>> {
  try {
    const text = readFileSync(file, 'utf8');
    const end = text.indexOf('\n');
    const json = text.slice(end + 1);
    if (end === -1 || text.slice(0, end) !== checksum(json)) return new Map();
    // whoever wrote the checksum wrote the rest: this class, as the basis names its version
    const content: Content<T> = JSON.parse(json);
    return content.basis === basis ? new Map(Object.entries(content.files)) : new Map();
  } catch {
    return new Map();
  }
}

/** Another program may read it at any time, so that it is put in place whole. */
function writeIndex(file: string, json: string): void {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(draft, `${checksum(json)}\n${json}`, { mode: 0o600, flag: 'wx' });
    renameSync(draft, file);
  } catch {
    discard(draft);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // where nothing can be written there is nothing to take away
  }
}

/** Clocks of file systems tick every few milliseconds, some every two seconds. */
const TICK = 50;
const COARSE_TICK = 2000;

/**
 * A file's size and times of change, by which a change of it is seen; `undefined` where a change that comes
 * now may get the same ones, or there is no file.
 */
export function stampOf(path: string): Stamp | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return undefined;
  const { size, mtimeMs, ctimeMs } = stats;
  const tick = ctimeMs % 1000 === 0 ? COARSE_TICK : TICK;
  return Date.now() - ctimeMs < tick ? undefined : `${size} ${mtimeMs} ${ctimeMs}`;
}
