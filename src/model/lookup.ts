import { distance } from 'fastest-levenshtein';
import { foldName } from '../text/fold.ts';
import { EXIT, UserError } from './user-error.ts';

/** Something that can be looked up by name. All of its names are public at the reader's place. */
export interface Named<T> {
  readonly value: T;
  /** Its slug and other names. */
  readonly names: readonly string[];
}

/**
 * Finds what somebody means by a slug, a title, or an unambiguous part of one. Ignores case, accents and punctuation.
 *
 * @param missing the beginning of the message when there is none, as in "there is no show"
 * @param where to see what there is, as in "`recap list` shows them"
 * @throws {UserError} naming the nearest, or those it could be
 */
export function lookUp<T>(
  candidates: readonly Named<T>[],
  query: string,
  missing: string,
  where: string,
): T {
  const wanted = foldName(query);
  const tests: ((name: string) => boolean)[] = [
    (name) => name === wanted,
    (name) => name.startsWith(wanted),
    (name) => ` ${name}`.includes(` ${wanted}`),
    (name) => name.includes(wanted),
  ];
  for (const test of wanted === '' ? [] : tests) {
    const found = candidates.filter(({ names }) => names.some((name) => test(foldName(name))));
    if (found.length === 1 && found[0]) return found[0].value;
    if (found.length > 1) {
      const slugs = found.slice(0, 5).map(({ names }) => `\`${names[0]}\``);
      const more = found.length > 5 ? ' and others' : '';
      throw new UserError(
        `\`${query}\` could be ${slugs.join(', ')}${more}; write more of it`,
        EXIT.usage,
      );
    }
  }
  const nearest = nearestName(candidates, wanted);
  const hint = nearest ? `did you mean \`${nearest}\`?` : where;
  throw new UserError(`${missing} \`${query}\`; ${hint}`, EXIT.usage);
}

/** The slug of what differs in a third of its letters at most, whole or in as many words; `undefined` if nothing. */
function nearestName<T>(candidates: readonly Named<T>[], wanted: string): string | undefined {
  let best: string | undefined;
  let least = wanted.length < 4 ? 1 : Math.max(2, wanted.length / 3);
  for (const { names } of candidates) {
    for (const name of names.map(foldName)) {
      for (const part of [name, ...runsOfWords(name, wanted.split(' ').length)]) {
        const far = distance(part, wanted);
        if (far > least || (far === least && best !== undefined)) continue;
        best = names[0];
        least = far;
      }
    }
  }
  return best;
}

function runsOfWords(name: string, count: number): string[] {
  const words = name.split(' ');
  return words.map((_, index) => words.slice(index, index + count).join(' '));
}
