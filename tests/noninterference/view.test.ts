import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairs } from '../support/pairs.ts';
import { recap, seen, visible } from '../support/recaps.ts';

describe('noninterference of views: gated text has no effect on what is seen', () => {
  test('recaps that differ in gated text have the same view', () => {
    fc.assert(
      fc.property(pairs, ({ bodies: [a, b], episodes }) => {
        expect(seen(recap(b), episodes)).toEqual(seen(recap(a), episodes));
      }),
      { numRuns: process.env.RECAP_SOAK ? 10_000 : 500 },
    );
  });

  test('the cases are worth something: most have a closed gate, and differ in length', () => {
    const cases = fc.sample(pairs, { numRuns: 1000, seed: 1 });
    const share = (test: (pair: (typeof cases)[number]) => boolean) =>
      cases.filter(test).length / cases.length;
    expect(share(({ closed }) => closed > 0)).toBeGreaterThan(0.6);
    expect(share(({ bodies: [a, b] }) => a.length !== b.length)).toBeGreaterThan(0.5);
  });
});

describe('what a place shows', () => {
  /** The words that can be seen, curtains left out. */
  const words = (body: string, episodes: number) =>
    visible(seen(recap(body), episodes))
      .replace(/⟦[^⟧]*⟧|[⟨⟩]/g, ' ')
      .split(/\s+/)
      .filter(Boolean);

  test('grows and only grows with the place', () => {
    fc.assert(
      fc.property(pairs, fc.nat(10), ({ bodies: [body], episodes }, further) => {
        const [early, late] = [episodes, further].sort((a, b) => a - b) as [number, number];
        const later = words(body, late).values();
        for (const word of words(body, early)) {
          let found = later.next();
          while (!found.done && found.value !== word) found = later.next();
          expect(found.done, `${word} is gone at the later place`).toBe(false);
        }
      }),
      { numRuns: process.env.RECAP_SOAK ? 5_000 : 300 },
    );
  });

  test('depends on the place alone: going back hides again', () => {
    fc.assert(
      fc.property(pairs, ({ bodies: [body], episodes }) => {
        const subject = recap(body);
        const before = seen(subject, episodes);
        seen(subject, 10);
        expect(seen(subject, episodes)).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });
});
