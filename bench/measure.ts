import { performance } from 'node:perf_hooks';
import { Failure, inFull } from './failure.ts';

/** Something that takes time. */
export interface Subject {
  readonly name: string;
  /** What is to be done before each run, unmeasured. */
  readonly prepare?: () => void;
  /** Does it once. @returns milliseconds @throws {Failure} if it cannot be done */
  readonly run: () => Promise<number>;
}

/** What came of a subject: its times in milliseconds, or why there are none. */
export type Measured =
  | { readonly kind: 'times'; readonly times: readonly number[] }
  | { readonly kind: 'failure'; readonly reason: string };

/** After so many milliseconds in all a subject is run no more, however few its runs. */
const BUDGET = 10_000;

/**
 * Runs all subjects once in each round, so that a machine that becomes slower does so for all of them.
 * A first round warms caches up and is not counted. A subject that fails is left out from there on; one that
 * has used up its time keeps the runs that it has.
 *
 * @returns by the subjects' names
 */
export async function measure(
  subjects: readonly Subject[],
  runs: number,
): Promise<ReadonlyMap<string, Measured>> {
  const results = new Map<string, Measured>();
  const spent = new Map<string, number>();
  for (let round = 0; round <= runs; round++) {
    for (const { name, prepare, run } of subjects) {
      const before = results.get(name);
      const times = before?.kind === 'times' ? before.times : [];
      const isSpent = (spent.get(name) ?? 0) > BUDGET && times.length > 0;
      if (before?.kind === 'failure' || isSpent) continue;
      prepare?.();
      const start = performance.now();
      try {
        const time = await run();
        if (round > 0) results.set(name, { kind: 'times', times: [...times, time] });
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        process.stderr.write(`bench: ${name}: ${inFull(error)}\n`);
        results.set(name, { kind: 'failure', reason: error.message });
      }
      spent.set(name, (spent.get(name) ?? 0) + performance.now() - start);
    }
  }
  return results;
}

/** The median of numbers, of which there is at least one. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The number below which a share of all lie, interpolated; of at least one number. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new Error('a quantile of nothing');
  return below + (above - below) * (place - Math.floor(place));
}
