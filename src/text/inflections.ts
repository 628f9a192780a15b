import { stemmer } from 'stemmer';
import { irregularForms } from './irregular-forms.preval.ts';
import { MOST_WORDS, memoized } from './memoized.ts';

const BASES: ReadonlyMap<string, string> = new Map(Object.entries(irregularForms));

/**
 * Keys that an English word shares with its inflections: "pushed" and "pushing" have one in common, and so do "threw"
 * and "throws", "wives" and "wife". A word can have two ("left" is a form of "leave" and a word of its own). Based on
 * Porter stems and lists of irregular forms.
 *
 * @param folded a word from `foldWord`
 */
export const wordKeys = memoized<readonly string[]>((folded) => {
  // "lying" and "died", which Porter stems differently
  const short = folded.replace(/^(..?)(?:ying|ied|ies)$/, '$1ie');
  const base = BASES.get(folded) ?? short;
  const key = stemmer(folded);
  const baseKey = base === folded ? key : stemmer(base);
  return key === baseKey ? [key] : [key, baseKey];
}, MOST_WORDS);
