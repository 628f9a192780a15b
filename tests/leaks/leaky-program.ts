import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';
import { bundleFile } from '../support/bundle.ts';
import type { Leak } from './leaks.ts';

/** The seed and the number of cases with which the detector finds every seeded leak. */
export const LEAK_SEED = 1;
export const LEAK_CASES = 500;

type Detector = typeof import('./detector.ts');

/**
 * What builds the detector, and removes what it built when the tests of the file are over.
 *
 * @param folder a name of its own for each file of tests, as files run side by side
 */
export function detectorBuilder(folder: string): (name: string, leak?: Leak) => Promise<Detector> {
  const out = resolve('node_modules/.cache', folder);
  afterAll(() => rmSync(out, { recursive: true, force: true }));
  return async (name, leak) => {
    const file = join(out, `${name}.mjs`);
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
  };
}
