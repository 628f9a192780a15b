import type { Source } from './source.ts';
import { tvmaze } from './tvmaze.ts';
import { wikipedia } from './wikipedia.ts';

/** All sources, in the order in which they are asked: the first lists shows and episodes, the others add to that. */
export const SOURCES: readonly Source[] = [tvmaze, wikipedia];
