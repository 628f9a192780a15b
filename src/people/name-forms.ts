import { foldWord, isStopWord, partsOfWord, type Word, wordsOf } from '../text/words.ts';
import { areJoined } from './joined-words.ts';
import { isGenderedTitle, isOfMarriage, isTitle } from './name-words.ts';
import type { Named } from './person.ts';
import { isAtSentenceStart } from './sentence-start.ts';

/** Scripts without capitals that put no space around a name, or write other words in one with it. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Arab}\p{scx=Hebr}]/u;

/** A word of a name: as it is compared, and whether it needs its capital. */
interface FormWord {
  readonly key: string;
  readonly isCapital: boolean;
}

/** What a name can be written as in a text, and whose it is. */
interface Form<Owner> {
  readonly words: readonly FormWord[];
  readonly isWhole: boolean;
  /** More than one: it names none of them. */
  readonly owners: Set<Owner>;
}

/**
 * Recognizes people in texts: by their whole names, and by each part of a name that only one of them has ("June" for
 * June Park, as long as no other June has been met). Possessives count. The longest form wins, so that "Mrs Joe" is not
 * Joe, and a part next to another name does not count: "June Smith" is somebody else.
 */
export class NameForms<Owner extends Named> {
  /** By their first word. */
  readonly #forms = new Map<string, Form<Owner>[]>();
  /** By a word as it is written, the forms that it may begin, the longest first. */
  readonly #begun = new Map<string, readonly Form<Owner>[]>();
  readonly #unspaced: (readonly [name: string, owner: Owner])[] = [];
  readonly #small: ReadonlySet<string>;

  /** @param small words that the texts have in small letters, too: no parts of names */
  constructor(people: readonly Owner[], small: ReadonlySet<string>) {
    this.#small = small;
    const forms = new Map<string, Form<Owner>>();
    const parts = new Map<string, Form<Owner>>();
    for (const person of people) {
      for (const name of [person.name, ...person.aka]) {
        const words = wordsOf(name);
        if (UNSPACED.test(name)) this.#unspaced.push([name, person]);
        else addForm(forms, wholeForm(words), true, person);
        for (const part of partsOf(words, small)) addForm(parts, part, false, person);
      }
    }
    for (const [key, form] of parts) if (!forms.has(key)) forms.set(key, form);
    for (const form of forms.values()) {
      const [first] = form.words;
      if (first === undefined) continue;
      const others = this.#forms.get(first.key) ?? [];
      others.push(form);
      this.#forms.set(first.key, others);
    }
  }

  /**
   * The people whom a text mentions, in the order of their first mentions, with the offset of each in UTF-16 code units.
   *
   * @param words those of the text
   */
  peopleIn(text: string, words: readonly Word[] = wordsOf(text)): Map<Owner, number> {
    const found = new Map<Owner, number>();
    const add = (owner: Owner, at: number) => {
      if (!found.has(owner)) found.set(owner, at);
    };
    for (let at = 0; at < words.length; ) {
      const form = this.#formAt(text, words, at);
      if (form?.owners.size === 1) {
        for (const owner of form.owners) add(owner, words[at]?.offset ?? 0);
      }
      at += form?.words.length ?? 1;
    }
    for (const [name, owner] of this.#unspaced) {
      const at = text.indexOf(name);
      if (at !== -1) add(owner, at);
    }
    return found;
  }

  /** The longest form that begins at a word. */
  #formAt(text: string, words: readonly Word[], at: number): Form<Owner> | undefined {
    const word = words[at];
    if (!word) return undefined;
    return this.#formsBegunBy(word.text).find(
      (form) =>
        form.words.every((part, index) => {
          return index === 0 ? hasItsCapital(word, part) : isSpelled(words[at + index], part);
        }) && this.#isAlone(text, words, at, form),
    );
  }

  #formsBegunBy(word: string): readonly Form<Owner>[] {
    let forms = this.#begun.get(word);
    if (!forms) {
      forms = spellings(word)
        .flatMap((spelling) => this.#forms.get(spelling) ?? [])
        .sort((a, b) => b.words.length - a.words.length);
      this.#begun.set(word, forms);
    }
    return forms;
  }

  /** Whether a form is a name of its own there: no part of another name, and no common word. */
  #isAlone(
    text: string,
    words: readonly Word[],
    at: number,
    { words: { length }, isWhole, owners }: Form<Owner>,
  ): boolean {
    const run = words.slice(at, at + length);
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || !isJoined(text, run)) return false;
    const isCommon = length === 1 && this.#small.has(foldWord(first.text));
    if (isCommon && isAtSentenceStart(text, first.offset)) return false;
    const before = words[at - 1];
    if (
      before &&
      isCapital(before) &&
      (length === 1 ? isGenderedTitle(foldWord(before.text)) : isOfMarriage(before.text)) &&
      isJoined(text, [before, first])
    ) {
      return false;
    }
    if (isWhole) return true;
    // "Elsie Patrick" is not Patrick Cairns; what is before a surname may be a title
    const isSurname = before !== undefined && isCapital(before) && isJoined(text, [before, first]);
    const isOther =
      isSurname &&
      [...owners].some((owner) => isGivenName(first, owner)) &&
      !isTitle(foldWord(before.text)) &&
      !isAtSentenceStart(text, before.offset);
    if (isOther) return false;
    const after = words[at + length];
    const isFollowed =
      after !== undefined &&
      isCapital(after) &&
      !/['’]s$/.test(last.text) &&
      /^[ -]$/.test(text.slice(last.offset + last.text.length, after.offset));
    return !isFollowed;
  }
}

/** The words that texts have in small letters, as they are compared. */
export function smallWords(texts: readonly string[]): Set<string> {
  return smallAmong(new Set(texts.flatMap((text) => wordsOf(text).map(({ text }) => text))));
}

/** Those of some words that are written in small letters, as they are compared. */
export function smallAmong(words: ReadonlySet<string>): Set<string> {
  const small = new Set<string>();
  for (const word of words) if (/^\p{Ll}/u.test(word)) small.add(foldWord(word));
  return small;
}

function addForm<Owner>(
  forms: Map<string, Form<Owner>>,
  words: readonly FormWord[],
  isWhole: boolean,
  owner: Owner,
): void {
  if (words.length === 0) return;
  const key = words.map(({ key }) => key).join(' ');
  const form = forms.get(key) ?? { words, isWhole, owners: new Set() };
  form.owners.add(owner);
  forms.set(key, form);
}

/** A whole name. One with an article ("The convict") needs no capitals. */
function wholeForm(words: readonly Word[]): FormWord[] {
  const hasArticle = isStopWord(folded(words[0]));
  return words.map((word) => ({
    key: folded(word),
    isCapital: !hasArticle && isCapital(word) && !isTitle(folded(word)),
  }));
}

/** The runs of words of a name that can stand for all of it. */
function partsOf(words: readonly Word[], small: ReadonlySet<string>): FormWord[][] {
  if (isOfMarriage(words[0]?.text ?? '')) return [];
  // "June's mother" has no part of June's, "The Duke of Holdernesse" none of the place
  const owner = words.findLastIndex(({ text }) => /['’]s$/.test(text));
  const place = words.findIndex(({ text }) => text === 'of');
  const own = words.slice(owner + 1, place === -1 ? undefined : place);
  const parts: FormWord[][] = [];
  for (let from = 0; from < own.length; from++) {
    for (let to = from + 1; to <= own.length; to++) {
      const run = own.slice(from, to);
      if (run.length === words.length || !isPart(run, small)) continue;
      parts.push(run.map((word) => ({ key: folded(word), isCapital: isCapital(word) })));
    }
  }
  return parts;
}

function isPart(run: readonly Word[], small: ReadonlySet<string>): boolean {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last || !isNameWord(last, small)) return false;
  return isNameWord(first, small) || (run.length > 1 && isTitle(folded(first)));
}

function isNameWord(word: Word, small: ReadonlySet<string>): boolean {
  const key = folded(word);
  return isCapital(word) && key.length > 1 && !small.has(key) && !isTitle(key) && !isStopWord(key);
}

function folded(word: Word | undefined): string {
  return foldWord(word?.text ?? '');
}

/** A word as it is compared: as it is, and without what an apostrophe or a genitive adds to it. */
function spellings(word: string): string[] {
  const whole = foldWord(word);
  if (/^[a-z]+$/.test(word)) return [whole];
  const parts = partsOfWord(word).filter((part) => part.length > 1);
  const genitive = /^\p{Lu}[\p{L}\p{M}]{3,}s$/u.test(word) ? [whole.slice(0, -1)] : [];
  return [...new Set([whole, ...parts, ...genitive])];
}

function isSpelled(word: Word | undefined, part: FormWord): boolean {
  return word !== undefined && hasItsCapital(word, part) && spellings(word.text).includes(part.key);
}

/** Whether a word has the capital that it needs to be one of a name. */
function hasItsCapital(word: Word, { isCapital }: FormWord): boolean {
  return !isCapital || /(?:^|['’])\p{Lu}/u.test(word.text);
}

/** Whether a word begins one of somebody's names. */
function isGivenName(word: Word, { name, aka }: Named): boolean {
  return [name, ...aka].some((name) => isSpelledLike(word, wordsOf(name)[0]));
}

function isSpelledLike(word: Word, other: Word | undefined): boolean {
  return other !== undefined && spellings(word.text).includes(folded(other));
}

function isCapital({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Whether these words follow each other as those of a name do. */
function isJoined(text: string, words: readonly Word[]): boolean {
  return words.every((word, index) => {
    const next = words[index + 1];
    return !next || areJoined(text, word, next);
  });
}
