import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { LEAKS } from './leaks.ts';
import { detectorBuilder, LEAK_CASES, LEAK_SEED } from './leaky-program.ts';

const detectorWith = detectorBuilder('recap-leaks');

describe('every seeded leak is found', () => {
  const taken: [name: string, cases: number][] = [];
  afterAll(() => {
    const found = taken.map(([name, cases]) => `  ${String(cases).padStart(5)}  ${name}`);
    process.stdout.write(
      `\n${LEAKS.length} leaks seeded, ${taken.length} found; cases it took:\n${found.join('\n')}\n`,
    );
  });

  test('there are at least thirty', () => {
    expect(LEAKS.length).toBeGreaterThanOrEqual(30);
  });

  test.each(LEAKS)('$name', async (leak) => {
    expect(readFileSync(join('src', leak.file), 'utf8')).toContain(leak.find);
    const { detect } = await detectorWith(`leak-${LEAKS.indexOf(leak)}`, leak);
    const cases = await detect(LEAK_SEED, LEAK_CASES);
    expect(cases).not.toBe(null);
    taken.push([leak.name, cases ?? 0]);
  });
});
