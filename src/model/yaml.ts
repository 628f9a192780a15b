import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { readPlainYaml } from './plain-yaml.ts';
import { INVALID_TO_READERS, type Position, RecapError } from './problem.ts';
import { notMapping, yamlMistake } from './yaml-mistake.ts';
import { anchorIn, filePosition, yamlPosition } from './yaml-places.ts';

/** Keys that name a prototype, and YAML's merge key. No front matter needs them. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype', '<<']);

/**
 * Reads front matter as YAML 1.2 in which every scalar is text, so that `010`, `1:30` and `no` stay what
 * the author wrote. No anchors, no tags beyond the text ones, no nesting beyond a list of mappings.
 *
 * @param text the lines between the delimiters
 * @returns key to value: text, lists and mappings
 * @throws {RecapError} whose message names the line and quotes nothing
 */
export function readYaml(text: string): Readonly<Record<string, unknown>> {
  return readPlainYaml(text) ?? readAnyYaml(text);
}

/**
 * The same for all of YAML.
 *
 * gray-matter is given front matter alone, never a body, and one engine: its own ones run code
 * (docs/design.md).
 */
export function readAnyYaml(text: string): Readonly<Record<string, unknown>> {
  const lines = text.split('\n');
  const delimiter = lines.findIndex((line) => line.startsWith('---'));
  if (delimiter !== -1) {
    // gray-matter would end the front matter here and drop the keys below it
    throw invalid('no line of the front matter may begin with `---`', {
      line: delimiter + 2,
      column: 1,
    });
  }
  let failure: RecapError | undefined;
  const parse = (yaml: string): object => {
    try {
      return { parsed: load(yaml, { schema: FAILSAFE_SCHEMA, maxAliases: 0, maxDepth: 6 }) };
    } catch (error) {
      failure = yamlError(text, error);
      return {};
    }
  };
  const { data } = matter(`---\n${text}\n---\n`, {
    language: 'yaml',
    engines: { yaml: { parse }, javascript: refuse, js: refuse, json: refuse, coffee: refuse },
  });
  if (failure) throw failure;
  const parsed: unknown = Object.hasOwn(data, 'parsed') ? data.parsed : undefined;
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    const { message, position } = notMapping(text);
    throw invalid(message, position);
  }
  const anchor = anchorIn(text);
  if (anchor !== undefined) {
    const message = 'a value that begins with `&` must be in quotes, as in `key: "…"`';
    throw invalid(message, filePosition(text, anchor));
  }
  for (const key of Object.keys(parsed)) {
    if (FORBIDDEN_KEYS.has(key)) {
      throw invalid('the front matter has a key that is not allowed', yamlPosition(text, [key]));
    }
  }
  return Object.fromEntries(Object.entries(parsed));
}

function refuse(): never {
  throw new RecapError('front-matter/language', 'the front matter is not YAML');
}

/** js-yaml's message and mark hold lines of the file, so it is told in words of our own. */
function yamlError(text: string, error: unknown): RecapError {
  const { reason = '', mark } = error instanceof YAMLException ? error : {};
  // gray-matter hands over the line feed behind the opening delimiter too
  const failure = { reason, line: (mark?.line ?? 1) - 1, column: mark?.column ?? 0 };
  const { message, position } = yamlMistake(text, failure);
  return invalid(message, position);
}

/** A mistake in any value breaks all of the front matter, so readers are not told which. */
function invalid(message: string, position: Position): RecapError {
  return new RecapError('front-matter/yaml', message, position, { toReaders: INVALID_TO_READERS });
}
