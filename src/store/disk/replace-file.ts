import { renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { errno } from './errno.ts';

/**
 * Writes a file as a whole, or not at all: a draft beside it takes its place by a rename, so that others read the old
 * or the new content.
 *
 * @param mode the permissions of the new file
 * @throws the error of the file operation that failed; the file is as it was then
 */
export function replaceFile(file: string, content: string | Uint8Array, mode: number): void {
  const draft = `${file}.${process.pid}`;
  try {
    removeLeftover(draft);
    writeFileSync(draft, content, { mode, flag: 'wx' });
    renameSync(draft, file);
  } catch (error) {
    discard(draft);
    throw error;
  }
}

/** A draft that a crash left may have another mode. */
function removeLeftover(draft: string): void {
  try {
    unlinkSync(draft);
  } catch (error) {
    if (errno(error) !== 'ENOENT') throw error;
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // what cannot be written cannot be removed either
  }
}
