import { expect, test } from 'vitest';
import { indexableFrontMatter, recapHead } from '../../src/gated/recap-head.ts';
import { readRecapFrontMatter } from '../../src/model/front-matter.ts';
import { show } from '../support/recaps.ts';

/** What the index stores of a recap, as it is written. */
function indexed(frontMatter: string): string {
  const head = recapHead(show, 'a-recap', readRecapFrontMatter(frontMatter));
  return JSON.stringify(indexableFrontMatter(head, show));
}

const PUBLIC = 'summary: A letter\ntitle: Letters\ntags: [post]\nafter: S01E03';

test.each([
  ['gist: "xy"', 'gist: " y"'],
  ['threads: [ab]', 'threads: [" b"]'],
  ['headline: "ab"', 'headline: "a "'],
])('what the index stores does not depend on how %s is written, or %s', (one, other) => {
  expect(indexed(`${PUBLIC}\n${one}`)).toBe(indexed(`${PUBLIC}\n${other}`));
});

test('what the index stores does not depend on the order in the file', () => {
  const lines = PUBLIC.split('\n');
  expect(indexed(lines.toReversed().join('\n'))).toBe(indexed(PUBLIC));
  expect(indexed(PUBLIC)).toContain('A letter');
});
