import type { Tool } from './tool.ts';
import { listRecaps } from './tools/list-recaps.ts';
import { listShows } from './tools/list-shows.ts';
import { previously } from './tools/previously.ts';
import { readRecap } from './tools/read-recap.ts';
import { search } from './tools/search.ts';
import { storySoFar } from './tools/story-so-far.ts';
import { whoIs } from './tools/who-is.ts';

/** All tools of the server. None of them sets a place, peeks, or accepts a place or a profile. */
export const TOOLS: readonly Tool[] = [
  listShows,
  listRecaps,
  readRecap,
  storySoFar,
  previously,
  whoIs,
  search,
];
