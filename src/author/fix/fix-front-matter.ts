import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { isYamlTrap } from '../../check/front-matter-rules.ts';
import { parseEpisodeCode } from '../../model/episode.ts';
import type { Field, Fields } from '../../model/field.ts';
import { RecapError } from '../../model/problem.ts';
import { readYaml } from '../../model/yaml.ts';
import { type YamlValue, yamlValues } from '../../model/yaml-places.ts';
import { yamlText } from '../../model/yaml-text.ts';
import { type Edit, edited } from './edits.ts';
import { meantCode } from './meant-code.ts';

/**
 * Front matter with quotes where YAML needs them, keys in lower case and episode codes as recap reads them. What
 * cannot be made valid that way stays as it is.
 *
 * @param text the lines between the delimiters
 */
export function fixFrontMatter(text: string, fields: Fields): string {
  const quoted = isValid(text) ? text : withQuotes(text, fields);
  if (!isValid(quoted)) return text;
  const values = yamlValues(quoted);
  const edits = [...keyEdits(quoted, values, fields), ...valueEdits(quoted, values, fields)];
  const fixed = edited(quoted, edits);
  return isValid(fixed) ? fixed : quoted;
}

function isValid(text: string): boolean {
  try {
    readYaml(text);
    return true;
  } catch (error) {
    if (error instanceof RecapError) return false;
    throw error;
  }
}

/** A line `key: value` of a known key that holds words. */
const LINE = /^(\s*(?:-\s+)?)([\w-]+):([ \t]*)(\S.*?)[ \t]*$/;

function withQuotes(text: string, fields: Fields): string {
  const names = namesOf(fields);
  return text
    .split('\n')
    .map((line) => {
      const [, before = '', key = '', space = '', value = ''] = LINE.exec(line) ?? [];
      if (!names.get(key.toLowerCase()) || /^[ \t]*\t/.test(line)) return line;
      const isUrl = value.startsWith('//');
      const gap = space === '' && !isUrl ? ' ' : space;
      return `${before}${key}:${gap}${quotedValue(value)}`;
    })
    .join('\n');
}

/** The names of the fields that hold words, and of the entries of lists; `false` for all others. */
function namesOf(fields: Fields): ReadonlyMap<string, boolean> {
  return new Map(
    Object.entries(fields).flatMap(([name, { value }]): [string, boolean][] =>
      typeof value === 'object' ? [...namesOf(value.entries)] : [[name, value !== 'lines']],
    ),
  );
}

/** A value that YAML takes for text, in quotes if it needs them. What it may be otherwise is left alone. */
function quotedValue(value: string): string {
  if (isTextAlone(value) || /[ \t]#|^[“”„«»‘’‚‹›|>]/.test(value)) return value;
  const first = value[0] ?? '';
  if (first !== '"' && first !== "'") return yamlText(value);
  const isClosed = value.length > 1 && value.endsWith(first);
  if (!isClosed && value.slice(1).includes(first)) return yamlText(value);
  const inner = isClosed ? value.slice(1, -1) : value.slice(1);
  return yamlText(first === '"' ? inner.replace(/\\"/g, '"') : inner.replace(/''/g, "'"));
}

function isTextAlone(value: string): boolean {
  try {
    const read = load(`k: ${value}`, { schema: FAILSAFE_SCHEMA, maxAliases: 0 });
    return typeof read === 'object' && read !== null && !value.startsWith('&');
  } catch {
    return false;
  }
}

function keyEdits(text: string, values: readonly YamlValue[], fields: Fields): Edit[] {
  const paths = new Set(values.map(({ path }) => path.join('\n')));
  return values.flatMap(({ path, keyStart }): Edit[] => {
    const key = String(path.at(-1));
    const name = key.toLowerCase();
    const known = path.length === 1 ? fields : entriesOf(fields, path);
    const isWritten = keyStart !== undefined && text.startsWith(key, keyStart);
    const isTaken = paths.has([...path.slice(0, -1), name].join('\n'));
    if (!isWritten || isTaken || Object.hasOwn(known, key) || !Object.hasOwn(known, name))
      return [];
    return [{ start: keyStart, end: keyStart + key.length, text: name }];
  });
}

function valueEdits(text: string, values: readonly YamlValue[], fields: Fields): Edit[] {
  return values.flatMap(({ path, start, end, plain }): Edit[] => {
    const key = String(path.at(-1)).toLowerCase();
    const known = path.length === 1 ? fields : entriesOf(fields, path);
    const field = Object.hasOwn(known, key) ? known[key] : undefined;
    const value = text.slice(start, end);
    if (field?.value === 'code') {
      const code = parseEpisodeCode(value) ? undefined : meantCode(value, key === 'after');
      return code === undefined ? [] : [{ start, end, text: code }];
    }
    const isWords = field !== undefined && isText(field);
    if (!isWords || plain === undefined || plain === '' || !isYamlTrap(plain)) return [];
    return [{ start, end, text: yamlText(plain) }];
  });
}

function isText({ value }: Field): boolean {
  return value === 'line' || value === 'text' || value === 'phrase';
}

/** The fields of the entries of the list that a value is in. */
function entriesOf(fields: Fields, [name, , ...within]: YamlValue['path']): Fields {
  const value = fields[String(name).toLowerCase()]?.value;
  return within.length === 1 && typeof value === 'object' ? value.entries : {};
}
