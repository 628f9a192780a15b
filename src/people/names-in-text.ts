import { fold } from '../text/fold.ts';
import { foldWord, isStopWord, type Word, wordsOf } from '../text/words.ts';
import { areJoined } from './joined-words.ts';
import { isNoName, isParticle, isTitle } from './name-words.ts';
import { isAtSentenceStart } from './sentence-start.ts';

/** How often a word must be seen with a capital to be taken for a name. */
const OFTEN = 2;

/** A name that a text has, and how often. */
export interface FoundName {
  readonly name: string;
  readonly count: number;
}

/**
 * The names of people and places in passages: words with a capital that begin no sentence, which stand there twice or
 * more and never in small letters. Neighbors are one name ("Mr Jaggers", "Cassie Shore").
 *
 * @param known words that are no names, such as those of the show's title
 * @returns the most frequent first
 */
export function namesInText(passages: readonly string[], known: ReadonlySet<string>): FoundName[] {
  const counts = new Map<string, { name: string; count: number }>();
  const words = nameWords(passages, known);
  for (const text of passages) {
    for (const name of namesIn(text, words)) {
      const key = fold(name);
      const found = counts.get(key) ?? { name, count: 0 };
      found.count++;
      counts.set(key, found);
    }
  }
  const often = [...counts.values()].filter(({ count }) => count >= OFTEN);
  return often.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
}

/** Whether a text is in a script that has capitals, so that names can be told from other words. */
export function hasCapitals(passages: readonly string[]): boolean {
  const letters = passages.join('').match(/\p{L}/gu)?.length ?? 0;
  const cased = passages.join('').match(/[\p{Lu}\p{Ll}\p{Lt}]/gu)?.length ?? 0;
  return letters === 0 || cased / letters > 0.5;
}

/** Words that have a capital where no sentence begins, and never a small letter. */
function nameWords(passages: readonly string[], known: ReadonlySet<string>): Set<string> {
  const small = new Set(known);
  const capital = new Set<string>();
  for (const text of passages) {
    for (const { text: word, offset } of wordsOf(text)) {
      const folded = foldWord(word);
      if (/^\p{Ll}/u.test(word)) small.add(folded);
      else if (isCapitalized(word, folded) && !isAtSentenceStart(text, offset)) capital.add(folded);
    }
  }
  for (const word of small) capital.delete(word);
  return capital;
}

/** Runs of such words, with the titles before them and the particles within. */
function namesIn(text: string, nameWords: ReadonlySet<string>): string[] {
  const names: string[] = [];
  let run: string[] = [];
  let before: Word | undefined;
  const close = () => {
    while (isParticle(run.at(-1) ?? '')) run.pop();
    if (run.some((word) => nameWords.has(foldWord(word))))
      names.push(withoutPossessive(run.join(' ')));
    run = [];
  };
  for (const at of wordsOf(text)) {
    const word = at.text;
    const folded = foldWord(word);
    if (before && !areJoined(text, before, at)) close();
    const isTitled = isTitle(folded) && /^\p{Lu}/u.test(word);
    const isWithin = run.length > 0 && isParticle(word);
    if (isTitled || isWithin || (/^\p{Lu}/u.test(word) && nameWords.has(folded))) run.push(word);
    else close();
    if (/['’]s$/.test(word)) close();
    before = at;
  }
  close();
  return names;
}

function isCapitalized(word: string, folded: string): boolean {
  if (!/^\p{Lu}/u.test(word) || word === word.toUpperCase()) return false;
  return folded.length > 1 && !/\d/.test(folded) && !isNoName(folded) && !isStopWord(folded);
}

function withoutPossessive(name: string): string {
  return name.replace(/['’]s?$/, '');
}
