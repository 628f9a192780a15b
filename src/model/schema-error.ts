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
    .map((issue) => schemaProblem(places, issue, fields));
  const { rule, message, position } = first ?? INVALID;
  return new RecapError(rule, message, position, others);
}

function schemaProblem(
  places: YamlPlaces,
  { code, message, path }: z.core.$ZodIssue,
  fields: Fields,
): Problem {
  const [key, ...within] = path.map((part) => (typeof part === 'number' ? part + 1 : String(part)));
  const place = within.length > 0 ? ` (entry ${within.join(', ')})` : '';
  const names = path.map((part) => (typeof part === 'number' ? part : String(part)));
  const isMissing = code === 'invalid_type' && !places.has(names);
  const isKnown = Object.hasOwn(fields, String(key));
  return {
    rule: INVALID.rule,
    message: isKnown ? `\`${key}\`${place} ${isMissing ? 'is missing' : message}` : INVALID.message,
    position: places.position(names),
  };
}
