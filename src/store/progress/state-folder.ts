import { resolve } from 'node:path';
import { platformFolder } from '../disk/platform-folder.ts';
import type { Surroundings } from '../disk/surroundings.ts';

export type StateFolder =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'no-home'; readonly message: string };

/**
 * Where what has been watched is kept: `RECAP_STATE`, else the platform's folder for the state of programs. It need
 * not exist.
 */
export function stateFolder(surroundings: Surroundings): StateFolder {
  const { RECAP_STATE: own } = surroundings.env;
  if (own) return { kind: 'folder', folder: resolve(own) };
  const folder = platformFolder('state', surroundings);
  return folder === undefined ? NO_HOME : { kind: 'folder', folder };
}

const NO_HOME: StateFolder = {
  kind: 'no-home',
  message:
    'there is no home folder to keep what you have watched in; set `HOME`, or `RECAP_STATE` to a folder of your choice',
};
