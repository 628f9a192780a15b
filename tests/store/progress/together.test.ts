import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { episodeCode } from '../../../src/model/episode.ts';
import { ViewingOrder } from '../../../src/model/order.ts';
import { readLine } from '../../../src/store/progress/line.ts';
import { openProgress } from '../../../src/store/progress/log.ts';
import { bundleFile } from '../../support/bundle.ts';

const PROCESSES = 8;
const CONFIRMS = 50;
const ORDER = new ViewingOrder([]);
const tracked = (slug: string) => ({ slug, id: null, order: ORDER });

test('eight programs that confirm at once, into one file: every line is kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recap-progress-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const program = join(folder, 'program.mjs');
  await bundleFile('tests/store/progress/confirming.ts', program);
  const run = promisify(execFile);
  const shows = Array.from({ length: PROCESSES }, (_, n) => `show-${n}`);
  const runs = await Promise.all(
    shows.map((show) => run(process.execPath, [program, folder, show, String(CONFIRMS)])),
  );
  expect(runs.map(({ stdout }) => stdout)).toEqual(shows.map(() => String(CONFIRMS)));

  const lines = readFileSync(join(folder, 'progress-laptop.jsonl'), 'utf8').split('\n');
  const entries = lines.filter((line) => line !== '').map(readLine);
  expect(
    new Set(
      entries.map((each) => (typeof each === 'string' ? each : `${each.show} ${each.through}`)),
    ).size,
  ).toBe(PROCESSES * CONFIRMS);
  const progress = openProgress({ folder, device: 'laptop', now: () => new Date() });
  expect(progress.problems).toEqual([]);
  for (const show of shows) {
    expect(progress.of(tracked(show)).through).toBe(episodeCode(1, CONFIRMS));
  }
});
