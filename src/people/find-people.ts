import { foldName } from '../text/fold.ts';
import { wordKeys } from '../text/inflections.ts';
import { foldWord, wordsOf } from '../text/words.ts';
import type { Person } from './person.ts';

/**
 * The people whom a name may mean: those who have it, else those of whose names it has the words, in any inflection, or
 * the beginnings of words. A name that nobody has finds nobody, whether or not somebody has it later.
 */
export function findPeople(people: readonly Person[], query: string): Person[] {
  const wanted = foldName(query);
  const words = wordsOf(query).map(({ text }) => foldWord(text));
  if (words.length === 0) return [];
  const tests: ((name: string) => boolean)[] = [
    (name) => foldName(name) === wanted,
    (name) => words.every((word) => wordsIn(name).some((other) => isSame(word, other))),
    (name) => words.every((word) => wordsIn(name).some((other) => other.startsWith(word))),
  ];
  for (const test of tests) {
    const found = people.filter(({ name, aka }) => [name, ...aka].some(test));
    if (found.length > 0) return found;
  }
  return [];
}

function wordsIn(name: string): string[] {
  return wordsOf(name).map(({ text }) => foldWord(text));
}

function isSame(a: string, b: string): boolean {
  return a === b || wordKeys(a).some((key) => wordKeys(b).includes(key));
}
