import { relative, resolve } from 'node:path';
import { isBelow } from '../../system/paths.ts';
import { SYSTEM } from '../../system/system.ts';

/** A path as messages show it: relative to the working directory if it is inside it, else as it is. */
export function displayPath(path: string): string {
  return isBelow(resolve(''), resolve(path), SYSTEM) ? relative('', path) : path;
}
