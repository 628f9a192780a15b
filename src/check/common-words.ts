import { wordKeys } from '../text/inflections.ts';
import { MOST_WORDS, memoized } from '../text/memoized.ts';
import { capitalKeys, commonWords, smallKeys } from './common-word-list.preval.ts';

/** The keys of the common words that are written small, and of those that are mostly written with a capital. */
const small = new Set(smallKeys.split(' '));
const capital = new Set(capitalKeys.split(' '));
/** The words as they are. */
const exact = new Set(commonWords.split(' '));

/** Spellings of British English, and what the list, which is American, has for them. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/our/, 'or'],
  [/tre(?=s?$)/, 'ter'],
  [/is(?=e|ing|ation)/, 'iz'],
  [/ys(?=e|ing)/, 'yz'],
  [/ll(?=ed|ing|er)/, 'l'],
  // not of short words: Shae is no "she"
  [/(?<=.{2,})[ao]e(?=.{2,})|^[ao]e(?=.{4,})/, 'e'],
  [/ogue/, 'og'],
  [/ence(?=s?$)/, 'ense'],
  [/grey/, 'gray'],
  [/mme(?=s?$)/, 'm'],
  [/ou(?=ld|lt)/, 'o'],
];

/** Endings of what is made of another word: it is common if that is. */
const ENDINGS = /(?:ers?|ors?|ly|ness|less|ful|ish|like|able)$/;

/** Whether a word is one that any text may use as it stands, written small. */
export function isCommon(folded: string): boolean {
  return kindOf(folded) !== 'rare';
}

/** Whether a name may also be a common word, as "Will" and "Rose" may. */
export function isCommonSmall(folded: string): boolean {
  return kindOf(folded) === 'small';
}

const kindOf = memoized((folded): 'small' | 'capital' | 'rare' => {
  if (isSurnameOf(folded)) return 'rare';
  const keys = wordKeys(folded);
  if (keys.some((key) => small.has(key))) return 'small';
  const others = otherForms(folded).flatMap(wordKeys);
  if (others.some((key) => small.has(key))) return 'small';
  return [...keys, ...others].some((key) => capital.has(key)) ? 'capital' : 'rare';
}, MOST_WORDS);

/** What a word is made of, and its American spellings. */
function otherForms(folded: string): string[] {
  const base = folded.replace(ENDINGS, '');
  const forms = base.length > 2 ? [base, `${base}e`] : [];
  for (const [from, to] of SPELLINGS) if (from.test(folded)) forms.push(folded.replace(from, to));
  return forms;
}

/** Poole and Clarke have the stems of "pool" and "Clark", and are no forms of them. */
function isSurnameOf(folded: string): boolean {
  return folded.endsWith('e') && !exact.has(folded) && exact.has(folded.slice(0, -1));
}
