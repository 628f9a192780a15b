import type * as z from 'zod/mini';
import type { Field, Fields } from './field.ts';
import { INVALID_TO_READERS, type Problem, RecapError } from './problem.ts';
import { YamlPlaces } from './yaml-places.ts';

const INVALID: Problem = {
  rule: 'front-matter/schema',
  message: 'the front matter is invalid',
  position: { line: 2, column: 1 },
};

/** The most problems reported for one file. */
const MOST = 100;

/** The problems with the values of front matter. They name known fields only and never quote the file. */
export function schemaError(
  text: string,
  { issues }: z.core.$ZodError,
  fields: Fields,
  values: object,
): RecapError {
  const places = new YamlPlaces(text);
  const problemOf = (issue: z.core.$ZodIssue) => schemaProblem(text, places, issue, fields);
  const [first = INVALID, ...others] = issues.slice(0, MOST).map(problemOf);
  const { rule, message, position } = first;
  const open = issues.find((issue) => isOpen(issue, fields, values));
  const toReaders = open ? problemOf(open).message : INVALID_TO_READERS;
  return new RecapError(rule, message, position, { others, toReaders });
}

/** Whether everybody may know what is wrong with a value: it is public itself, a gate, or an article's title. */
function isOpen({ path }: z.core.$ZodIssue, fields: Fields, values: object): boolean {
  const field = fieldAt(path, fields);
  if (field?.visibility === 'episode-title') {
    return path.length === 1 && !Object.hasOwn(values, 'episode');
  }
  return field?.visibility === 'public' || field?.value === 'code';
}

/** The field of a value, by the keys and entries that lead to it. */
function fieldAt([key, , ...within]: readonly PropertyKey[], fields: Fields): Field | undefined {
  const field = Object.hasOwn(fields, String(key)) ? fields[String(key)] : undefined;
  if (within.length === 0 || field === undefined || typeof field.value === 'string') return field;
  return fieldAt(within, field.value.entries);
}

function schemaProblem(
  text: string,
  places: YamlPlaces,
  { code, message, path }: z.core.$ZodIssue,
  fields: Fields,
): Problem {
  const [key, ...within] = path.map((part) => (typeof part === 'number' ? part + 1 : String(part)));
  const place = within.length > 0 ? ` (entry ${within.join(', ')})` : '';
  const names = path.map((part) => (typeof part === 'number' ? part : String(part)));
  const isMissing = code === 'invalid_type' && !places.has(names);
  const isKnown = Object.hasOwn(fields, String(key));
  const position = places.position(names);
  const isComment = /^\s*(?:- )?[\w-]+:[ \t]*#/.test(text.split('\n')[position.line - 2] ?? '');
  const what = isMissing ? 'is missing' : isComment ? COMMENT : message;
  return {
    rule: INVALID.rule,
    message: isKnown ? `\`${key}\`${place} ${what}` : INVALID.message,
    position,
  };
}

const COMMENT = 'is empty, as `#` begins a comment; put the value in quotes, or remove the key';
