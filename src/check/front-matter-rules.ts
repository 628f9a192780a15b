import { CORE_SCHEMA, load, YAML11_SCHEMA } from 'js-yaml';
import type { Field, Fields } from '../model/field.ts';
import { RECAP_FIELDS } from '../model/recap-fields.ts';
import { WITHOUT_FRONT_MATTER } from '../model/recap-source.ts';
import { SHOW_FIELDS } from '../model/show-fields.ts';
import { unknownKeys } from '../model/unknown-keys.ts';
import type { YamlPath } from '../model/yaml-places.ts';
import { type AuthorFile, findingOf } from './author-file.ts';
import type { Finding } from './finding.ts';

/** What values are written without quotes in every recap, and what they may look like. */
const EXPECTED: ReadonlyMap<Field['value'], RegExp> = new Map([
  ['year', /^\d{4}$/],
  ['season', /^\d{1,3}$/],
  ['date', /^\d{4}-\d{2}-\d{2}$/],
]);

/** What front matter that can be read still has in it: keys that nothing reads, values that are traps. */
export function frontMatterFindings(file: AuthorFile, kind: 'recap' | 'show'): Finding[] {
  const { frontMatter, path } = file;
  if (file.split === WITHOUT_FRONT_MATTER) return [];
  const fields = kind === 'show' ? SHOW_FIELDS : RECAP_FIELDS;
  return [
    ...unknownKeys(frontMatter, fields).map((problem) => findingOf(path, problem)),
    ...file.values.flatMap(({ path: names, plain, start, end }) => {
      if (plain === undefined) return [];
      const field = fieldAt(fields, names);
      if (isText(field) && /^[ \t]+#/.test(frontMatter.slice(end, end + 100))) {
        return file.finding(
          'front-matter/yaml-trap',
          '`#` begins a comment, so the value ends before it; put the value in quotes, or the comment on a line of its own',
          file.inFrontMatter(start),
        );
      }
      if (field && EXPECTED.get(field.value)?.test(plain)) return [];
      if (!isYamlTrap(plain)) return [];
      return file.finding(
        'front-matter/yaml-trap',
        'recap reads this value as text, but other programs read it as a number, date, time, boolean or null; put it in quotes',
        file.inFrontMatter(start),
      );
    }),
  ];
}

/** Always text in YAML: it begins with a letter, is no mapping, and none of the words for a boolean or null. */
const WORDS = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)\p{L}(?:[^:\n]|:(?=\S))*$/iu;

/** Whether YAML 1.1 or 1.2, as other programs read them, take a value without quotes for anything but text. */
export function isYamlTrap(plain: string): boolean {
  if (plain === '') return true;
  if (WORDS.test(plain)) return false;
  try {
    return [YAML11_SCHEMA, CORE_SCHEMA].some(
      (schema) => typeof load(plain, { schema }) !== 'string',
    );
  } catch {
    return false;
  }
}

/** Whether a field holds words, which may have a `#` in them. */
function isText(field: Field | undefined): boolean {
  return field?.value === 'line' || field?.value === 'text' || field?.value === 'phrase';
}

/** The field of a value, be it within the entries of a list. */
function fieldAt(fields: Fields, [name, , inner]: YamlPath): Field | undefined {
  const field = fields[String(name)];
  return typeof field?.value === 'object' ? field.value.entries[String(inner)] : field;
}
