import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Field, Fields } from '../../src/model/field.ts';
import { recapSchema } from '../../src/model/front-matter.ts';
import { isPlain } from '../../src/model/plain-values.ts';
import { RECAP_FIELDS } from '../../src/model/recap-fields.ts';

/** Values that are fine for some kind of field, and what comes close. */
const text = fc.oneof(
  fc.constantFrom(
    ...[
      'a',
      'two words',
      ' a',
      'a ',
      '\u00a0a',
      '',
      ' ',
      'a\nb',
      'a\tb',
      'a\rb',
      'é',
      '漢',
      '…',
      '😀',
    ],
    ...['\u200b', 'a\u200bc', 'e\u0301', '\ud800', 'a\u0007', '\u202ea', '\ufe0f', 'x'.repeat(500)],
    ...['x'.repeat(501), `${'x'.repeat(500)} `, 'x'.repeat(2000), 'x'.repeat(2001)],
  ),
  fc.constantFrom(
    ...['S01E02', 's01e02', '1x02', 'S1E2', 'S001E02', 'S0001E0002', 'S01E2', 'S01 E02', 'S01E02 '],
    ...[
      '2020-12-14',
      '2020-02-30',
      '2021-02-29',
      '2024-02-29',
      '2020-13-01',
      '2020-1-1',
      '0000-01-01',
    ],
    ...[
      '2020',
      '20',
      '2',
      'tvmaze:82',
      'TVmaze:82',
      'a:b c',
      'a:',
      'leak/event',
      'leak/',
      'Leak/x',
    ],
    ...[
      'https://x.example/a',
      'http://x',
      'https://',
      'ftp://x',
      'https://x y',
      'running',
      'ended',
      'Ended',
    ],
  ),
  fc.string({ unit: 'binary' }),
);
const value = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 2, arbitrary: fc.array(text, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>({}, { a: 'b' }, [[]], [{}]) },
);

/** An entry with some of these fields, and now and then with an unknown one. */
function entryOf(fields: Fields): fc.Arbitrary<object> {
  const known = Object.entries(fields).map(([name, field]) => [name, valueFor(field)] as const);
  return fc.record({ ...Object.fromEntries(known), other: text }, { requiredKeys: [] });
}

function valueFor({ value: kind }: Field): fc.Arbitrary<unknown> {
  if (typeof kind === 'string') return value;
  return fc.oneof(fc.array(entryOf(kind.entries), { maxLength: 2 }), value);
}

const RUNS = process.env.RECAP_SOAK ? 20_000 : 500;
test.each(Object.entries(RECAP_FIELDS))(
  'a plain `%s` is what its schema returns',
  (name, field) => {
    fc.assert(
      fc.property(valueFor(field), (value) => {
        const values = { title: 'A title', [name]: value };
        if (!isPlain(values, RECAP_FIELDS)) return;
        const { success, data } = recapSchema.safeParse(values);
        expect(success && data).toEqual(values);
      }),
      { numRuns: RUNS },
    );
  },
);

test.each<object>([
  { title: 'The lantern widow', episode: 'S01E02', published: '2020-12-14' },
  { title: 'Who hid it?', after: 'S01E03', tags: ['family', 'prison'], summary: 'Can she?' },
  {
    episode: 'S10E100',
    source: 'https://recaps.example/s01e05',
    gist: 'She leaves.',
    id: 'tvmaze:4952',
  },
  { episode: 'S01E01', accepted: [{ rule: 'leak/event', reason: 'It says nothing.' }] },
])('ordinary front matter is plain: %j', (values) => {
  expect(isPlain(values, RECAP_FIELDS)).toBe(true);
});

test.each<object>([
  { title: 'A', until: 'S01E03' },
  { title: 'A', toString: 'b' },
  { title: 'A', episode: 's1e3' },
  { title: ['A'] },
  { tags: 'one' },
  { tags: ['one', { two: 'three' }] },
  { accepted: [''] },
  { accepted: [{ rule: 'leak/event' }] },
])('other front matter is left to its schema: %j', (values) => {
  expect(isPlain(values, RECAP_FIELDS)).toBe(false);
});
