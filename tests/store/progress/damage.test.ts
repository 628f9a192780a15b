import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { episodeCode } from '../../../src/model/episode.ts';
import { type Place, ViewingOrder } from '../../../src/model/order.ts';
import { openProgress, type ProgressLog } from '../../../src/store/progress/log.ts';

const ORDER = new ViewingOrder(Array.from({ length: 8 }, (_, n) => episodeCode(1, n + 1)));
const tracked = (slug: string) => ({ slug, id: null, order: ORDER });
const X = tracked('x');

const CLOSED = { through: null, shouldAsk: true };

/** An empty folder for the running test, taken away when it ends. */
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-progress-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Progress in the folder as a device sees it. Its clock stands still. */
function open(folder: string, device: string): ProgressLog {
  return openProgress({ folder, device, now: () => new Date('2026-01-02T03:04:05Z') });
}

/** A history of three lines with a going back in it, and the places it passed through. */
function history(): { folder: string; file: string; whole: Buffer; passed: Place[] } {
  const folder = freshFolder();
  const progress = open(folder, 'd');
  progress.confirm(X, 'S01E03');
  progress.goBack(X, 'S01E01');
  progress.confirm(X, 'S01E07');
  const file = join(folder, 'progress-d.jsonl');
  return { folder, file, whole: readFileSync(file), passed: [null, 'S01E03', 'S01E01', 'S01E07'] };
}

test('cut at every byte: the places come one after the other, and within a line everything is closed', () => {
  const { folder, file, whole, passed } = history();
  const seen: Place[] = [];
  for (let length = 0; length <= whole.length; length++) {
    writeFileSync(file, whole.subarray(0, length));
    const { through, shouldAsk } = open(folder, 'd').of(X);
    const ending = whole.subarray(0, length).toString().split('\n').at(-1) ?? '';
    const isCut = !['', '}'].includes(ending.slice(-1));
    if (length > 0 && isCut && seen.length > 1) expect({ through, shouldAsk }).toEqual(CLOSED);
    else if (!seen.includes(through)) seen.push(through);
  }
  expect(seen).toEqual(passed);
});

test('cut at every byte: the next line is kept', () => {
  const { folder, file, whole } = history();
  for (let length = 0; length <= whole.length; length += 7) {
    writeFileSync(file, whole.subarray(0, length));
    expect(open(folder, 'd').confirm(X, 'S01E08').kind).toBe('recorded');
    expect(open(folder, 'd').of(X).through).toBe('S01E08');
  }
});

test('bits flipped: the place is one that the history passed through, and the damage is told', () => {
  const { folder, file, whole, passed } = history();
  // one bit in most bytes, and each bit somewhere: a byte's neighbor has the next one
  const step = process.env.RECAP_SOAK ? 1 : 9;
  for (let bit = 0; bit < whole.length * 8; bit += step) {
    const damaged = Buffer.from(whole);
    damaged[bit >> 3] = (whole[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(file, damaged);
    const progress = open(folder, 'd');
    expect(passed).toContain(progress.of(X).through);
    // The last line break is the one byte that can go without harm.
    if (bit >> 3 < whole.length - 1) expect(progress.problems).not.toEqual([]);
  }
});

test('every byte zeroed to the end, as a power cut leaves a file: never further than before', () => {
  const { folder, file, whole, passed } = history();
  for (let from = 0; from < whole.length; from++) {
    writeFileSync(file, Buffer.from(whole).fill(0, from));
    expect(passed).toContain(open(folder, 'd').of(X).through);
  }
});
