import { wordsOf } from '../../text/words.ts';
import { isAlsoFirstName, isFunctionWord } from './plain-words.ts';
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
  /** Counts the runs of neighboring words with a capital (`WrittenText.runs`); a word in none has a negative number. */
  readonly run: number;
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
  /** Its runs of neighboring words with a capital. A function word is in none, unless it is written like a name. */
  readonly runs: readonly (readonly WrittenWord[])[];
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
  const runs: WrittenWord[][] = [];
  const small = new Set<string>();
  const pronouns = new Set<number>();
  let run: WrittenWord[] | undefined;
  let index = 0;
  let sentence = 0;
  let clause = 0;
  let lastEnd = -1;
  let wordEnd = 0;
  // "her" stands for a person where no noun follows it
  let clauseOfHer = -1;
  for (const word of wordsOf(text)) {
    const spelling = spellingOf(word.text);
    if (spelling.isContraction) continue;
    const { folded } = spelling;
    const { offset } = word;
    const end = offset + word.text.length;
    const hasCapital = style === 'tag' || spelling.startsWithCapital;
    const place = hasCapital ? capitalAt(text, offset, wordEnd, lastEnd) : NO_CAPITAL;
    if (place.isFirst && style === 'prose') {
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
      const isMarked = style === 'prose' && place.isMarked && !spelling.isShouted;
      const isName =
        hasCapital && (!isFunctionWord(folded) || (isMarked && isAlsoFirstName(folded)));
      if (hasCapital && !(isName && place.isJoined)) run = undefined;
      if (isName && !run) {
        run = [];
        runs.push(run);
      }
      const written = {
        spelling,
        folded,
        offset,
        end,
        index,
        run: isName ? runs.length - 1 : -1 - index,
        sentence,
        clause,
        hasCapital,
        isMarked,
        isJoined: place.isJoined,
        followsOf: place.followsOf,
      };
      words.push(written);
      if (isName) run?.push(written);
    }
    index++;
  }
  if (clauseOfHer !== -1) pronouns.add(clauseOfHer);
  return { words, runs, small, pronouns };
}

const NO_CAPITAL = { isFirst: false, isMarked: false, isJoined: false, followsOf: false };

/**
 * What the place of a word with a capital says about it.
 *
 * @param wordEnd where the word before it ends; 0: there is none
 * @param lastEnd where the word with a capital before it ends; -1: there is none
 */
function capitalAt(
  text: string,
  offset: number,
  wordEnd: number,
  lastEnd: number,
): typeof NO_CAPITAL {
  const between = lastEnd === -1 ? '' : text.slice(lastEnd, Math.min(offset, lastEnd + 12));
  const isJoined = WITHIN_NAME.test(between);
  const followsOf = isJoined && between.includes('of');
  // most stand right behind another word, so nothing but a name explains the capital
  if (wordEnd > 0 && offset === wordEnd + 1 && text[wordEnd] === ' ') {
    return { isFirst: false, isMarked: true, isJoined, followsOf };
  }
  const before = text.slice(Math.max(0, offset - 16), offset);
  const isFirst = AFTER_END.test(before) && !ABBREVIATION.test(before);
  return { isFirst, isMarked: !isFirst && !AFTER_OPENER.test(before), isJoined, followsOf };
}

/** @param gap what is between a word and the one before it */
function beginsClause(folded: string, gap: string): boolean {
  if (gap === ' ') return BARE.has(folded);
  return /[;:()—–]/.test(gap) || (gap.includes(',') ? AFTER_COMMA : BARE).has(folded);
}
