import { join } from 'node:path';
import { shortName } from '../cache/short-name.ts';
import type { LibraryFolder } from './folders.ts';

/** Where the index of a library is kept; `undefined`: nowhere. */
export interface IndexFiles {
  readonly shows: string | undefined;
  readonly recapsOf: (slug: string) => string | undefined;
}

/**
 * The files of the index: one for what lists of shows tell, one for the recaps of each show. Other folders make
 * another library, which has an index of its own.
 *
 * @param cache the cache folder
 */
export function indexFiles(
  cache: string | undefined,
  folders: readonly LibraryFolder[],
): IndexFiles {
  if (cache === undefined) return { shows: undefined, recapsOf: () => undefined };
  const folder = join(cache, `index-${shortName(folders.map(({ path }) => path).join('\n'))}`);
  return {
    shows: join(folder, 'shows.json'),
    recapsOf: (slug) => join(folder, 'recaps', `${slug}.json`),
  };
}
