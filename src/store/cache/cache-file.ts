import { readFileSync, rmSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import { withOpenFile } from '../disk/open-file.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { makeRoom } from './prune.ts';

/**
 * What is kept in a file of the cache; `undefined` where there is none, it is damaged, or somebody else may have
 * written it: the program's compiled code is kept so too.
 *
 * A file holds its content twice, and comparing the halves shows damage. A checksum would take longer: one in JavaScript is
 * slow in a program that has just started, and Node's own have to be loaded first (docs/start-up.md).
 */
export function readCacheFile(file: string): Buffer | undefined {
  try {
    return withOpenFile(file, { links: 'refuse' }, ({ descriptor, stats }) => {
      if (!stats.isFile() || !isOwn(stats)) return undefined;
      const bytes = readFileSync(descriptor);
      const half = Math.floor(bytes.length / 2);
      const content = bytes.subarray(0, half);
      return bytes.subarray(half).equals(content) ? content : undefined;
    });
  } catch {
    return undefined;
  }
}

/** Whether nobody but the user, or on Windows what its permissions say, can have written it. */
function isOwn({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}

/**
 * Keeps something in a file of the cache, for its owner alone. Another program may read it at any time, so that
 * it is put in place whole. Where that cannot be done nothing is kept, which does not matter.
 */
export function writeCacheFile(file: string, content: Buffer): void {
  try {
    const made = makeFolder(dirname(file));
    if (!isOwn(statSync(dirname(file)))) return;
    replaceFile(file, Buffer.concat([content, content]), 0o600);
    made.forEach(makeRoom);
  } catch {
    // without the cache everything is read again
  }
}

/** Removes a file of the cache, if it is there and can be removed. */
export function removeCacheFile(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // it counts as empty all the same, as what it was made from has changed
  }
}
