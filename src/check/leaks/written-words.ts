import { wordsOf } from '../../text/words.ts';
import { type Spelling, spellingOf } from './spelling.ts';

/** How a text uses capitals: as prose does, for any word as titles do, or not at all. */
export type Style = 'prose' | 'title' | 'tag';

/** A word with what its spelling and its place say about it. */
export interface WrittenWord {
  readonly spelling: Spelling;
  readonly folded: string;
  /** In UTF-16 code units. */
  readonly offset: number;
  readonly end: number;
  /** Counts the words of the text. */
  readonly index: number;
  /** Count the sentences and clauses of the text. */
  readonly sentence: number;
  readonly clause: number;
  readonly hasCapital: boolean;
  /** It has a capital, and nothing but a name explains it. */
  readonly isMarked: boolean;
  /** It belongs together with the word with a capital before it, as in "Night King" or "Mother of Dragons". */
  readonly isJoined: boolean;
  /** It does so by "of". */
  readonly followsOf: boolean;
}

/** What is no text: comments, addresses, tags, the target of a link. It is passed over, its places kept. */
const NO_TEXT =
  /<!--[\s\S]*?(?:-->|$)|<[^<>\n]*>|https?:\/\/[^\s)>\]]+|(?<=\]\()[^\s)]*|\{[^{}\n]*\}|`[^`\n]*`/g;

/** A full stop after a form of address or an initial, which ends no sentence. */
const ABBREVIATION =
  /(?:^|[\s("“])(?:Mrs?|Ms|Mme|Dr|St|Sgt|Lt|Capt|Cmdr|Col|Gen|Prof|Rev|Hon|\p{Lu})\.\s+$/u;
/** The end of a sentence or block, up to the next word. */
const AFTER_END =
  /(?:^|[.!?…]["'”’»)\]*_~]*\s+|\n\s*\n\s*|\|\s*|\n[ \t>]*(?:[-*+#>]+|\d{1,3}[.)])[ \t]+)[^\p{L}\p{N}]*$/u;
/** What opens a quotation or a clause that may begin with a capital. */
const AFTER_OPENER = /[:"“‘«([|#>*_-]\s*$/;
/** What may be between two words of one name. */
const WITHIN_NAME = /^(?:[ \t]+|[ \t]*\n[ \t]*|-|\s+of\s+(?:the\s+)?)$/;

/** Words that begin a clause by themselves, and those that do so after a comma. */
const BARE = new Set(['when', 'while', 'because', 'until', 'where', 'who']);
const AFTER_COMMA = new Set([
  ...BARE,
  ...'and but or so then which whose whom as before after though although if'.split(' '),
]);

/** The words of a text in order. */
export function* writtenWords(markdown: string, style: Style): Generator<WrittenWord> {
  const text = markdown.replace(NO_TEXT, (skipped) => ' '.repeat(skipped.length));
  let index = 0;
  let sentence = 0;
  let clause = 0;
  let lastEnd = -1;
  let wordEnd = 0;
  for (const { text: word, offset } of wordsOf(text)) {
    const spelling = spellingOf(word);
    if (spelling.isContraction) continue;
    const { folded, isShouted, startsWithCapital } = spelling;
    const end = offset + word.length;
    const hasCapital = style === 'tag' || startsWithCapital;
    let isMarked = false;
    let isJoined = false;
    let followsOf = false;
    if (hasCapital) {
      const before = text.slice(Math.max(0, offset - 16), offset);
      const isFirst = AFTER_END.test(before) && !ABBREVIATION.test(before);
      if (isFirst && style === 'prose') {
        sentence++;
        clause++;
      }
      isMarked = style === 'prose' && !isFirst && !isShouted && !AFTER_OPENER.test(before);
      const between = lastEnd === -1 ? '' : text.slice(lastEnd, Math.min(offset, lastEnd + 12));
      isJoined = WITHIN_NAME.test(between);
      followsOf = isJoined && between.includes('of');
      lastEnd = end;
    }
    const gap = text.slice(wordEnd, offset);
    if (/[;:()—–]/.test(gap) || (gap.includes(',') ? AFTER_COMMA : BARE).has(folded)) clause++;
    wordEnd = end;
    yield {
      spelling,
      folded,
      offset,
      end,
      index,
      sentence,
      clause,
      hasCapital,
      isMarked,
      isJoined,
      followsOf,
    };
    index++;
  }
}
