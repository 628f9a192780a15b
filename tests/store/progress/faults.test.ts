import type * as fs from 'node:fs';
import { appendFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { episodeCode } from '../../../src/model/episode.ts';
import { ViewingOrder } from '../../../src/model/order.ts';
import { errno } from '../../../src/store/disk/errno.ts';
import { appendLine } from '../../../src/store/progress/append.ts';
import { logName } from '../../../src/store/progress/device.ts';
import { openProgress, type ProgressLog } from '../../../src/store/progress/log.ts';

const ORDER = new ViewingOrder(Array.from({ length: 8 }, (_, n) => episodeCode(1, n + 1)));
const tracked = (slug: string) => ({ slug, id: null, order: ORDER });
const X = tracked('x');

/** An empty folder for the running test, taken away when it ends. */
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-progress-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Progress in the folder as a device sees it. Its clock stands still. */
function open(folder: string): ProgressLog {
  return openProgress({ folder, device: 'laptop', now: () => new Date('2026-01-02T03:04:05Z') });
}

/** Adds text to a file of the folder as another program would. */
function scribble(folder: string, name: string, text: string): void {
  appendFileSync(join(folder, name), text);
}

const disk = vi.hoisted(() => {
  const calls: string[] = [];
  return { calls, failAt: 0, code: 'EIO', isArmed: false, isShort: false };
});

/** File operations that fail at the n-th call while armed. A close does close the file first. */
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  const faulty =
    <A extends unknown[], R>(name: string, call: (...args: A) => R) =>
    (...args: A): R => {
      if (!disk.isArmed) return call(...args);
      disk.calls.push(name);
      if (disk.calls.length !== disk.failAt) return call(...args);
      if (name === 'closeSync') call(...args);
      throw Object.assign(new Error(`${disk.code}: a message with a path`), { code: disk.code });
    };
  return {
    ...real,
    readdirSync: faulty('readdirSync', (path: string) => real.readdirSync(path)),
    statSync: faulty('statSync', (path: string) => real.statSync(path)),
    readFileSync: faulty('readFileSync', (path: string, coding: BufferEncoding) =>
      real.readFileSync(path, coding),
    ),
    mkdirSync: faulty('mkdirSync', (path: string, options: fs.MakeDirectoryOptions) =>
      real.mkdirSync(path, options),
    ),
    openSync: faulty('openSync', real.openSync),
    fstatSync: faulty('fstatSync', (fd: number) => real.fstatSync(fd)),
    readSync: faulty(
      'readSync',
      (fd: number, into: Buffer, at: number, length: number, from: number) =>
        real.readSync(fd, into, at, length, from),
    ),
    writeSync: faulty('writeSync', (fd: number, bytes: Buffer) =>
      real.writeSync(fd, disk.isShort ? bytes.subarray(0, bytes.length / 2) : bytes),
    ),
    fsyncSync: faulty('fsyncSync', real.fsyncSync),
    closeSync: faulty('closeSync', real.closeSync),
    realpathSync: faulty('realpathSync', (path: string) => real.realpathSync(path)),
  };
});

afterEach(() => {
  disk.isArmed = false;
});

/** One change with the n-th file operation failing; 0: none fails. */
function failing<R>(n: number, code: string, change: () => R): R {
  Object.assign(disk, { calls: [], failAt: n, code, isArmed: true });
  try {
    return change();
  } finally {
    disk.isArmed = false;
  }
}

/** A device with a history whose last line is torn, so that every operation of a change is used. */
function started(): string {
  const folder = freshFolder();
  open(folder).confirm(X, 'S01E02');
  scribble(folder, logName('laptop'), '{"v":1,"sh');
  return folder;
}

const CHANGE = [
  ...['readdirSync', 'statSync', 'readFileSync'],
  ...['mkdirSync', 'openSync', 'fstatSync', 'readSync', 'writeSync', 'fsyncSync', 'closeSync'],
  ...['realpathSync', 'openSync', 'fsyncSync', 'closeSync'],
];

test('a change is these file operations, with one write', () => {
  const progress = open(started());
  failing(0, '', () => progress.confirm(X, 'S01E05'));
  expect(disk.calls).toEqual(CHANGE);
});

describe.each(['EIO', 'ENOSPC', 'EDQUOT', 'EACCES', 'EROFS'])('%s', (code) => {
  it.each(CHANGE.map((name, index) => [index + 1, name] as const))(
    'at operation %i, %s: told as not recorded; the record is the old, the new, or closed; the next change works',
    (n) => {
      const folder = started();
      const progress = open(folder);
      const outcome = failing(n, code, () => progress.confirm(X, 'S01E05'));
      expect(disk.calls.length).toBeGreaterThanOrEqual(n);
      expect(outcome).toMatchObject({ kind: 'failed', code });
      expect(JSON.stringify(outcome)).not.toContain('message');
      expect(progress.of(X).through).not.toBe('S01E05');
      expect([null, 'S01E05']).toContain(open(folder).of(X).through);
      expect(progress.confirm(X, 'S01E06').kind).toBe('recorded');
      expect(open(folder).of(X).through).toBe('S01E06');
    },
  );
});

test('the first change of all makes the folders and syncs each of them and what holds them', () => {
  const folder = join(freshFolder(), 'a', 'b');
  const progress = open(folder);
  failing(0, '', () => progress.confirm(X, 'S01E05'));
  expect(disk.calls.filter((name) => name === 'fsyncSync')).toHaveLength(4);
  const operations = disk.calls.length;
  for (let n = 1; n <= operations; n++) {
    const other = open(join(freshFolder(), 'a', 'b'));
    const outcome = failing(n, 'EIO', () => other.confirm(X, 'S01E05'));
    expect(outcome).toMatchObject({ kind: 'failed', code: 'EIO' });
  }
});

test('a file system that cannot sync folders is no failure', () => {
  const progress = open(started());
  const folderSync = CHANGE.lastIndexOf('fsyncSync') + 1;
  const outcome = failing(folderSync, 'EINVAL', () => progress.confirm(X, 'S01E05'));
  expect(outcome.kind).toBe('recorded');
});

test('a line that is written in part is not recorded, closes the show, and costs no other line', () => {
  const folder = started();
  const progress = open(folder);
  disk.isShort = true;
  const outcome = progress.confirm(X, 'S01E05');
  disk.isShort = false;
  expect(outcome).toMatchObject({ kind: 'failed', code: 'ENOSPC' });
  expect(open(folder).of(X)).toMatchObject({ through: null, shouldAsk: true });
  expect(progress.confirm(X, 'S01E03').kind).toBe('recorded');
  expect(open(folder).of(X).through).toBe('S01E03');
});

test('an error that is no file error is a bug, and is not hidden', () => {
  expect(errno(Object.assign(new Error('no space'), { code: 'ENOSPC' }))).toBe('ENOSPC');
  expect(() => errno(new TypeError('a bug'))).toThrow('a bug');
});

test.skipIf(!existsSync('/dev/full'))('a full disk says so', () => {
  expect(() => appendLine('/dev/full', '{}')).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
});
