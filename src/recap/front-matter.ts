import * as z from 'zod';
import { plain, plainLine } from '../terminal/untrusted.ts';
import { parseEpisodeCode } from './episode.ts';
import { type Problem, RecapError } from './problem.ts';
import { lineOf, readYaml } from './yaml.ts';

const MAX_LINE = 500;

/** One line of text that shows: with a letter or picture in it, and no control or invisible character. */
const line = z
  .string('is one line of text')
  .trim()
  .max(MAX_LINE, `has at most ${MAX_LINE} characters`)
  .refine((text) => !/\n/.test(text), 'is one line of text')
  .refine((text) => plain(text) === text, 'has a character that cannot be shown; take it out')
  .refine((text) => plainLine(text) !== '', 'is empty; write something or leave the key out');

const code = z.string('is an episode code; write it as `S01E10`').transform((text, context) => {
  const parsed = parseEpisodeCode(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: 'is not an episode code; write it as `S01E10`' });
  return z.NEVER;
});

const date = z
  .string('is a date; write it as `2020-12-14`')
  .refine(isDate, 'is not a date; write it as `2020-12-14`');

const address = line.refine(
  (text) => /^https?:\/\/[^\s]+$/.test(text),
  'is not an address; write it whole, from `https://`',
);

/** The front matter of a recap (DESIGN §3). `episode` makes it an episode recap, else it is an article. */
const recapSchema = z
  .object({
    title: line.optional(),
    episode: code.optional(),
    after: code.optional(),
    summary: line.optional(),
    author: line.optional(),
    published: date.optional(),
    source: address.optional(),
    tags: z.array(line, 'is a list; write it as `[one, two]`').optional(),
  })
  .refine(({ episode, after }) => !(episode && after), {
    path: ['after'],
    error: 'cannot stand beside `episode`, which is the gate already; take one of them out',
  })
  .refine(({ title, episode }) => title !== undefined || episode !== undefined, {
    path: ['title'],
    error: 'is missing; an article needs a title, an episode recap needs `episode:`',
  });

/** The front matter of `show.md` (DESIGN §3). */
const showSchema = z.object({
  title: line,
  year: z
    .string('is a year')
    .regex(/^\d{4}$/, 'is not a year; write it as `2020`')
    .transform(Number)
    .optional(),
  network: line.optional(),
  aka: z.array(line, 'is a list; write it as `[one, two]`').optional(),
  episodes: z
    .array(
      z.object({
        code,
        title: line.optional(),
        aka: z.array(line, 'is a list; write it as `[one, two]`').optional(),
      }),
      'is a list of `{ code: S01E01, title: … }`',
    )
    .default([])
    .refine(
      (episodes) => new Set(episodes.map((episode) => episode.code)).size === episodes.length,
      'names an episode twice; every code stands once',
    ),
});

export type RecapFrontMatter = z.infer<typeof recapSchema>;
export type ShowFrontMatter = z.infer<typeof showSchema>;
export type ListedEpisode = ShowFrontMatter['episodes'][number];

export interface FrontMatter<T> {
  readonly data: T;
  /** Keys that nothing reads, each with its line: a warning of `recap check`. */
  readonly unknownKeys: readonly Problem[];
}

/** @throws {RecapError} naming the line, the key and the rule */
export function readRecapFrontMatter(text: string): FrontMatter<RecapFrontMatter> {
  return read(text, recapSchema);
}

/** @throws {RecapError} naming the line, the key and the rule */
export function readShowFrontMatter(text: string): FrontMatter<ShowFrontMatter> {
  return read(text, showSchema);
}

function read<T extends z.ZodObject>(text: string, schema: T): FrontMatter<z.infer<T>> {
  const entries = readYaml(text);
  const known = Object.keys(schema.shape);
  refuseLostGates(text, entries, known);
  const result = schema.safeParse(Object.fromEntries(entries));
  if (!result.success) throw schemaError(text, result.error, known);
  const unknownKeys = [...entries.keys()]
    .filter((key) => !known.includes(key))
    .map((key) => ({
      rule: 'front-matter/unknown-key',
      message: `a key is not known; the known ones are ${known.map((name) => `\`${name}\``).join(', ')}`,
      position: { line: lineOf(text, key), column: 1 },
    }));
  return { data: result.data, unknownKeys };
}

/** Keys that people write for a gate. */
const GATE_KEYS = /^(?:gate|until|through|watched|spoilers?|season)$/i;

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
      'a key is not known that may be meant as a gate; write `episode: S01E10` or `after: S01E10`',
      { line: lineOf(text, key), column: 1 },
    );
  }
}

/** Names only keys of the schema, never what stands in the file. */
function schemaError(text: string, error: z.ZodError, known: readonly string[]): RecapError {
  const issue = error.issues[0];
  const key = String(issue?.path[0] ?? '');
  const within = issue?.path.slice(1).map((part) => (typeof part === 'number' ? part + 1 : part));
  const place = within?.length ? ` (entry ${within.join(', ')})` : '';
  const isMissing = !new RegExp(`^["']?${key}["']?\\s*:`, 'm').test(text);
  const message =
    isMissing && issue?.code === 'invalid_type'
      ? `\`${key}\` is missing`
      : `\`${key}\`${place} ${issue?.message ?? 'is not understood'}`;
  return new RecapError(
    'front-matter/schema',
    known.includes(key) ? message : 'the front matter is not understood',
    { line: lineOf(text, key), column: 1 },
  );
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}
