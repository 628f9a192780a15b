import type { RecapFile, ShowContents } from '../gated/show-contents.ts';
import type { Reader } from './episode-title.ts';
import { listing } from './listing.ts';

/** The recaps of the episodes that a reader has watched, in viewing order. */
export function watchedRecaps(contents: ShowContents, reader: Reader): RecapFile[] {
  return listing(contents, reader)
    .filter(({ state, episode }) => state === 'watched' && episode !== null)
    .map(({ file }) => file);
}
