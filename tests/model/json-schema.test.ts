import { expect, test } from 'vitest';
import * as z from 'zod';
import { jsonSchema } from '../../src/model/json-schema.ts';

/** Whether an editor that reads YAML 1.2 would find nothing wrong. */
function fits(kind: 'recap' | 'show', value: unknown): boolean {
  return z.fromJSONSchema(jsonSchema(kind)).safeParse(value).success;
}

test.each([
  ['recap', { episode: 's1e10', summary: 'One line.' }],
  ['recap', { title: 'A', after: '1x2', published: '2020-12-14', tags: ['a'] }],
  ['show', { title: 'A', year: 2020, episodes: [{ code: 'S01E01', title: 'B', aka: ['C'] }] }],
  ['show', { title: 'A', secrets: [{ phrase: 'it was Ada', after: 'S01E01' }] }],
] as const)('%s: %j fits', (kind, value) => expect(fits(kind, value)).toBe(true));

test.each([
  ['recap', { episode: 10 }],
  ['recap', { title: 'A', after: 'soon' }],
  ['recap', { title: 'A', until: 'S01E01' }],
  ['recap', { title: 'A', published: 'soon' }],
  ['show', { year: 2020 }],
  ['show', { title: 'A', episodes: [{ title: 'B' }] }],
  ['show', { title: 'A', secrets: [{ phrase: 'it was Ada' }] }],
] as const)('%s: %j does not', (kind, value) => expect(fits(kind, value)).toBe(false));
