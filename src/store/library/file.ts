import { readFileSync, readSync, realpathSync, type Stats } from 'node:fs';
import { sep } from 'node:path';
import { RecapError } from '../../model/problem.ts';
import { type FrontMatterLimits, MAX_FILE_BYTES } from '../../model/recap-source.ts';
import { isBelow } from '../../system/paths.ts';
import { SYSTEM } from '../../system/system.ts';
import { type OpenFile, withOpenFile } from '../disk/open-file.ts';

/** A byte order mark, and one more to tell whether the file goes on. */
const MORE_BYTES = 4;

/** The beginning of a file, enough for its front matter. */
export interface Beginning {
  readonly bytes: Uint8Array;
  /** Of the file before it was read. */
  readonly stats: Stats;
  /** When the stats were taken, in milliseconds. */
  readonly time: number;
}

/** The beginning of a file. @throws {RecapError} */
export function readBeginning(path: string, limits: FrontMatterLimits): Beginning {
  return reading(path, ({ descriptor, stats }) => {
    const time = Date.now();
    const bytes = Buffer.allocUnsafe(Math.min(stats.size, limits.bytes + MORE_BYTES));
    let length = 0;
    // a file system may return fewer bytes than requested
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(descriptor, bytes, length, bytes.length - length, length);
    }
    return { bytes: bytes.subarray(0, length), stats, time };
  });
}

/** Whether the beginning of a file is all of it. */
export function isWhole(beginning: Uint8Array, limits: FrontMatterLimits): boolean {
  return beginning.length < limits.bytes + MORE_BYTES;
}

/** A whole file. @throws {RecapError} */
export function readWhole(path: string): Uint8Array {
  return reading(path, ({ descriptor }) => readFileSync(descriptor));
}

/** The path of what a folder lists. `join` would look at each character of it, which lists of folders wait for. */
export function entryPath(folder: string, name: string): string {
  return folder.endsWith(sep) ? `${folder}${name}` : `${folder}${sep}${name}`;
}

/** Whether a path, its links followed, is still in a folder. */
export function isWithin(folder: string, path: string): boolean {
  try {
    return isBelow(realpathSync(folder), realpathSync(path), SYSTEM);
  } catch {
    return false;
  }
}

function reading<T>(path: string, read: (file: OpenFile) => T): T {
  try {
    return withOpenFile(path, { links: 'follow' }, (file) => {
      const { stats } = file;
      if (!stats.isFile()) throw new RecapError('file/kind', 'it is not a file');
      if (stats.size > MAX_FILE_BYTES) {
        const most = MAX_FILE_BYTES / 1024 / 1024;
        throw new RecapError('file/size', `the file is larger than ${most} MB; split it`);
      }
      return read(file);
    });
  } catch (error) {
    if (error instanceof RecapError) throw error;
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const message = isMissing ? 'file not found' : 'cannot read the file; check its permissions';
    throw new RecapError('file/unreadable', message);
  }
}
