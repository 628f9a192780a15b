import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainYaml } from '../../src/model/plain-yaml.ts';
import { SHOW_LIMITS, split } from '../../src/model/recap-source.ts';
import { readAnyYaml } from '../../src/model/yaml.ts';

/** What YAML has a meaning for somewhere, and text around it. */
const PIECE = fc.constantFrom(
  ...[
    'a',
    'B',
    '7',
    'é',
    '漢',
    'word',
    'S01E02',
    'a-b',
    'tvmaze:82',
    'https://x.example/a#b',
    '😀',
  ],
  ...[
    ' ',
    '  ',
    ':',
    ': ',
    ' :',
    ' #',
    '#',
    ', ',
    ',',
    '- ',
    '-',
    '? ',
    '?',
    '&a',
    '*a',
    '!t ',
    '|',
    '>',
    '%',
  ],
  ...[
    '@',
    '`',
    '"',
    "'",
    '\\',
    '\\"',
    '\\n',
    '[',
    ']',
    '{',
    '}',
    '[a, b]',
    '{ a: b }',
    '~',
    'null',
    '<<',
    '=',
  ],
  ...[
    '\t',
    '\u00a0',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\u0007',
    '\ud800',
    '\r',
    '---',
    '...',
    '\n',
    '\n  ',
    '\n- ',
  ],
);
const text = fc.array(PIECE, { maxLength: 6 }).map((pieces) => pieces.join(''));
const word = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom('a', 'word', 'S01E02', 'two words', "it's", 'a:b', 'x#y'),
  },
  { weight: 1, arbitrary: fc.constantFrom('a: b', 'x #y', '-1', '', 'a, b', 'a:', '[a', 'a]') },
);
const scalar = fc.oneof(
  { weight: 12, arbitrary: word },
  { weight: 2, arbitrary: text },
  { weight: 2, arbitrary: text.map((text) => `"${text}"`) },
  { weight: 1, arbitrary: text.map((text) => `'${text}'`) },
  { weight: 1, arbitrary: fc.string().map((text) => JSON.stringify(text)) },
);
const key = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('a', 'title', 'code', 'after-all', 'b_2', 'aka', 'c') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '__proto__',
      'constructor',
      'prototype',
      '<<',
      '1',
      '"q"',
      '? a',
      '',
      'a b',
      'toString',
    ),
  },
);
const gap = fc.constantFrom(...Array<string>(8).fill(' '), '', '  ');
const list = fc
  .tuple(
    gap,
    fc.array(scalar, { maxLength: 3 }),
    fc.constantFrom(', ', ', ', ', ', ', ', ',', ' , '),
    gap,
  )
  .map(([before, entries, comma, after]) => `[${before}${entries.join(comma)}${after}]`);
const mapping = fc
  .tuple(gap, fc.array(fc.tuple(key, gap, fc.oneof(scalar, list)), { maxLength: 3 }), gap)
  .map(([before, entries, after]) => {
    return `{${before}${entries.map(([key, gap, value]) => `${key}:${gap}${value}`).join(', ')}${after}}`;
  });
const value = fc.oneof(
  { weight: 4, arbitrary: scalar },
  list,
  mapping,
  fc
    .array(fc.oneof(mapping, list, scalar), { maxLength: 2 })
    .map((inner) => `[${inner.join(', ')}]`),
);
const indent = fc.constantFrom('', '  ', '  ', '  ', '    ', ' ');
const below = fc
  .tuple(
    indent,
    fc.array(
      fc.tuple(fc.constantFrom(...Array<string>(12).fill('- '), '  ', '-', '-  ', ''), value),
      {
        maxLength: 4,
      },
    ),
  )
  .map(([indent, items]) => items.map(([mark, value]) => `\n${indent}${mark}${value}`).join(''));
const mappings = fc
  .array(fc.array(fc.tuple(key, gap, value), { minLength: 1, maxLength: 3 }), { maxLength: 3 })
  .chain((items) => fc.tuple(indent, fc.constant(items)))
  .map(([indent, items]) => {
    const lines = items.map((entries) =>
      entries.map(([key, gap, value]) => `${key}:${gap}${value}`),
    );
    return lines.map((lines) => `\n${indent}- ${lines.join(`\n${indent}  `)}`).join('');
  });
const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(key, gap, value).map(([key, gap, value]) => `${key}:${gap}${value}`),
  },
  { weight: 3, arbitrary: fc.tuple(key, below).map(([key, list]) => `${key}:${list}`) },
  { weight: 3, arbitrary: fc.tuple(key, mappings).map(([key, list]) => `${key}:${list}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('# comment', '  # comment', '', '   ', '\t', '#', ' x', '- a'),
  },
  { weight: 1, arbitrary: text },
);
const frontMatter = fc.oneof(
  line,
  fc.array(line, { maxLength: 3 }).map((lines) => lines.join('\n')),
);

/** How many texts are generated. */
const RUNS = process.env.RECAP_SOAK ? 400_000 : 4000;

/** What a reader makes of a text, or that it refuses it. */
function result(read: () => object): unknown {
  try {
    return Object.entries(read());
  } catch {
    return 'refused';
  }
}

describe('front matter that is read as plain', () => {
  test('is read as YAML’s own reader reads it', () => {
    let plain = 0;
    fc.assert(
      fc.property(frontMatter, (text) => {
        const entries = readPlainYaml(text);
        if (!entries) return;
        plain++;
        expect(Object.entries(entries)).toEqual(result(() => readAnyYaml(text)));
      }),
      { numRuns: RUNS },
    );

    expect(plain).toBeGreaterThan(RUNS / 20);
  }, 600_000);

  test('is nearly all that ships', () => {
    const texts = readdirSync('recaps', { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join('recaps', name)))
      .filter((bytes) => bytes.subarray(0, 3).equals(Buffer.from('---')))
      .map((bytes) => split(bytes, SHOW_LIMITS).frontMatter);
    const plain = texts.filter((text) => readPlainYaml(text));
    expect(plain.length).toBeGreaterThan(texts.length * 0.97);
    for (const text of plain)
      expect(Object.entries(readPlainYaml(text) ?? {})).toEqual(Object.entries(readAnyYaml(text)));
  });
});

test.each([
  ['a text over several lines', 'title: one\n  two'],
  ['a block of text', 'title: |\n  one'],
  ['an empty value', 'title:'],
  ['an escape that stands for something else', 'title: "a\\tb"'],
  ['a key that is given twice', 'title: one\ntitle: two'],
  ['a key that names a prototype', 'constructor: x'],
  ['an anchor', 'title: &a one'],
  ['a comment behind a value', 'year: 2020 # or so'],
  ['a tab', 'title:\tone'],
  ['nothing at all', '# a comment\n'],
])('%s is not read as plain', (_, text) => {
  expect(readPlainYaml(text)).toBeUndefined();
});
