import { askFor } from '../people/ask-for.ts';
import { peopleNamed } from '../people/people-named.ts';
import type { Person } from '../people/person.ts';
import type { WhoScreen } from './state.ts';

/** A person who can be chosen. */
export interface WhoRow {
  readonly group: string;
  readonly person: Person;
}

/** Whom the typed name may mean, of those whom the reader has met: first those named where it was asked. */
export function whoRows({ met, typed, page }: WhoScreen): WhoRow[] {
  const people = met?.people ?? [];
  const found = new Set(typed.trim() === '' || !met ? people : askFor(met, typed));
  const here = peopleNamed(people, page).filter((person) => found.has(person));
  for (const person of here) found.delete(person);
  return [
    ...here.map((person) => ({ group: 'On this page', person })),
    ...[...found].map((person) => ({ group: here.length > 0 ? 'Everyone else' : '', person })),
  ];
}
