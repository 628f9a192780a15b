import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BINDINGS } from '../../src/reader/keys.ts';
import { columns } from '../../src/text/columns.ts';
import { pairs } from '../support/pairs.ts';
import { readerOn } from '../support/reader.ts';

/** All keys but those that confirm or peek; and letters, to be typed into filters and searches. */
const keys = [...new Set(BINDINGS.flatMap(({ keys }) => keys)), 'D', 'e', 'a', '7'].filter(
  (key) => key !== 'y' && key !== 'p',
);

const walks = fc.array(fc.constantFrom(...keys, 'tab', 'enter', 'enter', '/', 'a', 't', 'f', 's'), {
  minLength: 1,
  maxLength: 25,
});

/** `W` asks how far somebody has watched, and Enter would answer: it is left again. */
const pressed = (key: string) => (key === 'W' ? ['W', 'down', 'escape'] : [key]);

const sizes = fc.constantFrom(
  { columns: 80, rows: 24 },
  { columns: 40, rows: 10 },
  { columns: 200, rows: 50 },
  { columns: 30, rows: 8 },
);

test('keys that confirm nothing show the same screens whatever the gated text', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, walks, sizes, async ({ bodies: [a, b], episodes }, walk, size) => {
      const one = await readerOn(a, episodes, size);
      const other = await readerOn(b, episodes, size);
      for (const key of walk) {
        expect(other.lines()).toEqual(one.lines());
        await one.press(...pressed(key));
        await other.press(...pressed(key));
      }
      expect(other.lines()).toEqual(one.lines());
      expect(other.hasEnded).toBe(one.hasEnded);
    }),
    { numRuns: 500 },
  );
});

test('every screen fits its terminal', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, walks, sizes, async ({ bodies: [body], episodes }, walk, size) => {
      const reader = await readerOn(body, episodes, size);
      await reader.press(...walk.flatMap(pressed));
      const lines = reader.lines();
      expect(lines.length).toBeLessThan(size.rows);
      for (const { spans } of lines) {
        expect(columns(spans.map(({ text }) => text).join(''))).toBeLessThanOrEqual(size.columns);
      }
    }),
    { numRuns: 300 },
  );
});
