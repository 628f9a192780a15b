import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { errno } from './errno.ts';

/**
 * Makes a folder and those above it. Node's own way never ends where the system says `ENOENT` although the
 * folder above is there, as in `/proc`.
 *
 * @param mode of the folders that are made
 * @returns the folders that were missing
 * @throws the error of the file operation that failed
 */
export function makeFolder(folder: string, mode = 0o700): string[] {
  return make(folder, mode, folder === dirname(folder));
}

function make(folder: string, mode: number, isAboveThere: boolean): string[] {
  try {
    mkdirSync(folder, { mode });
    return [folder];
  } catch (error) {
    const code = errno(error);
    if (code === 'EEXIST') return [];
    if (code !== 'ENOENT' || isAboveThere) throw error;
  }
  return [...makeFolder(dirname(folder), mode), ...make(folder, mode, true)];
}
