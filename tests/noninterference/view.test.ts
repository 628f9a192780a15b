import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairs } from '../support/pairs.ts';
import { recap, seen } from '../support/recaps.ts';

describe('noninterference of views: gated text has no effect on what is seen', () => {
  test('recaps that differ in gated text have the same view', () => {
    fc.assert(
      fc.property(pairs, ({ bodies: [a, b], episodes }) => {
        expect(seen(recap(b), episodes)).toEqual(seen(recap(a), episodes));
      }),
      { numRuns: 2000 },
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
