import { basename, dirname } from 'node:path';
import type { ShowSummary } from '../gated/show-summary.ts';
import { BUILT_IN_RECAPS } from '../installation.ts';
import { FOLDERS } from '../store/config/settings.ts';
import { platformFolder } from '../store/disk/platform-folder.ts';
import { type LibraryFolder, libraryFolders } from '../store/library/folders.ts';
import { Library } from '../store/library/library.ts';
import type { Host } from './host.ts';
import { problemText } from './problem-text.ts';

/**
 * The folders that make up the library, strongest first.
 *
 * @param named the values of `--library`
 */
export function foldersOf(named: readonly string[] | undefined, host: Host): LibraryFolder[] {
  const folders = [...(named ?? [])].reverse();
  return libraryFolders([...folders, ...host.config.all(FOLDERS)], BUILT_IN_RECAPS, host);
}

/** Opens the library, with an index of it in the cache folder. */
export function openLibrary(named: readonly string[] | undefined, host: Host): Library {
  return Library.open(foldersOf(named, host), platformFolder('cache', host));
}

/**
 * A sentence for each unreadable file in the library so far, without quoting it.
 *
 * @param show only files of this show
 */
export function libraryProblems({ problems }: Library, show?: ShowSummary): string[] {
  return problems
    .filter(({ path }) => !show || basename(dirname(path)).normalize('NFC') === show.slug)
    .map(({ path, problem }) => problemText(path, problem));
}
