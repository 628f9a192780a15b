import { foldWord, type Word } from '../text/words.ts';
import { isTitle } from './name-words.ts';

/** Whether two words of a text follow each other as those of a name do: "June Park", "Mary-Ann", "Dr. Watson", "J. R.". */
export function areJoined(text: string, before: Word, after: Word): boolean {
  const between = text.slice(before.offset + before.text.length, after.offset);
  if (between === ' ' || between === '-') return true;
  // any other period ends a sentence
  const isShort = before.text.length === 1 || isTitle(foldWord(before.text));
  return isShort && /^\.? ?$/.test(between);
}
