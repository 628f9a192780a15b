import { wordsOf } from '../../text/words.ts';
import { isFunctionWord } from './plain-words.ts';
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

/** What a text says, word by word. */
export interface WrittenText {
  /** Its words in order, without common ones in small letters. */
  readonly words: readonly WrittenWord[];
  /** All its words in small letters, folded. */
  readonly small: ReadonlySet<string>;
  /** The clauses with a pronoun for a person, who is named before. */
  readonly pronouns: ReadonlySet<number>;
}

const PRONOUNS = new Set('he she they him them himself herself themselves'.split(' '));

/** Reads the words of a text. */
export function writtenText(markdown: string, style: Style): WrittenText {
  const text = markdown.replace(NO_TEXT, (skipped) => ' '.repeat(skipped.length));
  const words: WrittenWord[] = [];
  const small = new Set<string>();
  const pronouns = new Set<number>();
  let index = 0;
  let sentence = 0;
  let clause = 0;
  let lastEnd = -1;
  let wordEnd = 0;
  // "her" stands for a person where no noun follows it
  let clauseOfHer = -1;
  for (const { text: word, offset } of wordsOf(text)) {
    const spelling = spellingOf(word);
    if (spelling.isContraction) continue;
    const { folded, isShouted, startsWithCapital } = spelling;
    const end = offset + word.length;
    const hasCapital = style === 'tag' || startsWithCapital;
    const { isFirst, ...capital } = hasCapital ? capitalAt(text, offset, lastEnd) : NO_CAPITAL;
    const isMarked = style === 'prose' && capital.isMarked && !isShouted;
    if (isFirst && style === 'prose') {
      sentence++;
      clause++;
    }
    if (hasCapital) lastEnd = end;
    else small.add(folded);
    if (beginsClause(folded, text.slice(wordEnd, offset))) clause++;
    wordEnd = end;
    if (clauseOfHer !== -1 && (clauseOfHer !== clause || isFunctionWord(folded))) {
      pronouns.add(clauseOfHer);
    }
    clauseOfHer = folded === 'her' ? clause : -1;
    if (PRONOUNS.has(folded)) pronouns.add(clause);
    if (hasCapital || spelling.isTelling) {
      words.push({
        spelling,
        folded,
        offset,
        end,
        index,
        sentence,
        clause,
        hasCapital,
        ...capital,
        isMarked,
      });
    }
    index++;
  }
  if (clauseOfHer !== -1) pronouns.add(clauseOfHer);
  return { words, small, pronouns };
}

const NO_CAPITAL = { isFirst: false, isMarked: false, isJoined: false, followsOf: false };

/**
 * What the place of a word with a capital says about it.
 *
 * @param lastEnd where the word with a capital before it ends; -1: there is none
 */
function capitalAt(text: string, offset: number, lastEnd: number): typeof NO_CAPITAL {
  const before = text.slice(Math.max(0, offset - 16), offset);
  const isFirst = AFTER_END.test(before) && !ABBREVIATION.test(before);
  const between = lastEnd === -1 ? '' : text.slice(lastEnd, Math.min(offset, lastEnd + 12));
  const isJoined = WITHIN_NAME.test(between);
  return {
    isFirst,
    isMarked: !isFirst && !AFTER_OPENER.test(before),
    isJoined,
    followsOf: isJoined && between.includes('of'),
  };
}

/** @param gap what is between a word and the one before it */
function beginsClause(folded: string, gap: string): boolean {
  if (gap === ' ') return BARE.has(folded);
  return /[;:()—–]/.test(gap) || (gap.includes(',') ? AFTER_COMMA : BARE).has(folded);
}
