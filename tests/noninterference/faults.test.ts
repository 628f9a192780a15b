import { describe, expect, test } from 'vitest';
import { problemText } from '../../src/app/problem-text.ts';
import { readRecapFrontMatter, readShowFrontMatter } from '../../src/model/front-matter.ts';
import { RecapError } from '../../src/model/problem.ts';

/** What a reader is told of invalid front matter. */
function told(lines: readonly string[], read: (text: string) => unknown = readRecapFrontMatter) {
  try {
    read(lines.join('\n'));
  } catch (error) {
    if (error instanceof RecapError) return problemText('a.md', error.problem);
    throw error;
  }
  throw new Error('the front matter is valid');
}

/** The same fields, of which all wait for the episode. */
const GATED = [
  ['gist: a', 'threads: [b]'],
  ['gist: >-', '  A rooftop, and', '  a hood', 'threads:', '  - who', '  - why'],
  ['threads: []', 'gist: |-', '  a', '', '', '  b'],
  ['gist: "a # b: c"', "threads: ['&a', '*b', '!c']"],
];

/** The same fields with values that are invalid themselves. The title of an episode waits for the episode before it. */
const INVALID_GATED = [
  ['gist: [a]', 'threads: b'],
  ['gist: ""', 'threads: [[c], { d: e }]'],
  ['title: [a]', 'gist: { b: c }'],
  ['title: "a\\nb"', 'headline: "c\\u0007"'],
  [`title: ${'x'.repeat(501)}`, 'source: nowhere', 'published: 2020-02-31'],
  ['accepted: [x, { rule: y }, {}]', 'id: [z]'],
];

const PUBLIC_FAULTS: readonly (readonly [line: string, message: RegExp])[] = [
  ['until: S01E01', /`until`/],
  ['summary: [x, y]', /`summary`/],
  ['summary: ""', /`summary`/],
  ['tags: { a: b }', /`tags`/],
  ['after: S01E01', /`after`/],
  ['after: 1.04', /`after`/],
];

test.each(INVALID_GATED)('none of these is named: %s', (...gated) => {
  expect(told(['episode: S01E02', ...gated])).toBe(told(['episode: S01E02', 'gist: &zq x']));
});

test.each(INVALID_GATED.filter((gated) => !gated.join().includes('title:')))(
  'whether a title is missing does not depend on them either: %s',
  (...gated) => {
    expect(told(['summary: a', ...gated])).toBe(told(['summary: a']));
  },
);

describe('what is said of a public mistake does not depend on what is gated', () => {
  test.each(PUBLIC_FAULTS)('%s', (line, message) => {
    const all = [...GATED, ...INVALID_GATED].flatMap((gated) => [
      told(['episode: S01E02', ...gated, line]),
      told([line, ...gated, 'episode: S01E02']),
    ]);
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toMatch(message);
  });
});

const INVALID = [
  'gist: &zq x',
  'gist: *zq',
  'gist: !zq x',
  'gist: "x',
  "gist: 'x",
  'gist: x: y',
  'gist: @x',
  'gist:\n\tx',
  'gist: [x',
  'gist: x\ngist: y',
  'gist: ""',
  'gist: [x, y]',
  'gist: { x: y }',
  `gist: ${'x'.repeat(2001)}`,
  'gist: "a\\u0007b"',
  'threads: [x, [y]]',
  'threads: { x: y }',
];

test.each(INVALID)('why a gated value is invalid is not said: %j', (lines) => {
  expect(told(['episode: S01E02', lines])).toBe(told(['episode: S01E02', 'gist: &zq x']));
});

test.each(INVALID.slice(10))('a public mistake comes first: %j', (lines) => {
  expect(told(['episode: S01E02', lines, 'summary: [x]'])).toMatch(/`summary`/);
});

test.each([
  'episodes: [{ code: S01E01 }, { code: S01E02, title: [x] }]',
  'secrets: [{ phrase: [x], after: S01E02 }]',
  'secrets: [{ after: S01E02 }]',
  'names: [{ name: [x], after: S01E02 }]',
  'known: { x: y }',
])('nor in `show.md`: %s', (line) => {
  expect(told(['title: A', line], readShowFrontMatter)).toBe(told(['gist: &zq x']));
});

test.each([
  ['year: about 2023', /`year` is not a year/],
  ['episodes: [{ code: S01E01 }, { code: 1.04 }]', /`episodes` \(entry 2, code\)/],
  ['episodes: [{ code: S01E01 }, { code: S01E01 }]', /`episodes` \(entry 2, code\)/],
  ['secrets: [{ phrase: x, after: 1.04 }]', /`secrets` \(entry 1, after\)/],
])('what is wrong with a public value or a gate is said: %s', (line, message) => {
  expect(told(['title: A', line], readShowFrontMatter)).toMatch(message);
});

describe('what is said of a code that is listed twice does not depend on what is gated', () => {
  test.each([
    [', title: [x]', ''],
    [', title: "x\\ny", aka: z', 'secrets: [{ after: S01E02 }]'],
    [', aired: yesterday', 'secrets: [{ phrase: [x], after: S01E02 }, { any: y, after: S01E02 }]'],
    [', id: x', 'names: [{ name: [x] }, y]'],
    ['', 'known: { x: y }'],
  ])('%s %s', (title, line) => {
    const lines = [`episodes: [{ code: S01E01 }, { code: S01E01${title} }]`, line];
    expect(told(['title: A', ...lines], readShowFrontMatter)).toBe(
      told(['title: A', 'episodes: [{ code: S01E01 }, { code: S01E01 }]'], readShowFrontMatter),
    );
  });
});

test('two episodes without a valid code are not one that is listed twice', () => {
  const say = (episodes: string) =>
    told(['title: A', `episodes: ${episodes}`], readShowFrontMatter);
  expect(say('[{ title: x }, { title: y }]')).toMatch(/code\) is missing/);
  expect(say('[{ code: 1.04 }, { code: 1.04 }]')).not.toMatch(/earlier/);
});

test('an article is told of its title, which is public', () => {
  expect(told(['summary: a'])).toMatch(/`title` is missing/);
  expect(told(['title: ""'])).toMatch(/`title` is empty/);
  expect(told(['title: [x]'])).toMatch(/`title` must be one line/);
});
