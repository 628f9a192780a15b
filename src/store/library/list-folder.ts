import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { INTRODUCTION } from '../../model/introduction.ts';
import { awaitedFile } from '../../system/file-names.ts';
import { currentGeneration } from '../added/generation.ts';
import { entryPath, isWithin } from './file.ts';
import type { LibraryFolder } from './folders.ts';
import type { Report } from './report.ts';
import type { ShowFile } from './show-file.ts';

const ASCII_SLUG = /^[A-Za-z\d][\w.-]*$/;
const EXTENSION = '.md';

/** A folder of a show. Several folders of a library may have the same show. */
export interface ShowFolder {
  /** The library's folder that it is in. */
  readonly root: string;
  readonly path: string;
  /** It was fetched: nobody chose its name for the show. */
  readonly isFetched: boolean;
}

/**
 * The slug of a folder or of a file without its extension: the name in NFC, as disks keep names in several normal forms.
 * `undefined` for a name that is no slug.
 */
function slugOfName(name: string): string | undefined {
  if (ASCII_SLUG.test(name)) return name;
  const slug = name.normalize('NFC');
  // made only for such names: compiling it takes a few hundredths of what `recap list` takes
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u.test(slug) ? slug : undefined;
}

/** The folders of shows in the folders of a library, by slug. @param folders the strongest first, as in the result */
export function listShowFolders(
  folders: readonly LibraryFolder[],
  report: Report,
): Map<string, ShowFolder[]> {
  const shows = new Map<string, ShowFolder[]>();
  for (const { path: root, isExpected, isAdded = false } of folders) {
    if (!existsSync(root)) {
      if (isExpected) report(root, problem('library/missing', 'there is no such folder of recaps'));
      continue;
    }
    for (const name of list(root, root, (entry) => entry.isDirectory(), report)) {
      const folder = entryPath(root, name);
      const path = isAdded ? currentGeneration(folder) : folder;
      if (path === undefined) continue;
      const slug = slugOfName(name);
      if (slug === undefined) {
        if (!isAdded && looksLikeShow(name, path)) report(path, problem('show/name', NO_SLUG));
        continue;
      }
      shows.set(slug, [...(shows.get(slug) ?? []), { root, path, isFetched: isAdded }]);
    }
  }
  return shows;
}

/** The paths of the Markdown files in a show's folder by their names without extension, sorted. */
export function listMarkdown(
  { root, path }: ShowFolder,
  showFile: ShowFile,
  report: Report,
): Map<string, string> {
  const files = new Map<string, string>();
  if (showFile.kind === 'file') files.set(INTRODUCTION, showFile.path);
  const isFileOrAwaited = (entry: Dirent) =>
    entry.isFile() || awaitedFile(entry.name) !== undefined;
  for (const name of list(root, path, isFileOrAwaited, report)) {
    const slug = slugOfFile(name);
    if (slug === undefined) reportAwaited(path, name, report);
    else if (slug !== INTRODUCTION) files.set(slug, entryPath(path, name));
  }
  return files;
}

/** The slug of a Markdown file; `undefined` for any other name. */
function slugOfFile(name: string): string | undefined {
  return name.endsWith(EXTENSION) ? slugOfName(name.slice(0, -EXTENSION.length)) : undefined;
}

/** Reports a recap that a cloud drive has not downloaded. `findShowFile` looks for such a `show.md`. */
function reportAwaited(folder: string, name: string, report: Report): void {
  const awaited = awaitedFile(name);
  if (!awaited?.endsWith(EXTENSION) || awaited === `${INTRODUCTION}${EXTENSION}`) return;
  report(
    entryPath(folder, awaited),
    problem('file/unreadable', 'the file is only in the cloud; download it'),
  );
}

const NO_SLUG =
  'the library ignores this folder; its name must begin with a letter or digit and contain only letters, digits, `.`, `_` and `-`';

/** Whether somebody may take a folder for a show. */
function looksLikeShow(name: string, path: string): boolean {
  if (/^[._]/.test(name)) return false;
  try {
    return readdirSync(path).some((file) => file.endsWith(EXTENSION));
  } catch {
    return false;
  }
}

function list(
  root: string,
  folder: string,
  isWanted: (entry: Dirent) => boolean,
  report: Report,
): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => {
        const isLink = entry.isSymbolicLink();
        return isWanted(entry) || (isLink && isWithin(root, entryPath(folder, entry.name)));
      })
      .map(({ name }) => name)
      .sort();
  } catch {
    report(folder, problem('library/unreadable', 'the folder cannot be read'));
    return [];
  }
}

function problem(rule: string, message: string) {
  return { rule, message, position: { line: 1, column: 1 } };
}
