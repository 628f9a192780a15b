import { readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isReservedOnWindows, nameKey } from '../system/file-names.ts';
import type { Finding } from './finding.ts';

/**
 * Names that other systems do not have, as a library may be copied there: of the files, of others in their folders that
 * are the same file there, and of the folders.
 *
 * @param paths of a show's files
 */
export function nameFindings(paths: readonly string[]): Finding[] {
  const folders = [...new Set(paths.map((path) => dirname(path)))];
  const reserved = [...paths, ...folders]
    .filter((path) => isReservedOnWindows(basename(path, '.md')))
    .map((path) => finding(path, 'Windows cannot have a file of this name; rename it'));
  const files = folders.flatMap((folder) => alikeIn(folder, (name) => name.endsWith('.md')));
  const shows = folders.flatMap((folder) => {
    const key = nameKey(basename(folder));
    const alike = alikeIn(dirname(folder), (name) => nameKey(name) === key);
    return alike.filter(({ at }) => at.path === folder);
  });
  return [...reserved, ...files, ...shows];
}

/** Names in a folder that are the same on macOS or Windows as one that is sorted before them. */
function alikeIn(folder: string, isAsked: (name: string) => boolean): Finding[] {
  const first = new Map<string, string>();
  return readdirSync(folder)
    .filter(isAsked)
    .sort()
    .flatMap((name) => {
      const other = first.get(nameKey(name));
      if (other === undefined) {
        first.set(nameKey(name), name);
        return [];
      }
      const message = `macOS and Windows cannot have both this and \`${other}\`; rename one of them`;
      return [finding(join(folder, name), message)];
    });
}

function finding(path: string, message: string): Finding {
  return { rule: 'file/name', message, at: { path, line: 1, column: 1 }, related: undefined };
}
