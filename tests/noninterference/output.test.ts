import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recapJson } from '../../src/app/recap-json.ts';
import { header } from '../../src/render/header.ts';
import { Layout } from '../../src/render/layout.ts';
import { sanitize } from '../../src/text/sanitize.ts';
import { pairs } from '../support/pairs.ts';
import { code, recap, seen, show } from '../support/recaps.ts';

test('what is printed, and what programs get, is the same whatever the gated text', () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 20, max: 120 }), ({ bodies, episodes }, width) => {
      const place = episodes === 0 ? null : code(episodes);
      const [one, other] = bodies.map((body) => {
        const view = seen(recap(body), episodes);
        const looks = { width, isAscii: false };
        return {
          lines: [...header(view, place, looks), ...new Layout(view, looks).lines()],
          json: JSON.stringify(recapJson(view, show, place)),
        };
      });
      expect(other).toEqual(one);
      expect(JSON.stringify(one)).not.toMatch(/[\ufdd0-\ufdef]/);
    }),
    // `tests/leaks/no-leak.test.ts` looks at the same for more pairs, at one width
    { numRuns: process.env.RECAP_SOAK ? 5_000 : 100 },
  );
});

test('the last place shows all of it, and both pairs differ there', () => {
  fc.assert(
    fc.property(pairs, ({ bodies: [a, b] }) => {
      const [one, other] = [seen(recap(a), 10), seen(recap(b), 10)];
      const isFaulty = one.isFaulty || other.isFaulty;
      fc.pre(!isFaulty);
      expect(one.curtains).toEqual([]);
      // what is taken out of every text is no difference
      expect(other.text === one.text).toBe(sanitize(a) === sanitize(b));
    }),
    { numRuns: process.env.RECAP_SOAK ? 2_000 : 150 },
  );
});
