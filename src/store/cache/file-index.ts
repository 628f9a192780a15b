import { readCacheFile, writeCacheFile } from './cache-file.ts';
import { type Fingerprint, fingerprintOf } from './fingerprint.ts';

interface Kept<T> {
  readonly stamp: Fingerprint;
  readonly value: T;
}

interface Content<T> {
  readonly basis: string;
  readonly files: Readonly<Record<string, Kept<T>>>;
}

/**
 * What was read from some files, stored with their fingerprints, so that unchanged files need not be read again. It is a
 * cache: it can be deleted at any time. If it is damaged or from another version, it counts as empty. If two programs write it
 * at once, the later one wins.
 */
export class FileIndex<T> {
  readonly #file: string | undefined;
  readonly #basis: string;
  readonly #isValue: (value: unknown) => value is T;
  readonly #files = new Map<string, Kept<T>>();
  #read: ReadonlyMap<string, Kept<T>> | undefined;
  /** The stored index depends on something that has changed. It may hold what must not be kept any more. */
  #isOutdated = false;

  /**
   * @param file where it is stored; `undefined`: nowhere
   * @param basis what all values depend on; if it has changed, the stored values are ignored
   * @param isValue whether a stored value is valid: another build of this version may have stored others
   */
  constructor(file: string | undefined, basis: string, isValue: (value: unknown) => value is T) {
    this.#file = file;
    this.#basis = basis;
    this.#isValue = isValue;
  }

  /** What the index held when it was first asked for. */
  #readOld(): ReadonlyMap<string, Kept<T>> {
    if (this.#read) return this.#read;
    const content = this.#file === undefined ? undefined : readIndex<T>(this.#file);
    this.#isOutdated = content !== undefined && content.basis !== this.#basis;
    this.#read = new Map(Object.entries(this.#isOutdated ? {} : (content?.files ?? {})));
    return this.#read;
  }

  /** The value stored for a file; `undefined` if the file has changed or was never read. */
  get(path: string): T | undefined {
    const kept = this.#readOld().get(path);
    // recaps of episodes with titles are in no index, and need not be looked at twice
    if (kept?.stamp === undefined || kept.stamp !== fingerprintOf(path)) return undefined;
    if (!this.#isValue(kept.value)) return undefined;
    this.#files.set(path, kept);
    return kept.value;
  }

  /** Stores the value of a file. @param stamp taken before the file was read */
  set(path: string, stamp: Fingerprint | undefined, value: T): void {
    if (stamp === undefined) return;
    const old = this.#readOld().get(path);
    // so that an index in which nothing has changed is not written again
    const isSame = old?.stamp === stamp && JSON.stringify(old.value) === JSON.stringify(value);
    this.#files.set(path, isSame ? old : { stamp, value });
  }

  /**
   * Writes the index, if it has changed.
   *
   * @param isAll whether all files have been asked for, so that all others have been deleted
   */
  save(isAll: boolean): void {
    if (this.#file === undefined) return;
    const old = this.#readOld();
    const isSame = [...this.#files].every(([path, kept]) => old.get(path) === kept);
    if (isSame && !this.#isOutdated && (!isAll || this.#files.size === old.size)) return;
    const files = isAll ? this.#files : new Map([...old, ...this.#files]);
    this.#read = new Map(files);
    const content: Content<T> = { basis: this.#basis, files: Object.fromEntries(files) };
    writeCacheFile(this.#file, Buffer.from(JSON.stringify(content)));
  }
}

function readIndex<T>(file: string): Content<T> | undefined {
  try {
    return JSON.parse(readCacheFile(file)?.toString() ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}
