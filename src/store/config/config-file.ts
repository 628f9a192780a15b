import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { displayPath } from '../disk/display-path.ts';
import { errno } from '../disk/errno.ts';
import { fileErrorWords } from '../disk/file-error.ts';
import { withOpenFile } from '../disk/open-file.ts';
import { platformFolder } from '../disk/platform-folder.ts';
import type { Surroundings } from '../disk/surroundings.ts';

/** The size limit of the file, in bytes. */
const MOST = 65_536;

/** Where the user's settings are, whether there are any or not; `undefined` without a home folder. */
export function configFile(surroundings: Surroundings): string | undefined {
  const folder = platformFolder('config', surroundings);
  return folder === undefined ? undefined : join(folder, 'config.yaml');
}

/**
 * The text of the user's settings.
 *
 * @returns `undefined` if there is no such file
 * @throws {UserError} if it cannot be read
 */
export function readConfigText(path: string): string | undefined {
  try {
    return withOpenFile(path, { links: 'follow' }, ({ descriptor, stats }) => {
      if (!stats.isFile()) throw unreadable(path, 'it is not a file');
      if (stats.size > MOST) throw unreadable(path, 'it is larger than 64 KB');
      return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(descriptor));
    });
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (error instanceof TypeError) throw unreadable(path, 'it is not UTF-8');
    const code = errno(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unreadable(path, fileErrorWords(code));
  }
}

function unreadable(path: string, why: string): UserError {
  return new UserError(`cannot read ${displayPath(path)}: ${why}`);
}
