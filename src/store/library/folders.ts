import { join, resolve } from 'node:path';
import { platformFolder } from '../disk/platform-folder.ts';
import type { Surroundings } from '../disk/surroundings.ts';

/** A folder of shows. */
export interface LibraryFolder {
  readonly path: string;
  /** Somebody named it, or it comes with recap, so that its absence is worth a message. */
  readonly isExpected: boolean;
  /** Its shows were fetched: each is in the generation that its pointer names (`../added/generation.ts`). */
  readonly isAdded?: boolean;
}

/**
 * The folders that make up the library, the strongest first: where two of them hold the same recap, the
 * earlier wins. Named ones, the user's own, the one that comes with recap, added shows.
 *
 * @param named by the command line and the settings, the strongest first
 * @param builtIn the folder that comes with the program
 */
export function libraryFolders(
  named: readonly string[],
  builtIn: string,
  surroundings: Surroundings,
): LibraryFolder[] {
  const own = userFolder(surroundings);
  const added = addedFolder(surroundings);
  return [
    ...named.map((path) => ({ path: resolve(path), isExpected: true })),
    ...(own === undefined ? [] : [{ path: own, isExpected: false }]),
    { path: builtIn, isExpected: true },
    ...(added === undefined ? [] : [{ path: added, isExpected: false, isAdded: true }]),
  ];
}

/** Where a user's own recaps are, in the platform's folder for data; `undefined` without a home folder. */
export function userFolder(surroundings: Surroundings): string | undefined {
  return dataFolder(surroundings, 'recaps');
}

/** Where the shows are that were added with `recap add`: beside the user's own recaps. */
export function addedFolder(surroundings: Surroundings): string | undefined {
  return dataFolder(surroundings, 'added');
}

function dataFolder(surroundings: Surroundings, name: string): string | undefined {
  const folder = platformFolder('data', surroundings);
  return folder === undefined ? undefined : join(folder, name);
}
