import type { View } from '../veil/view.ts';
import { type Card, cardsOf } from './cards.ts';
import { mentionsOf, type Told, toldIn } from './mentions.ts';
import { namesByPerson } from './names-by-person.ts';
import { hasCapitals } from './names-in-text.ts';
import type { Person } from './person.ts';

/** Those whom a reader has met. */
export interface PeopleMet {
  readonly people: readonly Person[];
  /** There are no cards, and the text is in a script without capitals, so that names cannot be told from words. */
  readonly isUnreadable: boolean;
  /** What names are looked up in if there are no cards; otherwise `null`. */
  readonly told: readonly Told[] | null;
}

/**
 * Whom a reader has met in a show, from what is open to them alone: from the cards of `people.md`, else from the names
 * in the recaps.
 *
 * @param people a view of `people.md`, without peeks; `undefined` if there is none
 * @param views of the recaps of watched episodes, in viewing order
 * @param title the show's
 */
export function peopleMet(
  people: View | undefined,
  views: readonly View[],
  title: string,
): PeopleMet {
  const told = toldIn(views);
  const cards = people === undefined ? undefined : cardsOf(people);
  if (cards) return { people: withMentions(cards, told), isUnreadable: false, told: null };
  const texts = told.flatMap(({ passages }) => passages);
  if (!hasCapitals(texts)) return { people: [], isUnreadable: true, told: null };
  const named = namesByPerson(texts, title).map((name): Card => ({ ...name, facts: [] }));
  return { people: withMentions(named, told), isUnreadable: false, told };
}

function withMentions(cards: readonly Card[], told: readonly Told[]): Person[] {
  const mentions = mentionsOf(cards, told);
  return cards.map((card) => ({ ...card, mentions: mentions.get(card) ?? [] }));
}
