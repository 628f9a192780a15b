import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Field, type Fields, jsonNames } from '../../src/model/field.ts';
import { RECAP_FIELDS } from '../../src/model/recap-fields.ts';
import { SHOW_FIELDS } from '../../src/model/show-fields.ts';

const SEEN_BY: Record<Field['visibility'], string> = {
  public: 'everybody',
  'episode-title': 'everybody; of an episode whoever has watched the one before',
  body: 'whoever may read the recap',
  provenance: 'everybody; of a fetched text whoever may read it',
  never: 'nobody',
};

/** The table of fields as the docs have it; where a list of mappings is one, its fields follow. */
function table(fields: Fields): string {
  const rows = Object.entries(fields).map(([name, { about, visibility }]) => {
    return `| \`${name}\` | ${about} | ${SEEN_BY[visibility]} |\n`;
  });
  return `| key | what it is | who sees it |\n| --- | --- | --- |\n${rows.join('')}`;
}

const format = readFileSync('docs/format.md', 'utf8');

test.each([
  ['show.md', SHOW_FIELDS],
  ['a recap', RECAP_FIELDS],
] as const)('docs/format.md has the table of the fields of %s', (_, fields) => {
  expect(format).toContain(`\n\n${table(fields)}\n`);
});

/** The examples of JSON in docs/json.md that parse. */
const examples: unknown[] = Array.from(
  readFileSync('docs/json.md', 'utf8').matchAll(/^```json\n([\s\S]*?)^```$/gm),
  ([, json = '']) => JSON.parse(json),
);

/** All mappings in a value. */
function mappings(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(mappings);
  return Array.isArray(value) ? inner : [{ ...value }, ...inner];
}

test.each([
  ['shows', ['slug', ...jsonNames(SHOW_FIELDS, 'list'), 'watched', 'coming']],
  ['recaps in a list', ['slug', 'kind', ...jsonNames(RECAP_FIELDS, 'list'), 'state', 'opensAfter']],
  ['recaps in a story', ['slug', ...jsonNames(RECAP_FIELDS, 'story'), 'markdown', 'curtains']],
  [
    'a recap',
    [
      'show',
      'slug',
      'kind',
      ...jsonNames(RECAP_FIELDS, 'recap'),
      'host',
      'watched',
      'markdown',
      'curtains',
    ],
  ],
] as const)('docs/json.md has an example of %s', (_, names) => {
  expect(mappings(examples).map((mapping) => Object.keys(mapping).join())).toContain(names.join());
});
