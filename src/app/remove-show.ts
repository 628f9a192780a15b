import { UserError } from '../model/user-error.ts';
import { removeShow } from '../store/added/write-show.ts';
import { errno } from '../store/disk/errno.ts';
import { fileErrorWords } from '../store/disk/file-error.ts';
import { requireAddedFolder } from './ask-sources.ts';
import { allAdded, findAdded, type NamedShow } from './find-added.ts';
import type { Host } from './host.ts';
import { openLibrary } from './open-library.ts';

/**
 * Removes an added show from the library. Progress stays, and so do the user's own recaps of it.
 *
 * @throws {UserError} if it is not an added show, or cannot be removed
 */
export async function removeAdded(
  query: string,
  { host, library: folders }: { host: Host; library: readonly string[] | undefined },
): Promise<NamedShow> {
  const library = openLibrary(folders, host);
  const added = await allAdded(requireAddedFolder(host), library);
  const show = await findAdded(added, query, library);
  try {
    await removeShow(show.folder);
  } catch (error) {
    throw new UserError(`${show.title} could not be removed: ${fileErrorWords(errno(error))}`);
  }
  return show;
}
