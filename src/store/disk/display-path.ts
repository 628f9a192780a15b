import { relative } from 'node:path';

/** A path as messages show it: relative to the working directory if it is inside it, else as it is. */
export function displayPath(path: string): string {
  const near = relative('', path);
  return near === '' || near.startsWith('..') ? path : near;
}
