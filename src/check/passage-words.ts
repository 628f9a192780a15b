import { type Word, wordsOf } from '../text/words.ts';
import type { Passage } from './passages.ts';

const known = new WeakMap<Passage, readonly Word[]>();

/** The words of a passage, which the rules about secrets, leaks and people read. */
export function wordsOfPassage(passage: Passage): readonly Word[] {
  let words = known.get(passage);
  if (!words) {
    words = wordsOf(passage.text);
    known.set(passage, words);
  }
  return words;
}

/** The words that are left of a passage when parts of it are replaced with spaces. */
export function wordsLeft(passage: Passage, blanked: string): readonly Word[] {
  const words = wordsOfPassage(passage);
  if (blanked === passage.text) return words;
  const left: Word[] = [];
  for (const word of words) {
    const { text, offset } = word;
    if (blanked.startsWith(text, offset)) left.push(word);
    else if (blanked.slice(offset, offset + text.length).trim() !== '') {
      // only a part of the word is blanked, so what is left of it is another one
      return wordsOf(blanked);
    }
  }
  return left;
}
