import { sanitize } from '../text/sanitize.ts';
import { parseEpisodeCode } from './episode.ts';
import type { Field, Fields, FrontMatterOf } from './field.ts';
import {
  ADDRESS,
  IDENTIFIER,
  isDate,
  LEAK_RULE,
  MAX_LINE,
  MAX_TEXT,
  type VALUES,
} from './values.ts';

/**
 * Whether a recap's front matter is already what its schema would make of it: every value valid and in the form in which the
 * program keeps it, and no key unknown. That is nearly always so and takes a fraction of the schema's time. What is not
 * plain may still be valid.
 */
export function isPlain<T extends Fields>(values: object, fields: T): values is FrontMatterOf<T> {
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field || !isPlainValue(value, field)) return false;
  }
  for (const name in fields) {
    if (fields[name]?.isRequired && !Object.hasOwn(values, name)) return false;
  }
  return true;
}

function isPlainValue(value: unknown, { value: kind }: Field): boolean {
  if (typeof kind === 'string') return PLAIN[kind]?.(value) ?? false;
  return Array.isArray(value) && value.every((entry) => isPlainEntry(entry, kind.entries));
}

function isPlainEntry(entry: unknown, fields: Fields): boolean {
  return typeof entry === 'object' && entry !== null && isPlain(entry, fields);
}

/** The kinds of values in a recap. All others are left to the schema. */
const PLAIN: Readonly<Partial<Record<keyof typeof VALUES, (value: unknown) => boolean>>> = {
  line: (value) => isLine(value, MAX_LINE),
  text: (value) => isLine(value, MAX_TEXT),
  lines: (value) => Array.isArray(value) && value.every((line) => isLine(line, MAX_LINE)),
  code: (value) => typeof value === 'string' && parseEpisodeCode(value) === value,
  date: (value) => typeof value === 'string' && isDate(value),
  address: (value) => isLine(value, MAX_LINE) && ADDRESS.test(value),
  identifier: (value) => typeof value === 'string' && IDENTIFIER.test(value),
  leakRule: (value) => typeof value === 'string' && LEAK_RULE.test(value),
};

function isLine(value: unknown, length: number): value is string {
  if (typeof value !== 'string' || value === '' || value.length > length) return false;
  return value.trim() === value && !value.includes('\n') && sanitize(value) === value;
}
