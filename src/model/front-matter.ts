import * as z from 'zod/mini';
import { sanitize, sanitizeLine } from '../text/sanitize.ts';
import { wordsOf } from '../text/words.ts';
import { parseEpisodeCode } from './episode.ts';
import { type Problem, RecapError } from './problem.ts';
import { readYaml } from './yaml.ts';
import { filePosition, type YamlPath, yamlPosition, yamlValues } from './yaml-places.ts';

const MAX_LINE = 500;

/** One line of text that shows: with a letter or picture in it, and no control or invisible character. */
const line = z.string('is one line of text').check(
  z.trim(),
  z.maxLength(MAX_LINE, `has at most ${MAX_LINE} characters`),
  z.refine((text) => !/\n/.test(text), 'is one line of text'),
  z.refine((text) => sanitize(text) === text, 'has a character that cannot be shown; take it out'),
  z.refine((text) => sanitizeLine(text) !== '', 'is empty; write something or leave the key out'),
);

const lines = z.array(line, 'is a list; write it as `[one, two]`');

const code = z.pipe(
  z.string('is an episode code; write it as `S01E10`'),
  z.transform((text, context) => {
    const parsed = parseEpisodeCode(text);
    if (parsed) return parsed;
    context.issues.push({
      code: 'custom',
      message: 'is not an episode code; write it as `S01E10`',
      input: text,
    });
    return z.NEVER;
  }),
);

const date = z
  .string('is a date; write it as `2020-12-14`')
  .check(z.refine(isDate, 'is not a date; write it as `2020-12-14`'));

const address = line.check(
  z.refine(
    (text) => /^https?:\/\/[^\s]+$/.test(text),
    'is not an address; write it whole, from `https://`',
  ),
);

/** The front matter of a recap (DESIGN §3). `episode` makes it an episode recap, else it is an article. */
export const recapSchema = z
  .object({
    title: z.optional(line),
    episode: z.optional(code),
    after: z.optional(code),
    summary: z.optional(line),
    author: z.optional(line),
    published: z.optional(date),
    source: z.optional(address),
    tags: z.optional(lines),
  })
  .check(
    z.refine(({ episode, after }) => !(episode && after), {
      path: ['after'],
      error: 'cannot stand beside `episode`, which is the gate already; take one of them out',
    }),
    z.refine(({ title, episode }) => title !== undefined || episode !== undefined, {
      path: ['title'],
      error: 'is missing; an article needs a title, an episode recap needs `episode:`',
    }),
  );

/** The front matter of `show.md` (DESIGN §3). */
export const showSchema = z.object({
  title: line,
  year: z.optional(
    z.pipe(
      z.string('is a year').check(z.regex(/^\d{4}$/, 'is not a year; write it as `2020`')),
      z.transform(Number),
    ),
  ),
  network: z.optional(line),
  aka: z.optional(lines),
  episodes: z._default(
    z
      .array(
        z.object({ code, title: z.optional(line), aka: z.optional(lines) }),
        'is a list of `{ code: S01E01, title: … }`',
      )
      .check(
        z.refine(
          (episodes) => new Set(episodes.map((episode) => episode.code)).size === episodes.length,
          'names an episode twice; every code stands once',
        ),
      ),
    [],
  ),
  secrets: z.optional(
    z.array(
      z.object({
        phrase: line.check(z.refine((phrase) => wordsOf(phrase).length > 0, 'has no word')),
        after: code,
      }),
      'is a list of `{ phrase: …, after: S01E10 }`',
    ),
  ),
});

export type RecapFrontMatter = z.infer<typeof recapSchema>;
export type ShowFrontMatter = z.infer<typeof showSchema>;
export type ListedEpisode = ShowFrontMatter['episodes'][number];

/** @throws {RecapError} naming the line, the key and the rule */
export function readRecapFrontMatter(text: string): RecapFrontMatter {
  return read(text, recapSchema);
}

/** @throws {RecapError} naming the line, the key and the rule */
export function readShowFrontMatter(text: string): ShowFrontMatter {
  return read(text, showSchema);
}

/** Keys that nothing reads, in front matter that can be read: for the author alone. */
export function unknownKeys(text: string, kind: 'recap' | 'show'): Problem[] {
  const schema = kind === 'show' ? showSchema : recapSchema;
  return yamlValues(text).flatMap(({ path, keyStart }) => {
    const [key, entry, name] = path;
    const inner = typeof entry === 'number' ? entriesOf(schema.shape, key) : undefined;
    const known = Object.keys(path.length === 1 ? schema.shape : (inner?.shape ?? {}));
    const asked = path.length === 1 ? key : name;
    const isKey = path.length === 1 || (path.length === 3 && inner !== undefined);
    if (!isKey || known.includes(String(asked))) return [];
    const names = known.map((known) => `\`${known}\``).join(', ');
    return {
      rule: 'front-matter/unknown-key',
      message: `nothing reads this key; the known ones are ${names}`,
      position: filePosition(text, keyStart ?? 0),
    };
  });
}

/** What the entries of a list are, if they are mappings. */
function entriesOf(
  shape: Readonly<Record<string, unknown>>,
  key: unknown,
): z.ZodMiniObject | undefined {
  let schema = shape[String(key)];
  while (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniDefault)
    schema = schema.def.innerType;
  const element = schema instanceof z.ZodMiniArray ? schema.def.element : undefined;
  return element instanceof z.ZodMiniObject ? element : undefined;
}

function read<T extends z.ZodMiniObject>(text: string, schema: T): z.infer<T> {
  const entries = readYaml(text);
  const known = Object.keys(schema.shape);
  refuseLostGates(text, entries, known);
  const result = schema.safeParse(Object.fromEntries(entries));
  if (!result.success) throw schemaError(text, result.error, known);
  return result.data;
}

/** Keys that people write for a gate. */
const GATE_KEYS = /^(?:gate|until|through|watched|spoilers?|season|secrets?|phrases?|hidden)$/i;

/**
 * A key that is not known but plainly means a gate, or a known one in other letters, must not be passed over:
 * what it was to hide would be public.
 */
function refuseLostGates(
  text: string,
  entries: ReadonlyMap<string, unknown>,
  known: readonly string[],
): void {
  for (const [key, value] of entries) {
    if (known.includes(key)) continue;
    const isMisspelt = known.includes(key.toLowerCase());
    const isEpisode = typeof value === 'string' && parseEpisodeCode(value) !== undefined;
    if (!isMisspelt && !isEpisode && !GATE_KEYS.test(key)) continue;
    throw new RecapError(
      'front-matter/lost-gate',
      `a key is not known that may be meant as a gate or a secret; the known ones are ${known.map((name) => `\`${name}\``).join(', ')}`,
      yamlPosition(text, [key]),
    );
  }
}

const NOT_UNDERSTOOD: Problem = {
  rule: 'front-matter/schema',
  message: 'the front matter is not understood',
  position: { line: 2, column: 1 },
};

/** Names only keys of the schema, never what stands in the file. */
function schemaError(text: string, error: z.core.$ZodError, known: readonly string[]): RecapError {
  const [first, ...others] = error.issues.map((issue) => schemaProblem(text, issue, known));
  const { rule, message, position } = first ?? NOT_UNDERSTOOD;
  return new RecapError(rule, message, position, others);
}

function schemaProblem(
  text: string,
  { code, message, path }: z.core.$ZodIssue,
  known: readonly string[],
): Problem {
  const [key, ...within] = path.map((part) => (typeof part === 'number' ? part + 1 : String(part)));
  const place = within.length > 0 ? ` (entry ${within.join(', ')})` : '';
  const names = path.map((part) => (typeof part === 'number' ? part : String(part)));
  const isMissing = code === 'invalid_type' && !hasValue(text, names);
  const sentence = `\`${key}\`${place} ${isMissing ? 'is missing' : message}`;
  return {
    rule: 'front-matter/schema',
    message: known.includes(String(key)) ? sentence : NOT_UNDERSTOOD.message,
    position: yamlPosition(text, names),
  };
}

function hasValue(text: string, path: YamlPath): boolean {
  const wanted = path.join('\n');
  return yamlValues(text).some((value) => value.path.join('\n') === wanted);
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
