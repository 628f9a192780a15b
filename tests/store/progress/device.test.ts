import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { episodeCode } from '../../../src/model/episode.ts';
import { ViewingOrder } from '../../../src/model/order.ts';
import { logName } from '../../../src/store/progress/device.ts';
import { openProgress, type ProgressLog } from '../../../src/store/progress/log.ts';

const order = new ViewingOrder(Array.from({ length: 8 }, (_, n) => episodeCode(1, n + 1)));
const X = { slug: 'x', id: null, order };

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-device-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let minute = 0;
/** Progress as a device with this host name sees it; its clock goes on. */
function open(folder: string, device: string, state: string | undefined = folder): ProgressLog {
  const now = () => new Date(Date.UTC(2026, 0, 1, 0, minute++));
  return openProgress({ folder, device, devices: state, now });
}

/** As a version without identifiers recorded it. */
const legacy = (folder: string, device: string) => {
  const now = () => new Date(Date.UTC(2026, 0, 1, 0, minute++));
  return openProgress({ folder, device, now });
};

const logs = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
const place = (folder: string) => open(folder, 'anyone').of(X).through;

describe('a device whose host name changes', () => {
  test('writes one log, and undoes its last change', () => {
    const folder = freshFolder();
    open(folder, 'a.local').confirm(X, 'S01E03');
    open(folder, 'a.fritz.box').confirm(X, 'S01E05');
    open(folder, 'train-wifi-17').confirm(X, 'S01E06');
    expect(logs(folder)).toEqual([logName('a.local')]);
    open(folder, 'a.local').undo(X);
    expect(place(folder)).toBe('S01E05');
    open(folder, 'a.home').undo(X);
    expect(place(folder)).toBe('S01E03');
    open(folder, 'b').undo(X);
    expect(place(folder)).toBe(null);
    expect(open(folder, 'a.local').undo(X).kind).toBe('nothing-to-undo');
  });

  test('has one identifier in all profiles', () => {
    const state = freshFolder();
    const profile = join(state, 'profiles', 'ann');
    open(state, 'a.local').confirm(X, 'S01E03');
    open(profile, 'b.local', state).confirm(X, 'S01E04');
    expect(logs(profile)).toEqual([logName('a.local')]);
  });
});

describe('logs that were recorded under several host names', () => {
  test.each([
    ['a.local', 'a.fritz.box'],
    ['a.fritz.box', 'a.local'],
    ['a', 'a.example.org'],
  ])('%s and %s: undoing goes back to the place before the last change', (first, second) => {
    const folder = freshFolder();
    legacy(folder, first).confirm(X, 'S01E03');
    legacy(folder, second).confirm(X, 'S01E05');
    expect(place(folder)).toBe('S01E05');
    expect(open(folder, first).undoTarget(X)).toBe('S01E03');
    open(folder, first).undo(X);
    expect(place(folder)).toBe('S01E03');
    open(folder, 'elsewhere').undo(X);
    expect(place(folder)).toBe(null);
  });

  test('a conflict copy of a log counts once', () => {
    const folder = freshFolder();
    legacy(folder, 'a.local').confirm(X, 'S01E03');
    legacy(folder, 'a.local').confirm(X, 'S01E05');
    copyFileSync(
      join(folder, logName('a.local')),
      join(folder, 'progress-a.sync-conflict-20260101.jsonl'),
    );
    open(folder, 'a.local').undo(X);
    expect(place(folder)).toBe('S01E03');
  });

  test.each([
    ['desk', 'phone'],
    ['192.168.1.5', '192.168.1.7'],
    ['a.local', 'ab.local'],
  ])('%s does not undo what %s recorded', (own, other) => {
    const folder = freshFolder();
    legacy(folder, own).confirm(X, 'S01E03');
    legacy(folder, other).confirm(X, 'S01E05');
    expect(open(folder, own).undoTarget(X)).toBe(null);
  });
});

describe('a state folder that several devices share', () => {
  /** Copies everything, as a program that syncs folders does: every copy is a file of its own. */
  const sync = (from: string, to: string) => {
    mkdirSync(join(to, 'devices'), { recursive: true });
    for (const name of logs(from)) copyFileSync(join(from, name), join(to, name));
    for (const name of readdirSync(join(from, 'devices'))) {
      copyFileSync(join(from, 'devices', name), join(to, 'devices', name));
    }
  };

  test('keeps their identifiers apart', () => {
    const [here, there] = [freshFolder(), freshFolder()];
    open(here, 'desk.local').confirm(X, 'S01E03');
    // so that the copy does not get the same inode number by chance
    for (const name of ['1', '2', '3']) writeFileSync(join(there, name), '');
    sync(here, there);
    open(there, 'phone.local').confirm(X, 'S01E05');
    expect(logs(there)).toEqual([logName('desk.local'), logName('phone.local')]);
    open(there, 'phone.example').confirm(X, 'S01E06');
    expect(logs(there)).toEqual([logName('desk.local'), logName('phone.local')]);
    sync(there, here);
    expect(place(here)).toBe('S01E06');
    open(here, 'desk.example').undo(X);
    expect(logs(here)).toEqual([logName('desk.local'), logName('phone.local')]);
    expect(place(here)).toBe(null);
  });

  test('even if their host names begin alike', () => {
    const [here, there] = [freshFolder(), freshFolder()];
    open(here, 'mac.one').confirm(X, 'S01E03');
    for (const name of ['1', '2', '3']) writeFileSync(join(there, name), '');
    sync(here, there);
    open(there, 'mac.two').confirm(X, 'S01E05');
    sync(there, here);
    expect(open(here, 'mac.one').undoTarget(X)).toBe(null);
    expect(open(there, 'mac.two').undoTarget(X)).toBe('S01E03');
  });
});

test('a change is recorded where the identifier cannot be kept', () => {
  const folder = freshFolder();
  writeFileSync(join(folder, 'devices'), 'a file');
  expect(open(folder, 'a').confirm(X, 'S01E03').kind).toBe('recorded');
  expect(place(folder)).toBe('S01E03');
});
