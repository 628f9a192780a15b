import { decodeHTML } from 'entities';
import plurals from 'irregular-plurals';
import { stemmer } from 'stemmer';
import verbs from 'wink-lexicon/src/irregular-verbs.js';
import { sanitize } from './sanitize.ts';

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

export function isStopWord(folded: string): boolean {
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

/** What is not seen once a text is rendered: comments, scripts, tags, marks of a view. */
const UNSEEN =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?<\/\1\s*>|<\/?[a-z](?:"[^"]*"|'[^']*'|[^<>"'])*>|[\uFDD0\uFDD1]\d*\uFDD3?|[\uFDD2\uFDD3]/gi;
/** A tag that parts words. */
const BREAK = /^<\/?(?:br|p|div|li|[uo]l|t[dhr]|table|h[1-6r]|blockquote|pre)\b/i;
/** Signs of markup within words. */
const SIGNS = /[*_~`\\]/g;
/** What a link, a picture or a note has around and behind its words. */
const AROUND = /\[\^[^\]\n]*\]|\]\([^()\n]*\)|\]\[[^\]\n]*\]|!?\[|\]/g;

/**
 * The keys of all words of a stretch of Markdown. As what is markup and what is text is not known, it is read in
 * several ways: as it stands; with what is not seen left out, or a space in its place; without links; with
 * addresses decoded. A word that is there in one of them is there.
 */
export function keysOf(markdown: string): Set<string> {
  const readings = new Set([markdown]);
  if (/[<*_~`\\&[\]\uFDD0-\uFDD3%]/.test(markdown)) {
    const joined = markdown
      .replace(UNSEEN, (tag) => (BREAK.test(tag) ? ' ' : ''))
      .replace(SIGNS, '');
    const apart = markdown.replace(UNSEEN, ' ').replace(SIGNS, '');
    for (const reading of [joined, apart, joined.replace(AROUND, '')])
      readings.add(decodeHTML(reading));
    readings.add(unescapedAddress(markdown));
  }
  const keys = new Set<string>();
  for (const reading of readings) {
    // what is invisible in an entity is taken out when it is shown
    for (const { text } of wordsOf(sanitize(reading).normalize('NFKC'))) {
      for (const key of wordKeys(foldedWord(text))) keys.add(key);
    }
  }
  return keys;
}

function unescapedAddress(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}
