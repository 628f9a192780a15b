import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { recapHead } from '../../src/gated/recap-head.ts';
import { Sealed } from '../../src/gated/sealed.ts';
import { Show } from '../../src/gated/show.ts';
import type { Field } from '../../src/model/field.ts';
import { code } from '../support/recaps.ts';

const show = new Show('a-show', {
  title: 'A Show',
  aka: ['SECRET'],
  episodes: [{ code: code(1), title: 'SECRET', aka: ['SECRET'] }],
  seasons: [{ number: 1, aka: ['SECRET'] }],
  secrets: [{ any: ['SECRET words'], after: code(1) }],
  names: [{ name: 'SECRET' }],
  known: ['SECRET'],
});
const head = recapHead(show, 'a-recap', {
  title: 'SECRET',
  episode: code(1),
  gist: 'SECRET',
  source: 'https://example.com/SECRET',
});

describe.each([
  ['a show', show],
  ['the head of a recap', head],
  ['something sealed', new Sealed('SECRET')],
])('%s tells nothing that waits, however it is printed', (_, value) => {
  test.each([
    ['JSON', JSON.stringify(value)],
    ['text', `${value}`],
    ['spread', JSON.stringify({ ...value })],
    ['inspected', inspect(value, { depth: null, showHidden: true })],
    ['cloned', JSON.stringify(structuredClone(JSON.parse(JSON.stringify(value))))],
  ])('%s', (_way, printed) => expect(printed).not.toContain('SECRET'));
});

// `tsc` fails where one of these is no error
describe('reading what is sealed does not compile', () => {
  test('titles in the list of a show', () => {
    // @ts-expect-error titles of episodes are no part of what is public
    expect(show.episodes[0]?.title).toBeUndefined();
    // @ts-expect-error neither are its other titles
    expect(show.aka).toBeUndefined();
    // @ts-expect-error nor what it declares
    expect(show.secrets).toBeUndefined();
  });

  test('front matter', () => {
    // @ts-expect-error it is sealed
    expect(head.frontMatter.title).toBeUndefined();
    // @ts-expect-error and is no text
    const title: string = head.frontMatter;
    expect(title).toBe(head.frontMatter);
  });
});

describe('a field without all of its rules, or with some that contradict each other, does not compile', () => {
  const rules = { value: 'line', isRequired: false, about: 'A field.' } as const;
  const visible = {
    ...rules,
    visibility: 'public',
    json: 'recap',
    isIndexed: false,
    text: 'none',
  } as const;
  const hidden = {
    ...rules,
    visibility: 'never',
    json: 'none',
    isIndexed: false,
    text: 'none',
  } as const;

  test('with all of them it does', () => {
    const fields: Field[] = [visible, hidden];
    expect(fields).toHaveLength(2);
  });

  test.each([
    // @ts-expect-error who may see it?
    { ...rules, json: 'recap', isIndexed: false, text: 'none' } satisfies Field,
    // @ts-expect-error where in JSON?
    { ...rules, visibility: 'public', isIndexed: false, text: 'none' } satisfies Field,
    // @ts-expect-error may the index keep it?
    { ...rules, visibility: 'public', json: 'recap', text: 'none' } satisfies Field,
    // @ts-expect-error how is it printed?
    { ...rules, visibility: 'public', json: 'recap', isIndexed: false } satisfies Field,
    // @ts-expect-error what waits for an episode is not in the index
    { ...visible, visibility: 'body', isIndexed: true } satisfies Field,
    // @ts-expect-error nor in lists
    { ...visible, visibility: 'body', json: 'list' } satisfies Field,
    // @ts-expect-error nor is where a fetched text comes from
    { ...visible, visibility: 'provenance', json: 'list' } satisfies Field,
    // @ts-expect-error what lists hold the index must keep
    { ...visible, json: 'list' } satisfies Field,
    // @ts-expect-error what nobody sees is in no JSON
    { ...hidden, json: 'recap' } satisfies Field,
    // @ts-expect-error nor printed
    { ...hidden, text: 'own-place' } satisfies Field,
  ])('%#', (field) => expect(field).toBeTypeOf('object'));
});
