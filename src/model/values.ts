import * as z from 'zod/mini';
import { sanitize, sanitizeLine } from '../text/sanitize.ts';
import { wordsOf } from '../text/words.ts';
import { parseEpisodeCode } from './episode.ts';
import { episodeCodeMistake } from './episode-code-mistake.ts';

/** The longest values, in UTF-16 code units. */
export const MAX_LINE = 500;
export const MAX_TEXT = 2000;

export const IDENTIFIER = /^[a-z][a-z0-9-]{0,31}:[\w.-]{1,64}$/;
export const ADDRESS = /^https?:\/\/[^\s]+$/;
export const LEAK_RULE = /^leak\/[a-z-]+$/;

/** One line of text that shows: with a letter or picture in it, and no control or invisible character. */
const lineOf = (length: number) =>
  z.string('must be one line of text').check(
    z.trim(),
    z.maxLength(length, `must not be longer than ${length} characters`),
    z.refine((text) => !/\n/.test(text), 'must be one line of text'),
    z.refine((text) => sanitize(text) === text, 'has an invisible or control character; remove it'),
    z.refine((text) => sanitizeLine(text) !== '', 'is empty; fill it in or remove the key'),
  );

const line = lineOf(MAX_LINE);

const code = z.pipe(
  z.string('must be an episode code such as `S01E10`'),
  z.transform((text, context) => {
    const parsed = parseEpisodeCode(text);
    if (parsed) return parsed;
    context.issues.push({
      code: 'custom',
      message: episodeCodeMistake(text),
      input: text,
    });
    return z.NEVER;
  }),
);

const date = z
  .string('must be a date such as `2020-12-14`')
  .check(z.refine(isDate, 'is not a date; write it as `2020-12-14`'));

const number = (pattern: RegExp, message: string) =>
  z.pipe(z.string(message).check(z.regex(pattern, message)), z.transform(Number));

/**
 * The kinds of front-matter values. Each is a schema from the text in the file to the value; its messages follow the
 * field's name.
 */
export const VALUES = {
  line,
  /** A sentence or two on one line. */
  text: lineOf(MAX_TEXT),
  lines: z.array(line, 'must be a list such as `[one, two]`'),
  phrase: line.check(z.refine((phrase) => wordsOf(phrase).length > 0, 'has no word in it')),
  alternatives: z
    .array(
      line.check(z.refine((phrase) => wordsOf(phrase).length > 0, 'has no word in it')),
      'must be a list such as `[one phrase, another phrase]`',
    )
    .check(z.minLength(1, 'is empty; list at least one phrase')),
  code,
  date,
  year: number(/^\d{4}$/, 'is not a year; write it as `2020`'),
  season: number(/^\d{1,3}$/, 'is not the number of a season; write it as `2`'),
  address: line.check(
    z.refine(
      (text) => ADDRESS.test(text),
      'is not an address; write all of it, starting with `https://`',
    ),
  ),
  identifier: z
    .string('must be an identifier such as `tvmaze:82`')
    .check(z.regex(IDENTIFIER, 'must be written as `tvmaze:82`')),
  leakRule: z
    .string('must be a rule such as `leak/event`')
    .check(z.regex(LEAK_RULE, 'must be a rule such as `leak/event`')),
  status: z.enum(['running', 'ended'], 'must be `running` or `ended`'),
};

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  // the 30th of February is the 1st or 2nd of March
  return new Date(`${text}T00:00:00Z`).getUTCDate() === Number(text.slice(8));
}
