import { foldName } from '../text/fold.ts';
import { foldWord, isStopWord, wordsOf } from '../text/words.ts';
import { findPeople } from './find-people.ts';
import { mentionsOf } from './mentions.ts';
import { smallWords } from './name-forms.ts';
import { isNoName } from './name-words.ts';
import type { PeopleMet } from './people-met.ts';
import type { Person } from './person.ts';

/**
 * Whom a name may mean among those whom a reader has met. Where there are no cards, a name that the open text has is
 * found even if it occurs only once, so that it is not among those who are listed.
 */
export function askFor({ people, told }: PeopleMet, query: string): Person[] {
  const found = findPeople(people, query);
  if (found.length > 0 || told === null) return found;
  const name = spelledInText(
    query,
    told.flatMap(({ passages }) => passages),
  );
  if (name === undefined) return [];
  const named = { name, aka: [], facts: [] };
  const mentions = mentionsOf([named], told).get(named) ?? [];
  return mentions.length > 0 ? [{ ...named, mentions }] : [];
}

/** A name as texts spell it: with capitals, and never as a word in small letters. */
function spelledInText(query: string, texts: readonly string[]): string | undefined {
  const wanted = wordsOf(query).map(({ text }) => foldWord(text));
  const small = smallWords(texts);
  if (wanted.some((word) => small.has(word) || isStopWord(word) || isNoName(word)))
    return undefined;
  if (foldName(query).length < 2) return undefined;
  for (const text of texts) {
    const words = wordsOf(text);
    for (let at = 0; at + wanted.length <= words.length; at++) {
      const run = words.slice(at, at + wanted.length);
      const isSame = run.every(
        ({ text }, index) => /^\p{Lu}/u.test(text) && foldWord(text) === wanted[index],
      );
      if (isSame) return run.map(({ text }) => text.replace(/['’]s$/, '')).join(' ');
    }
  }
  return undefined;
}
