import { beforeAll, describe, expect, test } from 'vitest';
import { SEED } from '../support/seed.ts';
import { detectorBuilder, LEAK_CASES, LEAK_SEED } from './leaky-program.ts';

/** With the first seed and as many cases, every seeded leak is found. */
const [SEEDS, CASES] = process.env.RECAP_SOAK
  ? [[LEAK_SEED, 2, 3, 4, 5, SEED], 10_000]
  : [[...new Set([LEAK_SEED, SEED])], LEAK_CASES];

const build = detectorBuilder('recap-no-leak');
let detector: Awaited<ReturnType<typeof build>>;
beforeAll(async () => {
  detector = await build('clean');
});

describe('noninterference, whole', () => {
  test.each(SEEDS)(`seed %i: ${CASES} cases`, async (seed) => {
    expect(await detector.detect(seed, CASES)).toBe(null);
  });
});
