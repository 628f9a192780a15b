import { foldName } from '../text/fold.ts';
import { foldWord, wordsOf } from '../text/words.ts';
import { isOfMarriage } from './name-words.ts';
import { namesInText } from './names-in-text.ts';
import type { Named } from './person.ts';

/**
 * The names in texts, by person: a part of a longer name is the same person where only one name has it.
 *
 * @param title the show's, whose words are no names
 * @returns the most frequent first
 */
export function namesByPerson(texts: readonly string[], title: string): Named[] {
  const known = new Set(wordsOf(title).map(({ text }) => foldWord(text)));
  const names = namesInText(texts, known).map(({ name }) => name);
  const isPart = (part: string, whole: string) =>
    part !== whole &&
    !isOfMarriage(whole) &&
    ` ${foldName(whole)} `.includes(` ${foldName(part)} `);
  const wholes = (name: string) => names.filter((other) => isPart(name, other));
  const isFamily = (name: string) => {
    const one = name.replace(/s$/, '');
    const members = names.filter((other) => foldName(other).endsWith(` ${foldName(one)}`));
    return members.length > 1 || (one !== name && members.length > 0);
  };
  return names
    .filter((name) => wholes(name).length !== 1 && !isFamily(name))
    .map((name) => ({
      name,
      aka: names.filter((part) => isPart(part, name) && wholes(part).length === 1),
    }));
}
