import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { decode, isPacked } from '../history/decode.ts';
import { readHistory } from '../history/recognise.ts';
import type { History } from '../history/row.ts';
import { DamagedHistory } from '../history/source.ts';
import { UserError } from '../model/user-error.ts';
import { errno } from '../store/disk/errno.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';

/** A quarter of a million rows of the longest shape. */
const MAX_MEGABYTES = 64;

/**
 * Reads a watch history from a file, whatever it is called.
 *
 * @param tick called now and then while a long file is read
 * @throws {UserError} naming the file, and nothing that stands in it
 */
export function readHistoryFile(
  path: string,
  tick: () => void,
): { readonly shape: string; readonly history: History } {
  const bytes = readBytes(path);
  if (isPacked(bytes)) {
    throw new UserError(
      `\`${path}\` is packed; unpack it and name the file in it (docs/import.md says which)`,
    );
  }
  try {
    const found = readHistory(decode(bytes), tick);
    if (found) return found;
  } catch (error) {
    if (!(error instanceof DamagedHistory)) throw error;
    throw new UserError(
      `\`${path}\` begins like a watch history and cannot be read to its end; get it once more`,
    );
  }
  throw new UserError(
    `\`${path}\` is no watch history that recap knows; it reads those of Netflix, Trakt, Simkl, TV Time, Kodi and Jellyfin, and lists of episode codes`,
  );
}

function readBytes(path: string): Uint8Array {
  let descriptor: number | undefined;
  try {
    // a pipe that nobody writes to would never open
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw new UserError(`\`${path}\` is not a file`);
    if (stats.size > MAX_MEGABYTES * 1024 * 1024) {
      throw new UserError(`\`${path}\` has more than ${MAX_MEGABYTES} MB; part it`);
    }
    return readFileSync(descriptor);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = errno(error);
    if (code === 'ENOENT') throw new UserError(`there is no file \`${path}\``);
    throw new UserError(`\`${path}\` cannot be read: ${fileErrorWords(code)}`);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
