import { posix, win32 } from 'node:path';
import { homeFolder, type Surroundings } from './surroundings.ts';

/** Where a platform keeps one kind of files. */
interface Place {
  /** The variable of the XDG Base Directory Specification. */
  readonly xdg: string;
  /** The variable of Windows. */
  readonly windows: 'APPDATA' | 'LOCALAPPDATA';
  /** Below the folder of the Windows variable. */
  readonly below: readonly string[];
  /** Below the home folder, where no variable says otherwise. */
  readonly linux: readonly string[];
  readonly darwin: readonly string[];
  readonly win32: readonly string[];
}

const PLACES = {
  /** What the user has set. */
  config: {
    xdg: 'XDG_CONFIG_HOME',
    windows: 'APPDATA',
    below: ['recap'],
    linux: ['.config', 'recap'],
    darwin: ['Library', 'Application Support', 'recap'],
    win32: ['AppData', 'Roaming', 'recap'],
  },
  /** What the user made or fetched. */
  data: {
    xdg: 'XDG_DATA_HOME',
    windows: 'APPDATA',
    below: ['recap'],
    linux: ['.local', 'share', 'recap'],
    darwin: ['Library', 'Application Support', 'recap'],
    win32: ['AppData', 'Roaming', 'recap'],
  },
  /** What has been watched. */
  state: {
    xdg: 'XDG_STATE_HOME',
    windows: 'LOCALAPPDATA',
    below: ['recap', 'Data'],
    linux: ['.local', 'state', 'recap'],
    darwin: ['Library', 'Application Support', 'recap'],
    win32: ['AppData', 'Local', 'recap', 'Data'],
  },
  /** What can be deleted at any time. */
  cache: {
    xdg: 'XDG_CACHE_HOME',
    windows: 'LOCALAPPDATA',
    below: ['recap', 'Cache'],
    linux: ['.cache', 'recap'],
    darwin: ['Library', 'Caches', 'recap'],
    win32: ['AppData', 'Local', 'recap', 'Cache'],
  },
} satisfies Record<string, Place>;

/**
 * The program's folder for one kind of files: in the folder of the XDG Base Directory Specification, which ignores
 * variables that are not absolute, else in the platform's own. It need not exist.
 *
 * @returns an absolute path; `undefined` for a user without a home folder
 */
export function platformFolder(
  kind: keyof typeof PLACES,
  surroundings: Surroundings,
): string | undefined {
  const { env, platform } = surroundings;
  const place: Place = PLACES[kind];
  const path = platform === 'win32' ? win32 : posix;
  const xdg = env[place.xdg];
  if (xdg && path.isAbsolute(xdg)) return path.join(xdg, 'recap');
  const windows = platform === 'win32' ? env[place.windows] : undefined;
  if (windows && path.isAbsolute(windows)) return path.join(windows, ...place.below);
  const home = homeFolder(surroundings);
  if (home === undefined || !path.isAbsolute(home)) return undefined;
  return path.join(
    home,
    ...(platform === 'darwin' || platform === 'win32' ? place[platform] : place.linux),
  );
}
