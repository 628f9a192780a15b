import { join } from 'node:path';
import { isReservedOnWindows } from '../../system/file-names.ts';

/** The profile used if none is named; its folder is the state folder itself. */
export const DEFAULT_PROFILE = 'default';

/** A letter or digit, then letters, digits, `_` and `-`: a folder's name on every system, and never a path. */
const NAME = /^[a-z0-9][a-z0-9_-]{0,31}$/;

/**
 * A profile's name as somebody wrote it, in lower case, since some file systems ignore case.
 *
 * @returns `undefined` for an invalid name
 */
export function readProfileName(text: string): string | undefined {
  const name = text.toLowerCase();
  return NAME.test(name) && !isReservedOnWindows(name) ? name : undefined;
}

/**
 * Where a profile's places are kept: each has a folder of its own, so that nothing of one is read or written
 * for another.
 *
 * @param folder the state folder
 * @param name as `readProfileName` gives it
 */
export function profileFolder(folder: string, name: string): string {
  return name === DEFAULT_PROFILE ? folder : join(folder, PROFILES, name);
}

/** The folder of profiles within the state folder. */
export const PROFILES = 'profiles';
