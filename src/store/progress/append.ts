import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  realpathSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from '../disk/make-folder.ts';
import { syncFolder } from '../disk/sync-folder.ts';

const FLAGS = constants.O_RDWR | constants.O_APPEND | constants.O_CREAT;

/**
 * Appends a line to a file and returns once it would survive a power cut. Makes the file (0600) and its
 * folders (0700) where they are missing; a symlink is followed. The line is one write in append mode,
 * so that two programs can append at once, and a crash costs at most this line.
 *
 * @param line without its line break
 * @throws the error of the file operation that failed; the line may then be there, whole or in part
 */
export function appendLine(file: string, line: string): void {
  const made = makeFolder(dirname(file));
  const fd = openSync(file, FLAGS, 0o600);
  try {
    const bytes = Buffer.from(`${endsTorn(fd) ? '\n' : ''}${line}\n`);
    if (writeSync(fd, bytes) < bytes.length) throw shortWrite();
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  // Every time, not only for a new file: the process that created it may have died before this.
  syncFolder(dirname(realpathSync(file)));
  for (const folder of made) syncFolder(dirname(folder));
}

function endsTorn(fd: number): boolean {
  const { size } = fstatSync(fd);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(fd, last, 0, 1, size - 1);
  return last.toString() !== '\n';
}

/** A write to a file is short if the disk is full or a quota is exceeded. */
function shortWrite(): Error {
  return Object.assign(new Error('the line was written in part'), { code: 'ENOSPC' });
}
