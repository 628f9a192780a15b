import type { Gate } from '../model/episode.ts';
import type { ViewingOrder } from '../model/order.ts';
import { foldName } from '../text/fold.ts';
import type { Place } from './finding.ts';
import type { ReadRecap } from './leaks/leak-texts.ts';
import { opensBefore } from './passages.ts';

/** A section of `people.md` as its author wrote it, whatever is open. */
export interface AuthorCard {
  readonly name: string;
  /** Other names of the same person, from its `also`. */
  readonly aka: readonly string[];
  /** What must have been watched to read it; `undefined`: nothing. */
  readonly gate: Gate | undefined;
  readonly at: Place;
}

/** The cards of one person, in the order of the file. */
export type AuthorPerson = readonly AuthorCard[];

const HEADING = /^ {0,3}##[ \t]+(.*?)[ \t#]*$/gm;

/** The cards of a `people.md`, in its order. */
export function authorCards({ author: { file }, flat }: ReadRecap): AuthorCard[] {
  const also = new Map(
    flat.spoilers.flatMap(({ spoiler: { pieces, also } }) => {
      const [heading] = pieces;
      return heading && also !== undefined ? [[heading.offset, also] as const] : [];
    }),
  );
  return flat.passages.flatMap(({ text, offset, gate }) =>
    [...text.matchAll(HEADING)].flatMap(({ 1: name = '', index }): AuthorCard[] => {
      if (foldName(name) === '') return [];
      const aka = (also.get(offset) ?? '').split(',').map((other) => other.trim());
      return [
        { name, aka: aka.filter((other) => other !== ''), gate, at: file.inBody(offset + index) },
      ];
    }),
  );
}

/** Cards that others name as the same person, together, as a reader sees them who has watched it all. */
export function authorPeople(cards: readonly AuthorCard[]): AuthorPerson[] {
  const people: { readonly cards: AuthorPerson; readonly names: ReadonlySet<string> }[] = [];
  for (const card of cards) {
    const wanted = card.aka.map(foldName);
    const same = people.filter(({ names }) => wanted.some((name) => names.has(name)));
    for (const person of same) people.splice(people.indexOf(person), 1);
    people.push({
      cards: [...same.flatMap(({ cards }) => cards), card],
      names: new Set([...same.flatMap(({ names }) => [...names]), foldName(card.name), ...wanted]),
    });
  }
  return people.map(({ cards }) => cards);
}

/** The gate that opens first. */
export function firstGate(gates: readonly (Gate | undefined)[], order: ViewingOrder) {
  return gates.reduce((first, gate) => (opensBefore(order, gate, first) ? gate : first), null);
}
