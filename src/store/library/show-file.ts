import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { INTRODUCTION } from '../../model/introduction.ts';
import { awaitedFile } from '../../system/file-names.ts';
import { errno } from '../disk/errno.ts';
import { entryPath, isWithin } from './file.ts';

/** The name of the file. */
const SHOW_FILE = `${INTRODUCTION}.md`;

/** The `show.md` of a folder: a file that can be opened, none, or something that is in its place and cannot be read. */
export type ShowFile =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly path: string; readonly message: string };

/**
 * Finds the `show.md` of a show's folder. Whatever is in its place and is no plain file within the library counts as
 * there: it may declare what must not be taken for nothing.
 *
 * @param root the library's folder, which links must not leave
 */
export function findShowFile(root: string, folder: string): ShowFile {
  const path = entryPath(folder, SHOW_FILE);
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) return otherName(folder) ?? { kind: 'missing' };
    const fault = stats.isSymbolicLink() ? faultOfLink(root, path) : faultOf(stats);
    if (fault === undefined) return { kind: 'file', path };
    return { kind: 'unreadable', path, message: fault };
  } catch {
    return { kind: 'unreadable', path, message: 'cannot be accessed; check its permissions' };
  }
}

function faultOf(stats: Stats): string | undefined {
  return stats.isFile() ? undefined : 'is not a plain file; replace it with one';
}

function faultOfLink(root: string, path: string): string | undefined {
  if (!leadsSomewhere(path)) return 'is a link that leads nowhere; replace it with a file';
  if (!isWithin(root, path))
    return 'is a link that leads out of the library; replace it with a file';
  return faultOf(statSync(path));
}

/** Whether a name is that of `show.md` in other letters: `Show.md` is no `show.md` on one system, and is on another. */
export function isShowFileInOtherCase(name: string): boolean {
  return name !== SHOW_FILE && name.normalize('NFKC').trim().toLowerCase() === SHOW_FILE;
}

/** A `show.md` that another system, or the cloud, has under that name. */
function otherName(folder: string): ShowFile | undefined {
  try {
    const names = readdirSync(folder);
    const awaited = names.find((name) => awaitedFile(name) === SHOW_FILE);
    if (awaited !== undefined) {
      return { kind: 'unreadable', path: entryPath(folder, SHOW_FILE), message: NOT_DOWNLOADED };
    }
    const name = names.find(isShowFileInOtherCase);
    if (name === undefined) return undefined;
    return {
      kind: 'unreadable',
      path: entryPath(folder, name),
      message: `must be named \`${SHOW_FILE}\` in lower case; rename it`,
    };
  } catch {
    // the folder itself is reported where its files are listed
    return undefined;
  }
}

const NOT_DOWNLOADED = 'is only in the cloud; download it';

function leadsSomewhere(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    // a circle of links leads nowhere
    if (['ENOENT', 'ELOOP', 'ENOTDIR'].includes(errno(error))) return false;
    throw error;
  }
}
