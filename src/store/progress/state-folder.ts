import { posix, resolve, win32 } from 'node:path';
import { homeFolder, type Surroundings } from '../disk/surroundings.ts';

export type StateFolder =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'no-home'; readonly message: string };

/**
 * Where what has been watched is kept: `RECAP_STATE`; else `$XDG_STATE_HOME/recap`, which the XDG Base
 * Directory Specification ignores unless it is absolute; else the platform's own folder. Nothing is made.
 */
export function stateFolder(surroundings: Surroundings): StateFolder {
  const { env, platform } = surroundings;
  const { RECAP_STATE: own, XDG_STATE_HOME: xdg, LOCALAPPDATA: local } = env;
  const path = platform === 'win32' ? win32 : posix;
  if (own) return { kind: 'folder', folder: resolve(own) };
  if (xdg && path.isAbsolute(xdg)) return { kind: 'folder', folder: path.join(xdg, 'recap') };
  if (platform === 'win32' && local && path.isAbsolute(local)) {
    return { kind: 'folder', folder: path.join(local, 'recap', 'Data') };
  }
  const base = homeFolder(surroundings);
  if (base === undefined || !path.isAbsolute(base)) return NO_HOME;
  return { kind: 'folder', folder: path.join(base, ...(PLACES[platform] ?? XDG_DEFAULT)) };
}

const XDG_DEFAULT = ['.local', 'state', 'recap'];

/** Below the home folder, where these platforms keep the data of programs. */
const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['Library', 'Application Support', 'recap'],
  win32: ['AppData', 'Local', 'recap', 'Data'],
};

const NO_HOME: StateFolder = {
  kind: 'no-home',
  message:
    'there is no home folder to keep what you have watched in; set `HOME`, or `RECAP_STATE` to a folder of your choice',
};
