import matter from 'gray-matter';
import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { readPlainYaml } from './plain-yaml.ts';
import { RecapError } from './problem.ts';
import { yamlPosition } from './yaml-places.ts';

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
export function readYaml(text: string): ReadonlyMap<string, unknown> {
  return readPlainYaml(text) ?? readAnyYaml(text);
}

/**
 * The same for all of YAML.
 *
 * gray-matter is given front matter alone, never a body, and one engine: its own ones run code
 * (docs/design.md).
 */
export function readAnyYaml(text: string): ReadonlyMap<string, unknown> {
  const lines = text.split('\n');
  const delimiter = lines.findIndex((line) => line.startsWith('---'));
  if (delimiter !== -1) {
    // gray-matter would end the front matter here and drop the keys below it
    throw new RecapError('front-matter/yaml', 'no line of the front matter may begin with `---`', {
      line: delimiter + 2,
      column: 1,
    });
  }
  let failure: RecapError | undefined;
  const parse = (yaml: string): object => {
    try {
      return { parsed: load(yaml, { schema: FAILSAFE_SCHEMA, maxAliases: 0, maxDepth: 6 }) };
    } catch (error) {
      failure = yamlError(error);
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
    throw new RecapError(
      'front-matter/yaml',
      'the front matter is not a list of `key: value` lines',
      { line: 2, column: 1 },
    );
  }
  const entries = new Map(Object.entries(parsed));
  for (const key of entries.keys()) {
    if (FORBIDDEN_KEYS.has(key)) {
      throw new RecapError(
        'front-matter/yaml',
        'the front matter has a key that is not allowed',
        yamlPosition(text, [key]),
      );
    }
  }
  return entries;
}

function refuse(): never {
  throw new RecapError('front-matter/language', 'the front matter is not YAML');
}

/** js-yaml's message and mark hold lines of the file, so only the place is kept. */
function yamlError(error: unknown): RecapError {
  const mark = error instanceof YAMLException ? error.mark : undefined;
  return new RecapError('front-matter/yaml', 'the front matter is not valid YAML here', {
    // gray-matter hands over the line feed behind the opening delimiter too
    line: (mark?.line ?? 1) + 1,
    column: (mark?.column ?? 0) + 1,
  });
}
