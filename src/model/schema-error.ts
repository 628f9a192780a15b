import type * as z from 'zod/mini';
import type { Fields } from './field.ts';
import { type Problem, RecapError } from './problem.ts';
import { YamlPlaces } from './yaml-places.ts';

const INVALID: Problem = {
  rule: 'front-matter/schema',
  message: 'the front matter is invalid',
  position: { line: 2, column: 1 },
};

/** The most problems reported for one file. */
const MOST = 100;

/** The problems with the values of front matter. They name known fields only and never quote the file. */
export function schemaError(text: string, error: z.core.$ZodError, fields: Fields): RecapError {
  const places = new YamlPlaces(text);
  const [first, ...others] = error.issues
    .slice(0, MOST)
    .map((issue) => schemaProblem(text, places, issue, fields));
  const { rule, message, position } = first ?? INVALID;
  return new RecapError(rule, message, position, others);
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
