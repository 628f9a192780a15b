import type { ViewingOrder } from '../../model/order.ts';
import { isCommon } from '../common-words.ts';
import { type DeclaredNames, declaredNames } from './declared-names.ts';
import { type EventKind, eventsOf, withoutIdioms } from './event-words.ts';
import { bodyTexts, type LeakText, type ReadRecap, textsOf } from './leak-texts.ts';
import { isFunctionWord } from './plain-words.ts';
import { ShowNames, type Term } from './show-names.ts';
import { type WrittenWord, writtenWords } from './written-words.ts';

/** A word in a text that tells of events. */
export interface EventWord {
  readonly kinds: readonly EventKind[];
  readonly word: WrittenWord;
}

/** A text with what may tell something in it. */
export interface Reading {
  readonly text: LeakText;
  readonly terms: readonly Term[];
  readonly events: readonly EventWord[];
  /** The clauses with a pronoun for a person, who is named before. */
  readonly pronouns: ReadonlySet<number>;
}

/** The texts of a show, read for names and events. */
export interface ShowText {
  readonly declared: DeclaredNames;
  /** Of its introduction, which everybody may read. */
  readonly introduction: readonly Reading[];
  readonly readings: readonly Reading[];
}

/** Words of a text that may be more than common ones. */
interface Kept {
  readonly text: LeakText;
  readonly words: readonly WrittenWord[];
  readonly pronouns: ReadonlySet<number>;
}

/** Reads all texts of a show: first for what it writes as a name, then for where. */
export function readShowText(
  recaps: readonly ReadRecap[],
  introduction: ReadRecap | undefined,
  order: ViewingOrder,
): ShowText {
  const names = new ShowNames();
  const keep = (text: LeakText): Kept => {
    const words = [...writtenWords(withoutIdioms(text.text), text.style)];
    if (text.rule === 'leak/text') names.learn(words);
    const isKept = ({ hasCapital, folded }: WrittenWord) =>
      hasCapital || !isCommon(folded) || eventsOf(folded).length > 0;
    return { text, words: words.filter(isKept), pronouns: pronounClauses(words) };
  };
  const read = ({ text, words, pronouns }: Kept): Reading => ({
    text,
    pronouns,
    terms: names.termsOf(words, text.style === 'prose'),
    events: words.flatMap((word) => {
      const kinds = eventsOf(word.folded);
      return kinds.length > 0 ? [{ kinds, word }] : [];
    }),
  });
  const opening = introduction ? bodyTexts(introduction).map(keep) : [];
  const others = recaps.flatMap((recap) => textsOf(recap, order).map(keep));
  const declared = declaredNames(names, recaps, introduction, order);
  return { declared, introduction: opening.map(read), readings: others.map(read) };
}

const PRONOUNS = new Set('he she they him them himself herself themselves'.split(' '));

/** The clauses in which a pronoun stands for a person; "her" does where no noun follows it. */
function pronounClauses(words: readonly WrittenWord[]): Set<number> {
  const clauses = new Set<number>();
  words.forEach(({ folded, clause }, position) => {
    const next = words[position + 1];
    const isAlone = next?.clause !== clause || isFunctionWord(next.folded);
    if (PRONOUNS.has(folded) || (folded === 'her' && isAlone)) clauses.add(clause);
  });
  return clauses;
}
