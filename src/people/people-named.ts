import { NameForms, smallWords } from './name-forms.ts';
import type { Named } from './person.ts';

/** Those of these people whom a text names, in its order. */
export function peopleNamed<Owner extends Named>(people: readonly Owner[], text: string): Owner[] {
  return [...new NameForms(people, smallWords([text])).peopleIn(text).keys()];
}
