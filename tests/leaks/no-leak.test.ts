import { beforeAll, describe, expect, test } from 'vitest';
import { detectorBuilder } from './leaky-program.ts';

/** Cases of each of the fixed seeds, and of a fresh one in every run. */
const CASES = process.env.RECAP_SOAK ? 10_000 : 2_000;
const SEEDS = [1, 2, 3, 4, 5, Math.floor(Math.random() * 2 ** 31)];

const build = detectorBuilder('recap-no-leak');
let detector: Awaited<ReturnType<typeof build>>;
beforeAll(async () => {
  detector = await build('clean');
});

describe('noninterference, whole', () => {
  test.each(SEEDS)(`seed %i: ${CASES} cases`, { timeout: 300_000 }, async (seed) => {
    expect(await detector.detect(seed, CASES)).toBe(null);
  });
});
