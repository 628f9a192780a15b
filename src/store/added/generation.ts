import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The file in an added show's folder that names the folder with its files as they are now. */
export const POINTER = 'current';

/**
 * The folder that holds the files of an added show as they are now. Every fetch writes a new one, and the pointer is
 * replaced by renaming, so it names a whole one at any moment. `undefined` if no fetch was ever finished.
 *
 * @param folder the show's folder
 */
export function currentGeneration(folder: string): string | undefined {
  const name = generationName(folder);
  return name === undefined ? undefined : join(folder, name);
}

export function generationName(folder: string): string | undefined {
  const pointer = join(folder, POINTER);
  try {
    // neither may lead out of the library, and a pipe would never be read to its end
    if (!lstatSync(pointer).isFile()) return undefined;
    const name = readFileSync(pointer, 'utf8').trim();
    return isGeneration(name) && lstatSync(join(folder, name)).isDirectory() ? name : undefined;
  } catch {
    return undefined;
  }
}

export function isGeneration(name: string): boolean {
  return /^[1-9]\d{0,8}$/.test(name);
}
