import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
} from 'node:fs';
import { relative, sep } from 'node:path';
import { RecapError } from '../../model/problem.ts';
import { type FrontMatterLimits, MAX_FILE_BYTES } from '../../model/recap-source.ts';

/** The beginning of a file, enough for its front matter. @throws {RecapError} */
export function readBeginning(path: string, limits: FrontMatterLimits): Uint8Array {
  return reading(path, (descriptor) => {
    const bytes = new Uint8Array(limits.bytes + 4);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, bytes.length, 0));
  });
}

/** A whole file. @throws {RecapError} */
export function readWhole(path: string): Uint8Array {
  return reading(path, (descriptor) => readFileSync(descriptor));
}

/** Whether a path, its links followed, is still in a folder. */
export function isWithin(folder: string, path: string): boolean {
  try {
    const inside = relative(realpathSync(folder), realpathSync(path));
    return inside !== '..' && !inside.startsWith(`..${sep}`) && inside !== '';
  } catch {
    return false;
  }
}

/**
 * Whether there is a file at a path, its links followed as long as they stay in a folder. One that cannot be
 * looked at counts as there: reading it says so, and what it would have declared is not taken for nothing.
 */
export function isFileWithin(folder: string, path: string): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    return stats?.isFile() || (stats?.isSymbolicLink() === true && isWithin(folder, path));
  } catch {
    return true;
  }
}

function reading<T>(path: string, read: (descriptor: number) => T): T {
  let descriptor: number | undefined;
  try {
    // a pipe that nobody writes to would never open
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new RecapError('file/kind', 'it is not a file');
    if (stats.size > MAX_FILE_BYTES) {
      throw new RecapError(
        'file/size',
        `the file has more than ${MAX_FILE_BYTES / 1024 / 1024} MB; part it`,
      );
    }
    return read(descriptor);
  } catch (error) {
    if (error instanceof RecapError) throw error;
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const message = isMissing
      ? 'there is no such file'
      : 'the file cannot be read; look at its permissions';
    throw new RecapError('file/unreadable', message);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
