import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleFile } from '../support/bundle.ts';
import { LEAKS, type Leak } from './leaks.ts';

/** Cases of each of the fixed seeds, and of a fresh one in every run. */
const CASES = process.env.RECAP_SOAK ? 10_000 : 2_000;
const SEEDS = [1, 2, 3, 4, 5, Math.floor(Math.random() * 2 ** 31)];

const out = resolve('node_modules/.cache/recap-leaks');
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** The detector built with a leak in the program. */
async function detectorWith(leak: Leak | undefined): Promise<typeof import('./detector.ts')> {
  const file = join(out, `${leak ? LEAKS.indexOf(leak) : 'clean'}.mjs`);
  await bundleFile('tests/leaks/detector.ts', file, [
    {
      name: 'leak',
      transform(source, id) {
        const isPatched = leak && id.replaceAll('\\', '/').endsWith(`/src/${leak.file}`);
        return isPatched ? source.replace(leak.find, () => leak.replace) : undefined;
      },
    },
  ]);
  return import(file);
}

describe('noninterference, whole', () => {
  test.each(SEEDS)(`seed %i: ${CASES} cases`, { timeout: 300_000 }, async (seed) => {
    const { detect } = await detectorWith(undefined);
    expect(await detect(seed, CASES)).toBe(null);
  });
});

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

  test.each(LEAKS)('$name', { timeout: 120_000 }, async (leak) => {
    expect(readFileSync(join('src', leak.file), 'utf8')).toContain(leak.find);
    const { detect } = await detectorWith(leak);
    const cases = (await detect(1, 2_000)) ?? (await detect(2, 2_000));
    expect(cases).not.toBe(null);
    taken.push([leak.name, cases ?? 0]);
  });
});
