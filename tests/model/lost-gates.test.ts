import { describe, expect, test } from 'vitest';
import { episodeCodesIn } from '../../src/model/episode-mentions.ts';
import { readRecapFrontMatter, readShowFrontMatter } from '../../src/model/front-matter.ts';
import { ViewingOrder } from '../../src/model/order.ts';
import { RecapError } from '../../src/model/problem.ts';
import { RECAP_FIELDS } from '../../src/model/recap-fields.ts';
import { unknownKeys } from '../../src/model/unknown-keys.ts';

const ORDER = new ViewingOrder(['S01E01', 'S01E02', 'S01E05', 'S01E10']);

function ruleOf(read: () => unknown): string {
  try {
    read();
    return 'none';
  } catch (error) {
    if (!(error instanceof RecapError)) throw error;
    expect(error.message).not.toMatch(/S01E|SECRET/);
    return error.problem.rule;
  }
}

describe('a key that may be a gate closes an article', () => {
  test.each([
    'episodes: [S01E10]',
    'gates: [S01E10]',
    'episodes: S01E02-E10',
    'permalink: /s01e02',
    'permalink: /posts/s01-e02-anna-dies',
    'url: "https://blog.example/season-1-episode-2/"',
    'gating: { after: S01E10 }',
    'gating: { S01E10: closed }',
    'gating: [{ all: [{ S01E10: closed }] }]',
    'gating: [{ from: 1x02 }]',
    'S01E10: spoilers',
    'when: after S1E10',
    'watch: "S01 E10"',
    'note: "Ｓ０１Ｅ１０"',
    'ep: 1x10',
    'opens: "Staffel 1 Episode 10"',
    'аfter: S01E10',
    'until: the end',
    'spoilers: yes',
    'hidden: true',
    'spoiler: ""',
  ])('%s', (line) => {
    expect(ruleOf(() => readRecapFrontMatter(`title: A\n${line}`, ORDER))).toBe(
      'front-matter/lost-gate',
    );
  });
});

test.each(['After: S01E10', 'Episode: S01E10', 'Tags: [a]'])(
  'so does one in another case: %s',
  (line) => {
    expect(ruleOf(() => readRecapFrontMatter(`title: A\n${line}`, ORDER))).toBe(
      'front-matter/key-case',
    );
  },
);

describe('a key that names no episode does not', () => {
  test.each([
    'layout: post',
    'permalink: /anna-dies',
    'image: banner-1920x1080.png',
    'weight: 10',
    'categories: [tv, recaps]',
    'version: v1.2e5',
    'color: "#5e01e0"',
    'camera: iso100e',
    'draft: true',
    'slug: tales01e2x',
  ])('%s', (line) => {
    expect(ruleOf(() => readRecapFrontMatter(`title: A\n${line}`, ORDER))).toBe('none');
  });
});

describe('where the recap waits for that episode or a later one, it is ignored', () => {
  test.each<[own: string, line: string, rule: string]>([
    ['episode: S01E05', 'permalink: /s01e05', 'none'],
    ['episode: S01E05', 'permalink: /s01e02', 'none'],
    ['episode: S01E05', 'permalink: /s01e10', 'front-matter/lost-gate'],
    ['episode: S01E05', 'see: [S01E02, S01E10]', 'front-matter/lost-gate'],
    ['episode: S01E10', 'see: [S01E02, S01E10]', 'none'],
    ['title: A\nafter: S01E05', 'ref: S01E02-E05', 'none'],
    ['title: A\nafter: S01E05', 'ref: S01E02-E10', 'front-matter/lost-gate'],
    ['title: A\nafter: S01E05', 'ref: S01E09', 'front-matter/lost-gate'],
    ['episode: S01E09', 'ref: S01E02', 'front-matter/lost-gate'],
    ['episode: S01E05', 'After: S01E02', 'front-matter/key-case'],
    ['episode: S01E05', 'gate: S01E02', 'front-matter/lost-gate'],
  ])('%s, %s: %s', (own, line, rule) => {
    const text = `${own}\n${line}`;
    expect(ruleOf(() => readRecapFrontMatter(text, ORDER))).toBe(rule);
    if (rule !== 'none') return;
    const [warning] = unknownKeys(text, RECAP_FIELDS);
    expect(warning?.message).toContain('names an episode');
  });

  test('not without an order to compare them in', () => {
    expect(ruleOf(() => readRecapFrontMatter('episode: S01E05\nref: S01E02'))).toBe(
      'front-matter/lost-gate',
    );
  });

  test('and never in `show.md`, which has no gate', () => {
    expect(ruleOf(() => readShowFrontMatter('title: A\npilot: S01E01'))).toBe(
      'front-matter/lost-gate',
    );
  });
});

test.each<[text: string, codes: string[]]>([
  ['S01E02', ['S01E02']],
  ['S01E02-E10', ['S01E02', 'S01E10']],
  ['S01E02–S02E03', ['S01E02', 'S02E03']],
  ['S01E02E03', ['S01E02', 'S01E03']],
  ['1x02-1x04', ['S01E02', 'S01E04']],
  ['s1e2 & s1e3', ['S01E02', 'S01E03']],
  ['from S01E02 to S01E05', ['S01E02', 'S01E05']],
  ['season 2, episode 3', ['S02E03']],
  ['/s01e02/s03e04.html', ['S01E02', 'S03E04']],
  ['none', []],
  ['abs01e02', []],
  ['1080x720', []],
])('%s names %j', (text, codes) => expect(episodeCodesIn(text)).toEqual(codes));
