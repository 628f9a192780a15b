import { Bench } from 'tinybench';
import { cut } from '../../src/gated/cut.ts';
import { readRecapFrontMatter } from '../../src/model/front-matter.ts';
import { RECAP_LIMITS, split } from '../../src/model/recap-source.ts';
import { Layout } from '../../src/render/layout.ts';
import { sanitize } from '../../src/text/sanitize.ts';
import { recap, seen } from '../../tests/support/recaps.ts';
import { bodyOf, documentOf, SIZES } from '../documents.ts';
import { milliseconds } from '../figures.ts';
import { median, quantile } from '../measure.ts';
import type { Table } from '../table.ts';

/** Milliseconds that each part is run for each round of the other sections, and what is not counted before. */
const TIME = 40;
const WARM_UP = 200;

/** How long the parts of reading a recap of 10 KB take, within one process that has done them before. */
export async function parts(runs: number): Promise<Table> {
  const bytes = Buffer.from(documentOf(SIZES['10 KB']));
  const body = sanitize(bodyOf(SIZES['10 KB']));
  const subject = recap(body);
  const view = seen(subject, 4);
  const bench = new Bench({ time: TIME * runs, warmupTime: WARM_UP, retainSamples: true });
  bench
    .add('front matter read', () => readRecapFrontMatter(split(bytes, RECAP_LIMITS).frontMatter))
    .add('body cut', () => cut(body))
    .add('body veiled', () => seen(subject, 4))
    .add('view laid out', () => new Layout(view, { width: 80, isAscii: false }).lines());
  await bench.run();
  return {
    title: 'Parts of reading a recap of 10 KB',
    note: 'Within one process, after warming up, on the sources as they are.',
    columns: ['median', 'p95', 'runs'],
    rows: bench.tasks.map(({ name, result }) => {
      if (result.state !== 'completed') throw new Error(`\`${name}\` failed`, { cause: result });
      const { samples = [] } = result.latency;
      return {
        name,
        cells: [
          milliseconds(median(samples)),
          milliseconds(quantile(samples, 0.95)),
          samples.length.toLocaleString('en'),
        ],
      };
    }),
  };
}
