import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UnreadableFile, unreadable } from './unreadable-file.ts';

/** A folder with more files, or deeper ones, is not one of histories. */
const MAX_FILES = 20_000;
const MAX_DEPTH = 12;

/** What a history may be called; beside it a folder or an archive has pictures, videos and pages. */
const ENDING = /\.(?:csv|tsv|txt|json|xml|nfo|zip|gz)$/i;

/** Whether a file of a folder or an archive may be a history, by its name. Archives in archives are not opened. */
export function mayBeHistory(path: string): boolean {
  const isHidden = path.split('/').some((name) => name.startsWith('.') || name === '__MACOSX');
  return ENDING.test(path) && !isHidden;
}

/**
 * The files of a folder and of those in it that may be histories, in the order of their names. Links are not
 * followed.
 *
 * @throws {UnreadableFile}
 */
export function filesBelow(folder: string): string[] {
  const files: string[] = [];
  const walk = (path: string, depth: number) => {
    for (const entry of entriesOf(path)) {
      const isHidden = entry.name.startsWith('.');
      if (entry.isDirectory() && !isHidden && depth < MAX_DEPTH)
        walk(join(path, entry.name), depth + 1);
      if (!entry.isFile() || !mayBeHistory(entry.name)) continue;
      if (files.push(join(path, entry.name)) > MAX_FILES) {
        throw new UnreadableFile({ kind: 'too-many', files: MAX_FILES });
      }
    }
  };
  walk(folder, 0);
  return files;
}

function entriesOf(folder: string) {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    throw unreadable(error);
  }
}
