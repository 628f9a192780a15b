import { posix, win32 } from 'node:path';
import { homeFolder, type Surroundings } from '../disk/surroundings.ts';

/**
 * Where the index of the library and compiled code are kept, which can be deleted at any time: `$XDG_CACHE_HOME/recap`, which
 * the XDG Base Directory Specification ignores unless it is absolute; else the platform's own folder for
 * caches. `undefined` without a home. Nothing is made.
 */
export function cacheFolder(surroundings: Surroundings): string | undefined {
  const { env, platform } = surroundings;
  const path = platform === 'win32' ? win32 : posix;
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = env;
  if (xdg && path.isAbsolute(xdg)) return path.join(xdg, 'recap');
  if (platform === 'win32' && local && path.isAbsolute(local)) {
    return path.join(local, 'recap', 'Cache');
  }
  const base = homeFolder(surroundings);
  if (base === undefined || !path.isAbsolute(base)) return undefined;
  return path.join(base, ...(PLACES[platform] ?? ['.cache', 'recap']));
}

const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['Library', 'Caches', 'recap'],
  win32: ['AppData', 'Local', 'recap', 'Cache'],
};
