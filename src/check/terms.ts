import { wordKeys } from '../text/inflections.ts';
import { foldWord, wordsOf } from '../text/words.ts';
import { isCommon, isCommonSmall } from './common-words.ts';

/** A name or a rare word in a text: what may tell something. */
export interface Term {
  /** The same for all its inflections. */
  readonly key: string;
  /** In UTF-16 code units. */
  readonly offset: number;
}

/** What is no text: comments, addresses, tags, and a link's target. It is passed over, its places kept. */
const NO_TEXT =
  /<!--[\s\S]*?(?:-->|$)|<[^<>\n]*>|https?:\/\/[^\s)>\]]+|(?<=\]\()[^\s)]*|\{[^{}\n]*\}|`[^`\n]*`/g;

/** What stands before a word at the start of a sentence, a line, a quotation. */
const AT_START = /(?:^|[.!?:…]["'”’»)\]*_~]*\s+|\n\s*|["“‘«([|#>*_-]\s*)$/;

/** Names that everybody knows: of days, months, peoples. Forms of address come with them. */
const EVERYBODYS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december christmas easter english british american french german spanish italian russian
  chinese japanese irish scottish welsh dutch polish greek turkish indian african european asian australian canadian
  mexican swedish norwegian danish finnish portuguese roman jewish christian muslim catholic latin america england
  britain france germany spain italy russia china japan ireland scotland wales europe africa asia god lord mr mrs ms miss
  dr sir madam lady captain officer doctor professor inspector detective sergeant king queen prince princess uncle aunt
  father mother sister brother tv ok`.split(/\s+/),
);

/** What is a contraction and no word of its own. */
const CONTRACTION = /n['’]t$|['’](?:d|ll|re|ve|m|em)$/i;

/**
 * The names and rare words of a text. A name is a word with a capital where a sentence does not begin; one that may be a
 * common word as well ("Will", "Rose") counts only there. A rare word is one that few texts use.
 *
 * @param isTitle headings and titles have capitals that tell nothing
 */
export function termsOf(markdown: string, isTitle = false): Term[] {
  const text = markdown.replace(NO_TEXT, (skipped) => ' '.repeat(skipped.length));
  return wordsOf(text).flatMap(({ text: word, offset }) => {
    if (CONTRACTION.test(word)) return [];
    const folded = foldWord(word);
    if (folded.length < 3 || /\d/.test(folded) || EVERYBODYS.has(folded)) return [];
    const hasCapital = /^\p{Lu}/u.test(word);
    const isShouted = word.length > 1 && word === word.toUpperCase();
    const isNamed =
      hasCapital &&
      !isShouted &&
      !isTitle &&
      !AT_START.test(text.slice(Math.max(0, offset - 8), offset));
    if (isNamed && isCommonSmall(folded)) return [{ key: `^${folded}`, offset }];
    if (!isNamed && isCommon(folded)) return [];
    return [{ key: wordKeys(folded)[0] ?? folded, offset }];
  });
}
