import * as z from 'zod/mini';
import type { Field, Fields } from './field.ts';
import { refuseLostGates } from './lost-gates.ts';
import type { ViewingOrder } from './order.ts';
import { isPlain } from './plain-values.ts';
import { RECAP_FIELDS, type RecapFrontMatter } from './recap-fields.ts';
import { schemaError } from './schema-error.ts';
import { SHOW_FIELDS, type ShowFrontMatter } from './show-fields.ts';
import { VALUES } from './values.ts';
import { readYaml } from './yaml.ts';

/**
 * For the rules between fields: they apply even if the value of another field is invalid. Zod would skip them, so what
 * readers are told of a public key would depend on whether a gated value is valid.
 */
const when = () => true;

/** The schema of a recap's front matter: its table of fields, and the rules between fields. */
export const recapSchema = z.pipe(
  objectOf(RECAP_FIELDS).check(
    z.refine(hasOneGate, {
      when,
      path: ['after'],
      error: 'conflicts with `episode`, which is the gate already; remove one of them',
    }),
    z.refine(isNamed, {
      when,
      path: ['title'],
      error: 'is missing; an article needs a title, an episode recap needs `episode:`',
    }),
  ),
  z.custom<RecapFrontMatter>(),
);

/** The front matter of `people.md`, which may have any field of a recap and needs none. */
const peopleSchema = z.pipe(objectOf(RECAP_FIELDS), z.custom<RecapFrontMatter>());

/** The front matter of `show.md` as a schema. */
export const showSchema = z.pipe(
  objectOf(SHOW_FIELDS).check(
    z.check<{ episodes?: unknown }>(
      ({ value, issues }) => {
        for (const index of repeatedEntries(value.episodes, 'code')) {
          issues.push({
            code: 'custom',
            path: ['episodes', index, 'code'],
            message: 'is the code of an earlier entry; give each episode its own',
            input: value,
          });
        }
      },
      { when },
    ),
    z.refine(({ secrets }) => haveOneOf(secrets, 'phrase', 'any'), {
      when,
      path: ['secrets'],
      error: 'has an entry without a phrase, or with both `phrase` and `any`; write one of them',
    }),
  ),
  z.custom<ShowFrontMatter>(),
);

/**
 * Front matter of a recap from the lines between its delimiters.
 *
 * @param order the show's: a key that may be a gate is allowed if the recap's own gate is no earlier; never without it
 * @throws {RecapError} naming the line, the key and the rule, without quoting the file
 */
export function readRecapFrontMatter(text: string, order?: ViewingOrder): RecapFrontMatter {
  const values = readEntries(text, RECAP_FIELDS, order);
  if (isPlain(values, RECAP_FIELDS) && hasOneGate(values) && isNamed(values)) return values;
  return parse(text, values, recapSchema, RECAP_FIELDS);
}

/** Front matter of a show's `people.md`. @throws {RecapError} */
export function readPeopleFrontMatter(text: string, order: ViewingOrder): RecapFrontMatter {
  return parse(text, readEntries(text, RECAP_FIELDS, order), peopleSchema, RECAP_FIELDS);
}

/** Front matter of `show.md`. @throws {RecapError} naming the line, the key and the rule, without quoting the file */
export function readShowFrontMatter(text: string): ShowFrontMatter {
  return parse(text, readEntries(text, SHOW_FIELDS, undefined), showSchema, SHOW_FIELDS);
}

/** The keys and values as written, without one that may be a gate. @throws {RecapError} */
function readEntries(text: string, fields: Fields, order: ViewingOrder | undefined): object {
  const entries = readYaml(text);
  refuseLostGates(text, entries, fields, order);
  return entries;
}

function parse<T>(text: string, values: object, schema: z.ZodMiniType<T>, fields: Fields): T {
  const result = schema.safeParse(values);
  if (!result.success) throw schemaError(text, result.error, fields, values);
  return result.data;
}

function hasOneGate({ episode, after }: { episode?: unknown; after?: unknown }): boolean {
  return !(episode && after);
}

function isNamed({ title, episode }: { title?: unknown; episode?: unknown }): boolean {
  return title !== undefined || episode !== undefined;
}

/** The schema of mappings with these fields. Unknown keys are left out of the result. */
function objectOf(fields: Fields) {
  const shape = Object.entries(fields).map(([name, field]) => [name, schemaOf(field)] as const);
  return z.object(Object.fromEntries(shape));
}

function schemaOf({ value, isRequired }: Field): z.ZodMiniType {
  const schema =
    typeof value === 'string'
      ? VALUES[value]
      : z.array(objectOf(value.entries), `must be a list of \`{ ${exampleOf(value.entries)} }\``);
  return isRequired ? schema : z.optional(schema);
}

/** The required fields of an entry, or its first field if none is required. */
function exampleOf(fields: Fields): string {
  const names = Object.keys(fields);
  const required = names.filter((name) => fields[name]?.isRequired);
  return (required.length > 0 ? required : names.slice(0, 1))
    .map((name) => `${name}: …`)
    .join(', ');
}

/** The entries whose text under a name is that of an entry before them, from 0. */
function repeatedEntries(entries: unknown, name: string): number[] {
  const values = listOf(entries).map((entry) => fieldOf(entry, name));
  return values.flatMap((value, index) => {
    return typeof value === 'string' && values.indexOf(value) < index ? [index] : [];
  });
}

function haveOneOf(entries: unknown, one: string, other: string): boolean {
  return listOf(entries).every((entry) => {
    return (fieldOf(entry, one) === undefined) !== (fieldOf(entry, other) === undefined);
  });
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldOf(entry: unknown, name: string): unknown {
  return typeof entry === 'object' && entry !== null
    ? new Map(Object.entries(entry)).get(name)
    : undefined;
}
