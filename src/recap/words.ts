import { decodeHTML } from 'entities';
import plurals from 'irregular-plurals';
import { stemmer } from 'stemmer';
import verbs from 'wink-lexicon/src/irregular-verbs.js';

/** A word: letters and digits, an apostrophe or a mark of accent within them. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}\p{M}]+)*/gu;

/** Words that carry a sentence and tell nothing: whether a text says something does not depend on them. */
const IDLE = new Set(
  'a an the and or but of to in on at by for from with into as is are was were be been being am'.split(
    ' ',
  ),
);

const SINGULARS: ReadonlyMap<string, string> = new Map(
  [...plurals].map(([singular, plural]) => [plural, singular]),
);

/** A word of a text and where it stands, in UTF-16 code units. */
export interface Word {
  readonly text: string;
  readonly offset: number;
}

/** The words of a text in their order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(WORD), (match) => ({ text: match[0], offset: match.index }));
}

/** A word as it is compared: in lower case, without accents and without a possessive. */
export function foldedWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/['’]/g, '');
}

export function isIdle(folded: string): boolean {
  return IDLE.has(folded);
}

const known = new Map<string, readonly string[]>();
/** More different words than that are those of no show. */
const MOST_KNOWN = 50_000;

/**
 * What a word has in common with its inflections: "pushed" and "pushing" share a key, as do "threw" and
 * "throws", "wives" and "wife". A word can have two ("left" is of "leave", and of nothing). Porter's stems,
 * and lists of what English inflects by no rule.
 *
 * @param folded a word from `foldedWord`
 */
export function wordKeys(folded: string): readonly string[] {
  let keys = known.get(folded);
  if (!keys) {
    // "lying" and "died", which Porter does not bring together
    const short = folded.replace(/^(..?)(?:ying|ied|ies)$/, '$1ie');
    const base = verbs[folded] ?? SINGULARS.get(folded) ?? short;
    keys = [...new Set([stemmer(folded), stemmer(base)])];
    if (known.size < MOST_KNOWN) known.set(folded, keys);
  }
  return keys;
}

/** Marks that part a word in a source and are not seen, once it is rendered. */
const MARKUP = /<[^<>]*>|[*_~`\\]/g;

/**
 * The keys of all words of a stretch of Markdown, read in two ways, as what is markup and what is text is
 * not known: as it stands, and with markup left out and entities decoded, so that `De**l**ia` is a word too.
 */
export function keysOf(markdown: string): Set<string> {
  const readings = [markdown];
  if (/[<*_~`\\&]/.test(markdown)) readings.push(decodeHTML(markdown.replace(MARKUP, '')));
  const keys = new Set<string>();
  for (const reading of readings) {
    for (const { text } of wordsOf(reading)) {
      for (const key of wordKeys(foldedWord(text))) keys.add(key);
    }
  }
  return keys;
}
