import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { episodeCode } from '../../../src/model/episode.ts';
import { ViewingOrder } from '../../../src/model/order.ts';
import { openProgress, type TrackedShow } from '../../../src/store/progress/log.ts';

const order = new ViewingOrder(Array.from({ length: 8 }, (_, n) => episodeCode(1, n + 1)));

/** The show of 1984, the one of 2010 that takes its slug, and the same folder without an identifier. */
const first: TrackedShow = { slug: 'sherlock', id: 'tvmaze:1', order };
const second: TrackedShow = { slug: 'sherlock', id: 'tvmaze:2', order };
const unnamed: TrackedShow = { slug: 'sherlock', id: null, order };

function opened() {
  const folder = mkdtempSync(join(tmpdir(), 'recap-progress-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    open: () => openProgress({ folder, device: 'laptop', now: () => new Date(0) }),
  };
}

test('another show under the same slug has not been started, and has its own progress', () => {
  const { open } = opened();
  open().confirm(first, 'S01E08');
  expect(open().of(second)).toMatchObject({ through: null, isRecorded: false });
  expect(open().undo(second)).toEqual({ kind: 'nothing-to-undo' });
  open().confirm(second, 'S01E02');
  expect(open().of(second).through).toBe('S01E02');
  expect(open().of(first).through).toBe('S01E08');
  open().goBack(second, null);
  expect(open().of(first).through).toBe('S01E08');
  open().undo(first);
  expect(open().of(first).through).toBe(null);
});

test('a show that is there without an identifier is not the one that had one', () => {
  const { open } = opened();
  open().confirm(first, 'S01E08');
  expect(open().of(unnamed)).toMatchObject({ through: null, isRecorded: false });
});

test('what was recorded before a show had an identifier stays its own', () => {
  const { folder, open } = opened();
  open().confirm(unnamed, 'S01E03');
  expect(open().of(first).through).toBe('S01E03');
  open().confirm(first, 'S01E04');
  expect(readFileSync(join(folder, 'progress-laptop.jsonl'), 'utf8')).toMatch(/"id":"tvmaze:1"/);
  expect(open().of(first).through).toBe('S01E04');
});
