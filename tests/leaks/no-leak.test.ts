import { beforeAll, describe, expect, test } from 'vitest';
import { detectorBuilder, LEAK_CASES, LEAK_SEED } from './leaky-program.ts';

/** A fresh seed in every run, beside fixed ones: with as many cases of the first, every seeded leak is found. */
const FRESH = Math.floor(Math.random() * 2 ** 31);
const [SEEDS, CASES] = process.env.RECAP_SOAK
  ? [[LEAK_SEED, 2, 3, 4, 5, FRESH], 10_000]
  : [[LEAK_SEED, FRESH], LEAK_CASES];

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
