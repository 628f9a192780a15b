import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Layout } from '../../src/render/layout.ts';
import { markdownOf } from '../../src/veil/plain-marks.ts';
import type { View } from '../../src/veil/view.ts';
import { pairs } from '../support/pairs.ts';
import { shelfOf, storyAt } from '../support/story.ts';

/** Two shelves that differ in gated text alone, at the first pair's place; each pair is a recap. */
const shelves = fc.array(pairs, { minLength: 1, maxLength: 3 }).map((all) => {
  // what is closed differs at the place that a pair was made for: the earliest closes it in all of them
  const episodes = Math.min(...all.map((pair) => pair.episodes));
  const [one, other] = [0, 1].map((side) =>
    shelfOf(all.map(({ episodeBodies }) => episodeBodies[side] ?? '')),
  );
  return { one, other, episodes };
});

const lengths = fc.constantFrom('short' as const, 'full' as const);

test('a story is the same whatever the gated text', () => {
  fc.assert(
    fc.property(
      shelves,
      lengths,
      fc.option(fc.integer({ min: 1, max: 3 })),
      (pair, length, last) => {
        const { one, other, episodes } = pair;
        if (!one || !other) throw new Error('no shelves');
        const story = { length, last: last ?? undefined };
        const [a, b] = [storyAt(one, episodes, story), storyAt(other, episodes, story)];
        expect(b).toEqual(a);
        const looks = { width: 60, isAscii: false };
        expect(new Layout(b, looks).lines()).toEqual(new Layout(a, looks).lines());
        expect(JSON.stringify(new Layout(a, looks).lines())).not.toMatch(/[\ufdd0-\ufdef]/);
      },
    ),
    { numRuns: process.env.RECAP_SOAK ? 5_000 : 200 },
  );
});

/** The words of a story's text, curtains left out. */
const words = (view: View) =>
  markdownOf(view)
    .replace(/\[[^\]]*: hidden until [^\]]*\]/g, ' ')
    .split(/\s+/)
    .filter(Boolean);

test('a story at a later place holds that of an earlier one, in its order', () => {
  fc.assert(
    fc.property(
      fc.array(pairs, { minLength: 1, maxLength: 4 }),
      fc.nat(10),
      fc.nat(10),
      lengths,
      (all, a, b, length) => {
        const shelf = shelfOf(all.map(({ episodeBodies }) => episodeBodies[0]));
        const later = words(storyAt(shelf, Math.max(a, b), { length })).values();
        for (const word of words(storyAt(shelf, Math.min(a, b), { length }))) {
          let found = later.next();
          while (!found.done && found.value !== word) found = later.next();
          expect(found.done, `${word} is gone at the later place`).toBe(false);
        }
      },
    ),
    { numRuns: process.env.RECAP_SOAK ? 2_000 : 100 },
  );
});
