import type { ViewingOrder } from '../../model/order.ts';
import { remembered } from '../remembered.ts';
import { type DeclaredNames, declaredNames } from './declared-names.ts';
import { type EventKind, withoutIdioms } from './event-words.ts';
import { bodyTexts, type LeakText, type ReadRecap, textsOf } from './leak-texts.ts';
import { ShowNames, type Term } from './show-names.ts';
import { type WrittenText, type WrittenWord, writtenText } from './written-words.ts';

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

interface Written extends WrittenText {
  readonly text: LeakText;
}

/** The words of a recap. @param order without one, it is the introduction, of which the body counts */
const writtenIn = remembered((_, recap: ReadRecap, order?: ViewingOrder): readonly Written[] => {
  return (order ? textsOf(recap, order) : bodyTexts(recap)).map((text) => {
    return { text, ...writtenText(withoutIdioms(text.text), text.style) };
  });
});

/** Reads all texts of a show: first for what it writes as a name, then for where. */
export function readShowText(
  recaps: readonly ReadRecap[],
  introduction: ReadRecap | undefined,
  order: ViewingOrder,
): ShowText {
  const names = new ShowNames();
  const opening = introduction ? writtenIn(introduction.author, introduction) : [];
  const others = recaps.flatMap((recap) => writtenIn(recap.author, recap, order));
  for (const written of [...opening, ...others]) {
    if (written.text.rule === 'leak/text') names.learn(written);
  }
  const declared = declaredNames(names, recaps, introduction, order);
  const read = (written: Written): Reading => {
    const { text, words, pronouns } = written;
    const telling = words.filter(({ spelling }) => spelling.events.length > 0);
    return {
      text,
      pronouns,
      terms: names.termsOf(written, text.style === 'prose'),
      events: telling.map((word) => ({ kinds: word.spelling.events, word })),
    };
  };
  return { declared, introduction: opening.map(read), readings: others.map(read) };
}
