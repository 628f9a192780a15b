import { stemmer } from 'stemmer';
import { irregularForms } from './irregular-forms.preval.ts';

const BASES: ReadonlyMap<string, string> = new Map(Object.entries(irregularForms));

const known = new Map<string, readonly string[]>();
/** More than the distinct words of any one show. */
const MOST_KNOWN = 50_000;

/**
 * Keys that an English word shares with its inflections: "pushed" and "pushing" have one in common, and so do "threw"
 * and "throws", "wives" and "wife". A word can have two ("left" is a form of "leave" and a word of its own). Based on
 * Porter stems and lists of irregular forms.
 *
 * @param folded a word from `foldWord`
 */
export function wordKeys(folded: string): readonly string[] {
  let keys = known.get(folded);
  if (!keys) {
    // "lying" and "died", which Porter stems differently
    const short = folded.replace(/^(..?)(?:ying|ied|ies)$/, '$1ie');
    const base = BASES.get(folded) ?? short;
    const key = stemmer(folded);
    const baseKey = base === folded ? key : stemmer(base);
    keys = key === baseKey ? [key] : [key, baseKey];
    if (known.size < MOST_KNOWN) known.set(folded, keys);
  }
  return keys;
}
