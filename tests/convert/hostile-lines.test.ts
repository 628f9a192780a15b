import { expect, test } from 'vitest';
import { episodeNames } from '../../src/convert/episode-names.ts';
import { byline } from '../../src/convert/facts.ts';

const MANY = 100_000;

test.each([' ', '\u00a0', '\t', ' – '])(
  'an author’s name with a long run of %j after it is looked through at once',
  (filler) => {
    expect(byline(`By Mara Lind${filler.repeat(MANY)}x`)).toMatch(/^Mara Lind/);
  },
);

test.each([' ', '\u00a0', ', ('])(
  'names of episodes with a long run of %j between them are not those of one episode',
  (filler) => {
    for (const [one, other] of [
      ['Episode 4', 'Season 1'],
      ['Season 1', 'Episode 4'],
    ] as const) {
      expect(episodeNames(`${one}${filler.repeat(3)}${other}`)).toHaveLength(1);
      expect(episodeNames(`${one}${filler.repeat(MANY)}${other}`)).toHaveLength(2);
    }
  },
);
