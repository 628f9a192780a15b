import { FAILSAFE_SCHEMA, load, YAMLException } from 'js-yaml';
import { EXIT, UserError } from '../../model/user-error.ts';
import { yamlValues } from '../../model/yaml-places.ts';
import { requireValid } from './require-valid.ts';
import { SETTINGS, type WrittenIn } from './settings.ts';

/** A setting as it is written in `config.yaml`. */
export interface WrittenSetting {
  readonly name: string;
  /** One text, or those of a list. */
  readonly texts: readonly string[];
}

/**
 * The settings of a `config.yaml`: YAML in which every value is text or a list of texts, as in front matter. A key
 * without a value counts as missing.
 *
 * @param path as messages show it
 * @throws {UserError} naming the line, and saying what to write
 */
export function readSettings(text: string, path: string, at: WrittenIn): WrittenSetting[] {
  const lines = keyLines(text, path);
  return Object.entries(mappingIn(text, path)).flatMap(([name, value]) => {
    const where = `${path}:${lines.get(name) ?? 1}`;
    const setting = SETTINGS.find((known) => known.name === name);
    if (!setting) throw invalid(where, `unknown setting \`${name}\`; use ${NAMES}`);
    const values: unknown[] = Array.isArray(value) ? value : [value];
    const texts = values.filter((entry) => typeof entry === 'string').map((entry) => entry.trim());
    const given = texts.filter((entry) => entry !== '');
    if (texts.length < values.length || (given.length > 1 && !setting.isList)) {
      throw invalid(where, `invalid value for \`${name}\`; use ${setting.values}`);
    }
    for (const entry of given) requireValid(setting, entry, at, `\`${name}\``, where);
    return given.length === 0 ? [] : [{ name, texts: given }];
  });
}

const NAMES = `${SETTINGS.slice(0, -1)
  .map(({ name }) => `\`${name}\``)
  .join(', ')} or \`${SETTINGS.at(-1)?.name}\``;

const EXAMPLE = 'write one setting per line, such as `width: 100`';

/** The lines of the keys, counted from 1. @throws {UserError} for a duplicate key */
function keyLines(text: string, path: string): Map<string, number> {
  const lines = new Map<string, number>();
  for (const { path: keys, keyStart, start } of yamlValues(text)) {
    if (keys.length !== 1) continue;
    const name = String(keys[0]);
    const line = text.slice(0, keyStart ?? start).split('\n').length;
    if (lines.has(name)) throw invalid(`${path}:${line}`, `\`${name}\` is set twice`);
    lines.set(name, line);
  }
  return lines;
}

/** @throws {UserError} */
function mappingIn(text: string, path: string): object {
  // js-yaml refuses a file without a document
  if (/^(?:\s*(?:#[^\n]*)?(?:\n|$))*$/.test(text)) return {};
  const parsed = parse(text, path) || {};
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  throw invalid(`${path}:1`, EXAMPLE);
}

function parse(text: string, path: string): unknown {
  try {
    return load(text, { schema: FAILSAFE_SCHEMA, maxAliases: 0, maxDepth: 6 });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const line = (error.mark?.line ?? 0) + 1;
    throw invalid(`${path}:${line}`, `invalid YAML; ${EXAMPLE}`);
  }
}

function invalid(where: string, message: string): UserError {
  return new UserError(`${where}: ${message}`, EXIT.usage);
}
