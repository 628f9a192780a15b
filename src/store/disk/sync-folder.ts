import { closeSync, constants, fsyncSync, openSync } from 'node:fs';
import { cannotSyncFolders } from '../../system/folder-sync.ts';
import { SYSTEM } from '../../system/system.ts';
import { errno } from './errno.ts';

/**
 * Makes sure that what was made, renamed or removed in a folder survives a power cut, where the system can do that.
 *
 * @throws the error of the file operation that failed
 */
export function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, constants.O_RDONLY);
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (!cannotSyncFolders(errno(error), SYSTEM)) throw error;
  }
}
