import { expect, test } from 'vitest';
import { readShowFrontMatter } from '../../src/model/front-matter.ts';
import { RecapError } from '../../src/model/problem.ts';
import {
  type FrontMatterLimits,
  RECAP_LIMITS,
  SHOW_LIMITS,
  split,
} from '../../src/model/recap-source.ts';
import { processorSeconds } from '../support/processor-time.ts';

/** Front matter of a show with so many episodes, one a line. */
function show(episodes: number): string {
  const list = Array.from({ length: episodes }, (_, index) => {
    const title = `The one with number ${index}`;
    return `  - { code: S01E${index + 1}, title: "${title}", aka: ["Celle avec ${index}", "Die mit der ${index}"] }\n`;
  });
  return `title: A Show\nepisodes:\n${list.join('')}`;
}

function parts(frontMatter: string, limits: FrontMatterLimits) {
  return split(Buffer.from(`---\n${frontMatter}\n---\nBody\n`), limits);
}

/** The rule that a call breaks; `undefined` if it succeeds. */
function ruleOf(call: () => unknown): string | undefined {
  try {
    call();
    return undefined;
  } catch (error) {
    if (error instanceof RecapError) return error.problem.rule;
    throw error;
  }
}

test('`show.md` may list two thousand episodes with titles in three languages, a line each', () => {
  const { frontMatter } = parts(show(2000), SHOW_LIMITS);
  expect(frontMatter.length).toBeGreaterThan(190 * 1024);
  expect(readShowFrontMatter(frontMatter).episodes).toHaveLength(2000);
});

test('`show.md` has at most 256 KB of front matter, a recap 16 KB and 1,000 lines', () => {
  expect(ruleOf(() => parts(show(3000), SHOW_LIMITS))).toBe('front-matter/unclosed');
  expect(ruleOf(() => parts(`title: ${'a'.repeat(15_000)}`, RECAP_LIMITS))).toBeUndefined();
  expect(ruleOf(() => parts(`title: ${'a'.repeat(17_000)}`, RECAP_LIMITS))).toBe(
    'front-matter/unclosed',
  );
  expect(ruleOf(() => parts('a: b\n'.repeat(1001), RECAP_LIMITS))).toBe('front-matter/unclosed');
});

test.each([
  ['empty ones', '\n'.repeat(200_000)],
  ['ones of spaces', `${' '.repeat(1000)}\n`.repeat(200)],
  ['one of spaces', ' '.repeat(200_000)],
])('many blank lines (%s) are refused before they take quadratic time', (_, blank) => {
  expect(ruleOf(() => parts(`title: A\n${blank}`, SHOW_LIMITS))).toBe('front-matter/unclosed');
});

test('blank lines up to the limit are read in an instant', () => {
  const { frontMatter } = parts(
    `title: A\n${`${' '.repeat(15)}\n`.repeat(990)}${show(10).split('\n').slice(1).join('\n')}`,
    SHOW_LIMITS,
  );
  const read = () => expect(readShowFrontMatter(frontMatter).episodes).toHaveLength(10);
  expect(processorSeconds(read)).toBeLessThan(10);
});

test('a thousand mistakes in one file are reported in an instant', () => {
  const list = '  - { code: soon, title: "A title that is long enough for that" }\n'.repeat(3000);
  const read = () => {
    const rule = ruleOf(() => readShowFrontMatter(`title: A\nepisodes:\n${list}`));
    expect(rule).toBe('front-matter/schema');
  };
  expect(processorSeconds(read)).toBeLessThan(20);
});
