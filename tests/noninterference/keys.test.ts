import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { BINDINGS } from '../../src/reader/keys.ts';
import { ReadingHistory } from '../../src/store/reading/reading-history.ts';
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

/** A state folder of somebody who read the article and another recap before they had watched anything. */
function stateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-keys-'));
  folders.push(folder);
  const reading = new ReadingHistory(folder);
  reading.remember('a-show', 'another', { chunk: 1, characters: 3 }, null);
  reading.remember('a-show', 'a-recap', { chunk: 0, characters: 0 }, null);
  return folder;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What is in the files of a folder, by name. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

const sizes = fc.constantFrom(
  { columns: 80, rows: 24 },
  { columns: 40, rows: 10 },
  { columns: 200, rows: 50 },
  { columns: 30, rows: 8 },
);

test('keys that confirm nothing show the same screens and write the same files whatever the gated text', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, walks, sizes, async ({ bodies: [a, b], episodes }, walk, size) => {
      const [folder, otherFolder] = [stateFolder(), stateFolder()];
      const one = await readerOn(a, episodes, size, folder);
      const other = await readerOn(b, episodes, size, otherFolder);
      for (const key of walk) {
        expect(other.lines()).toEqual(one.lines());
        await one.press(...pressed(key));
        await other.press(...pressed(key));
      }
      expect(other.lines()).toEqual(one.lines());
      expect(other.hasEnded).toBe(one.hasEnded);
      expect(filesIn(otherFolder)).toEqual(filesIn(folder));
    }),
    { numRuns: process.env.RECAP_SOAK ? 3_000 : 150 },
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
    { numRuns: process.env.RECAP_SOAK ? 2_000 : 150 },
  );
});
