import { passages } from '../search/passages.ts';
import type { View } from '../veil/view.ts';
import { NameForms, smallWords } from './name-forms.ts';
import type { Mention, Named } from './person.ts';

/** The passages of one episode's recap that can be quoted. */
export interface Told {
  readonly view: View;
  readonly passages: readonly string[];
}

/** The passages of the recaps of watched episodes, in viewing order. */
export function toldIn(views: readonly View[]): Told[] {
  return views.map((view) => ({
    view,
    passages: Array.from(passages(view))
      .filter(({ kind }) => kind === 'text')
      .map(({ text }) => text),
  }));
}

/** For each of these people, the first passage of each episode that mentions them, in viewing order. */
export function mentionsOf<Owner extends Named>(
  people: readonly Owner[],
  told: readonly Told[],
): ReadonlyMap<Owner, readonly Mention[]> {
  const found = new Map<Owner, Mention[]>(people.map((person) => [person, []]));
  const forms = new NameForms(people, smallWords(told.flatMap(({ passages }) => passages)));
  for (const { view, passages } of told) {
    const { slug, episode } = view;
    if (episode === null) continue;
    const seen = new Set<Owner>();
    for (const text of passages) {
      for (const [person, at] of forms.peopleIn(text)) {
        if (!seen.has(person)) found.get(person)?.push({ recap: slug, episode, text, at });
        seen.add(person);
      }
    }
  }
  return found;
}
