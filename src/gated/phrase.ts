import { fold } from '../text/fold.ts';
import { wordKeys } from '../text/inflections.ts';
import { mayJoinWords } from '../text/joined-words.ts';
import { readingsOf } from '../text/markdown-readings.ts';
import { MOST_WORDS, memoized } from '../text/memoized.ts';
import { foldWord, isStopWord, partsOfWord, wordsOf } from '../text/words.ts';

/** The content of a stretch of text, to look for phrases in. */
export interface Statement {
  /** The keys of its words (`wordKeys`). */
  readonly keys: ReadonlySet<string>;
  /** Its letters in scripts without spaces, folded and with nothing between them; empty if there are none. */
  readonly letters: string;
}

/** One word of a phrase. */
interface PhraseWord {
  /** The keys of the words that it is found by; none if it is found by its letters. */
  readonly keys: readonly string[];
  isIn(statement: Statement): boolean;
}

/** Scripts without spaces between words, and Hangul, whose words take suffixes. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}]/u;
/** A run of letters in one such script, or in any others. */
const SCRIPT_RUN =
  /\p{Script=Han}+|\p{Script=Hiragana}+|[\p{Script=Katakana}\u30fc]+|[\p{Script=Hangul}]+|[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}]).)+/gsu;
/** Initials with periods are also one word: `J.R.` is `JR`. */
const INITIALS = /(?<![\p{L}\p{N}])\p{L}(?:\.[ \u00a0]?\p{L})+(?![\p{L}\p{N}])/gu;
/** A quick test for initials: few sentences have a letter right after a period. */
const PERIOD_WITHIN = /\.[ \u00a0]?\p{L}/u;
/** Words written together, as in `#EddaKilledIvo`. */
const CAMEL_CASE = /(?<=\p{Ll})(?=\p{Lu})/gu;
/** Numbers written together with a word, as in `Edda²` and `R2D2`. */
const BESIDE_DIGITS = /(?<=[\p{L}\p{M}])(?=\p{N})|(?<=\p{N})(?=\p{L})/gu;

/** Chinese function characters. */
const CHINESE_PARTICLES = /[的了是在被把着了和]/g;
/** A Chinese phrase at least this long is found with its characters in any order; a shorter one only as written. */
const REORDERED = 4;
/** Korean noun particles, the longest first. */
const KOREAN_PARTICLE =
  /(?:이었다|였다|이다|에게서|에게|에서|으로|까지|부터|은|는|이|가|을|를|의|에|와|과|도|로|만)$/;
/** The end of a Korean verb with what conjugation changes before it. */
const KOREAN_VERB = /.다$/;
/** What Arabic and Hebrew attach to a word: "and", "in", "to", "the". */
const JOINED_BEFORE = /^(?:ال|لل|[وفبكل]|[והבלמשכ])/;
/** The fewest letters to leave when something is removed from a word. */
const SHORTEST = 3;

/** A phrase that no text may hold: all its content words, in any inflection and order. */
export class Phrase {
  readonly #words: readonly PhraseWord[];

  /** @param phrase at least one word */
  constructor(phrase: string) {
    const words = wordsOf(withInitialsJoined(phrase));
    const telling = words.filter(({ text }) => {
      const folded = foldWord(text);
      return !isStopWord(folded) && !(folded.length === 1 && !UNSPACED.test(folded));
    });
    this.#words = (telling.length > 0 ? telling : words).flatMap(({ text }) => phraseWords(text));
  }

  isIn(statement: Statement): boolean {
    return this.#words.every((word) => word.isIn(statement));
  }

  /** The keys that its words are found by. */
  get keys(): readonly string[] {
    return this.#words.flatMap(({ keys }) => keys);
  }
}

/** Views of a recap at several places have most sentences in common. */
const MOST_STATEMENTS = 2000;

/** What a stretch of Markdown says, in any of the ways in which it can be read. */
export const statementOf = memoized(readStatement, MOST_STATEMENTS);

function readStatement(markdown: string): Statement {
  const keys = new Set<string>();
  const letters: string[] = [];
  for (const reading of readingsOf(markdown)) {
    addKeys(reading, keys);
    if (PERIOD_WITHIN.test(reading)) {
      for (const [initials] of reading.matchAll(INITIALS)) keys.add(initialsOf(initials));
    }
    if (UNSPACED.test(reading)) letters.push(fold(reading).replace(/[^\p{L}\p{M}\p{N}]+/gu, ''));
  }
  return { keys, letters: letters.join(' ') };
}

/** Markup beside an apostrophe, as in `*O*'Neil`, but not before a genitive; an escaped letter of an address. */
const WITHIN_WORD = /[*_~`\])>}]['’‘‛ʼʹʻ′´](?!s\b)|['’‘‛ʼʹʻ′´][*_~`[<]|%[\da-f]{2}/i;
/** What is between a word and a letter by itself. Each run is looked at once. */
const BEFORE_LETTER = /(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+(?=\p{L}(?![\p{L}\p{N}]))/gu;
const ENDS_IN_LETTER = /(?<![\p{L}\p{N}])\p{L}$/u;
/** A letter with what is before it, in UTF-16 code units. */
const TWO_CHARACTERS = 4;

/**
 * Whether every part of a stretch of Markdown says the words that are written in it and no others: no markup, entity or
 * character that decomposes could make other words of them.
 */
export function saysAsWritten(markdown: string): boolean {
  const text = markdown.normalize('NFKC');
  if (text !== markdown && text !== markdown.replace(/…/g, '...').replace(/\xa0/g, ' ')) {
    return false;
  }
  return !mayJoinWords(text) && !WITHIN_WORD.test(text) && !mayHoldInitials(text);
}

/** Whether two letters by themselves may be initials: a period and at most one space between them, and perhaps markup. */
function mayHoldInitials(text: string): boolean {
  for (const { 0: between, index } of text.matchAll(BEFORE_LETTER)) {
    const pieces = between.split(/\s/);
    const before = text.slice(Math.max(0, index - TWO_CHARACTERS), index);
    if (pieces.length <= 2 && pieces[0]?.includes('.') && ENDS_IN_LETTER.test(before)) return true;
    if (pieces.slice(-2).some(endsMarkupBeforePeriod)) return true;
  }
  return false;
}

/** Whether there is the end of a link or other markup, in which the first letter may be, and then a period. */
function endsMarkupBeforePeriod(marks: string): boolean {
  const end = marks.search(/[\])>}]/);
  return end !== -1 && marks.includes('.', end);
}

/** Adds the keys of all words of a text. */
function addKeys(text: string, keys: Set<string>): void {
  for (const { text: word } of wordsOf(text)) for (const key of keysOf(word)) keys.add(key);
}

/** A word with a single form: no accent, apostrophe or capital within, and no digits beside letters. */
const SIMPLE = /^(?:[A-Z]?[a-z]*|[A-Z]*|\d*)$/;

/** The keys of all forms of a word as it is written. */
export const keysOf = memoized<readonly string[]>((word) => {
  if (SIMPLE.test(word)) return wordKeys(word.toLowerCase());
  const forms = formsOf(word);
  const numbered = partsAt(BESIDE_DIGITS, word);
  const pairs = numbered.slice(1).map((part, index) => `${numbered[index]}${part}`);
  for (const part of [...partsAt(CAMEL_CASE, word), ...numbered, ...pairs]) {
    for (const form of formsOf(part)) forms.add(form);
  }
  return [...new Set([...forms].flatMap(wordKeys))];
}, MOST_WORDS);

/** The words that are written together in one, if there is such a seam in it. */
function partsAt(seam: RegExp, word: string): string[] {
  const apart = word.replace(seam, ' ');
  return apart === word ? [] : wordsOf(apart).map(({ text }) => text);
}

/** The possible readings of a word: whole, its parts between apostrophes, without attached words. */
function formsOf(word: string): Set<string> {
  const forms = new Set([foldWord(word), ...partsOfWord(word)]);
  for (const form of forms) {
    const shorter = form.replace(JOINED_BEFORE, '');
    if (shorter.length >= SHORTEST) forms.add(shorter);
  }
  return forms;
}

/** What a text must contain to contain a word of a phrase. */
function phraseWords(word: string): PhraseWord[] {
  if (!UNSPACED.test(word)) return [hasWord(word)];
  const runs = Array.from(fold(word).matchAll(SCRIPT_RUN), ([run]) => run);
  // Japanese uses hiragana beside other letters for inflections
  const telling = runs.filter((run) => !/^\p{Script=Hiragana}/u.test(run));
  return (telling.length > 0 ? telling : runs).flatMap(wordsOfRun);
}

function wordsOfRun(run: string): PhraseWord[] {
  if (!UNSPACED.test(run)) return [hasKey([run])];
  if (/\p{Script=Hangul}/u.test(run)) return [hasLetters(koreanStem(run))];
  if (/^\p{Script=Han}/u.test(run)) return [hasChinese(run)];
  if (/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(run)) {
    return unspacedWords(run).map(hasLetters);
  }
  return [hasLetters(run)];
}

/** The forms in which a text may contain a word of a phrase: whole, or the longest of its parts between apostrophes. */
function alternativesOf(word: string): string[] {
  const parts = partsOfWord(word);
  const longest = Math.max(...parts.map(({ length }) => length));
  const longestParts = parts.filter(({ length }) => length === longest);
  return [...new Set([...formsOf(foldWord(word)), ...longestParts])];
}

/**
 * The word as it is, or the numbers and letters in it apart: `R2-D2` is `R2D2`. A letter and a digit tell too little, as
 * in `A2`: most texts have an "a", and many a "2".
 */
function hasWord(word: string): PhraseWord {
  const whole = hasKey(alternativesOf(word));
  const parts = partsAt(BESIDE_DIGITS, word).map((part) => hasKey(alternativesOf(part)));
  if (parts.length === 0 || foldWord(word).length <= 2) return whole;
  return {
    keys: [whole, ...parts].flatMap(({ keys }) => keys),
    isIn: (statement) => whole.isIn(statement) || parts.every((part) => part.isIn(statement)),
  };
}

function hasKey(alternatives: readonly string[]): PhraseWord {
  const wanted = alternatives.flatMap(wordKeys);
  return { keys: wanted, isIn: ({ keys }) => wanted.some((key) => keys.has(key)) };
}

function hasLetters(wanted: string): PhraseWord {
  return { keys: [], isIn: ({ letters }) => letters.includes(wanted) };
}

function hasChinese(run: string): PhraseWord {
  const telling = run.replace(CHINESE_PARTICLES, '');
  if (telling.length < REORDERED) return hasLetters(run);
  return {
    keys: [],
    isIn: ({ letters }) =>
      letters.includes(run) || [...telling].every((sign) => letters.includes(sign)),
  };
}

/** A Korean word without its changing end. */
function koreanStem(word: string): string {
  const noun = word.replace(KOREAN_PARTICLE, '');
  if (noun !== word && noun.length >= 2) return noun;
  const verb = word.replace(KOREAN_VERB, '');
  return verb === '' ? word : verb;
}

let segmenter: Intl.Segmenter | undefined;

/** The words in a run of a script without spaces, by the system's dictionary. */
function unspacedWords(run: string): string[] {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  const words = Array.from(segmenter.segment(run), ({ segment }) => segment);
  const telling = words.filter((word) => word.length >= SHORTEST);
  return telling.length > 0 ? telling : [run];
}

function initialsOf(initials: string): string {
  return fold(initials).replace(/[^\p{L}]+/gu, '');
}

function withInitialsJoined(phrase: string): string {
  return phrase.replace(INITIALS, initialsOf);
}
