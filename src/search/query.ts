import { type Word, wordsOf } from './words.ts';

/** Words that stand one behind the other: a phrase in quotes, or a word by itself. */
export interface Term {
  readonly words: readonly string[];
  /** The last word may be the beginning of a longer one: so unless it was put in quotes. */
  readonly isPrefix: boolean;
}

/** An occurrence of a term in a text. */
export interface Match {
  readonly from: number;
  readonly to: number;
  /** As whole words, not only as the beginning of one. */
  readonly isWhole: boolean;
}

const QUOTES = '"“”„«»';
const PART = new RegExp(`[${QUOTES}]([^${QUOTES}]*)(?:[${QUOTES}]|$)|[^\\s${QUOTES}]+`, 'g');

/** A query as typed: words, and phrases in quotes. Empty if it has no letter. */
export function parseQuery(text: string): Term[] {
  return [...text.matchAll(PART)].flatMap(([part, phrase]) => {
    const words = wordsOf(phrase ?? part).map(({ word }) => word);
    return words.length > 0 ? [{ words, isPrefix: phrase === undefined }] : [];
  });
}

/**
 * The same from a command line, where the shell has taken the quotes away: an argument with a space in it
 * was in quotes, unless it has quotes of its own.
 */
export function parseArguments(words: readonly string[]): Term[] {
  const hasQuotes = new RegExp(`[${QUOTES}]`);
  const typed = words.map((word) =>
    /\s/.test(word.trim()) && !hasQuotes.test(word) ? `"${word}"` : word,
  );
  return parseQuery(typed.join(' '));
}

/** Every occurrence of a term among words. */
export function matchesOf({ words: wanted, isPrefix }: Term, words: readonly Word[]): Match[] {
  const found: Match[] = [];
  for (let start = 0; start + wanted.length <= words.length; start++) {
    const last = words[start + wanted.length - 1];
    const first = words[start];
    const isHere = wanted.every((word, index) => {
      const other = words[start + index]?.word;
      return other === word || (isPrefix && index === wanted.length - 1 && other?.startsWith(word));
    });
    if (!isHere || !first || !last) continue;
    found.push({ from: first.from, to: last.to, isWhole: last.word === wanted.at(-1) });
    start += wanted.length - 1;
  }
  return found;
}
