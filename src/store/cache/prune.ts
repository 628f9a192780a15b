import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The folders of which the cache gets another one from time to time, and how many of each it keeps. */
const KINDS: readonly { readonly name: RegExp; readonly most: number }[] = [
  // one for each set of library folders
  { name: /^index-[0-9a-f]{8}$/, most: 8 },
  // one for each version of Node and place of the program
  { name: /^v\d+\.\d+\.\d+\S*-\w+-[0-9a-f]{8}$/, most: 4 },
];

/**
 * Makes room after a folder of the cache was made: of its kind, those that were changed longest ago are removed. What is
 * removed and still in use is made again.
 *
 * @param made the new folder, which stays
 */
export function makeRoom(made: string): void {
  const kind = KINDS.find(({ name }) => name.test(basename(made)));
  if (!kind) return;
  const folder = dirname(made);
  try {
    const others = readdirSync(folder)
      .filter((name) => kind.name.test(name) && name !== basename(made))
      .map((name) => join(folder, name))
      .map((path) => ({ path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
      .sort((a, b) => b.time - a.time);
    for (const { path } of others.slice(kind.most - 1))
      rmSync(path, { recursive: true, force: true });
  } catch {
    // another program may do the same; the next one that makes a folder tries again
  }
}
