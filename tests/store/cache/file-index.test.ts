import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { writeCacheFile } from '../../../src/store/cache/cache-file.ts';
import { FileIndex } from '../../../src/store/cache/file-index.ts';
import { fingerprintOf } from '../../../src/store/cache/fingerprint.ts';
import { settled } from '../../support/settled.ts';

/** When a file says that it was written, in seconds. */
const WRITTEN = 1_600_000_000;

const isText = (value: unknown): value is string => typeof value === 'string';

/** A folder with a file of recaps, which is old enough, and a place for an index. */
async function folder() {
  const path = mkdtempSync(join(tmpdir(), 'recap-index-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const file = join(path, 'a.md');
  const index = join(path, 'cache', 'index.json');
  writeFileSync(file, 'first');
  utimesSync(file, WRITTEN, WRITTEN);
  await settled(path);
  return { path, file, index };
}

function kept(index: string, files: Readonly<Record<string, string>>, basis = '1'): void {
  const writing = new FileIndex<string>(index, basis, isText);
  for (const [file, value] of Object.entries(files)) {
    writing.set(file, fingerprintOf(file), value);
  }
  writing.save(true);
}

test('a file that has not changed is known, for good', async () => {
  const { file, index } = await folder();
  kept(index, { [file]: 'read once' });
  const reading = new FileIndex<string>(index, '1', isText);
  expect(reading.get(file)).toBe('read once');
  reading.save(true);
  expect(new FileIndex<string>(index, '1', isText).get(file)).toBe('read once');
});

test.each([
  ['its size', (file: string) => writeFileSync(file, 'longer than it was')],
  ['its text, the size being the same', (file: string) => writeFileSync(file, 'other')],
  [
    'its text and then its time, which is set back',
    (file: string) => {
      writeFileSync(file, 'other');
      utimesSync(file, WRITTEN, WRITTEN);
    },
  ],
  ['that it is there', (file: string) => rmSync(file)],
])('a file is read again when it changes: %s', async (_, change) => {
  const { path, file, index } = await folder();
  kept(index, { [file]: 'old' });
  change(file);
  await settled(path);
  expect(new FileIndex<string>(index, '1', isText).get(file)).toBe(undefined);
});

test('a file that was changed just now may change again unseen, so it is not kept', async () => {
  const { file, index } = await folder();
  writeFileSync(file, 'just now');
  // no time passes, however busy the machine is
  vi.useFakeTimers({ toFake: ['Date'], now: statSync(file).ctime });
  onTestFinished(() => void vi.useRealTimers());
  kept(index, { [file]: 'just now' });
  expect(new FileIndex<string>(index, '1', isText).get(file)).toBe(undefined);
});

test('what depends on something else is not taken', async () => {
  const { file, index } = await folder();
  kept(index, { [file]: 'of version 1' }, '1');
  expect(new FileIndex<string>(index, '2', isText).get(file)).toBe(undefined);
});

test('what is no longer asked for is dropped', async () => {
  const { path, file, index } = await folder();
  const other = join(path, 'b.md');
  writeFileSync(other, 'b');
  await settled(path);
  kept(index, { [file]: 'a', [other]: 'b' });
  const later = new FileIndex<string>(index, '1', isText);
  later.get(other);
  later.save(true);
  expect(readFileSync(index, 'utf8')).not.toContain('a.md');
  expect(new FileIndex<string>(index, '1', isText).get(other)).toBe('b');
});

test('what was not asked for stays where not all was', async () => {
  const { path, file, index } = await folder();
  const other = join(path, 'b.md');
  writeFileSync(other, 'b');
  await settled(path);
  kept(index, { [file]: 'a' });
  const later = new FileIndex<string>(index, '1', isText);
  later.set(other, fingerprintOf(other), 'b');
  later.save(false);
  const last = new FileIndex<string>(index, '1', isText);
  expect([last.get(file), last.get(other)]).toEqual(['a', 'b']);
});

test('what was stored for something that has changed is removed, even if nothing takes its place', async () => {
  const { file, index } = await folder();
  kept(index, { [file]: 'a secret by now' });
  const changed = new FileIndex<string>(index, '2', isText);
  expect(changed.get(file)).toBe(undefined);
  changed.save(true);
  expect(readFileSync(index, 'utf8')).not.toContain('secret');
});

test('an index that is damaged, in whatever place, counts as empty and is written anew', async () => {
  const { file, index } = await folder();
  kept(index, { [file]: 'read once' });
  const sound = readFileSync(index);
  const damaged = [
    ...[...sound.keys()].map((at) => Buffer.from(sound).fill((sound[at] ?? 0) ^ 1, at, at + 1)),
    ...[...sound.keys()].map((length) => sound.subarray(0, length)),
    // whole as files of the cache, and no index
    Buffer.from('{"basis":"1","files":null}'.repeat(2)),
    Buffer.from('null'.repeat(2)),
    Buffer.alloc(100),
  ];
  for (const bytes of damaged) {
    writeFileSync(index, bytes);
    expect(new FileIndex<string>(index, '1', isText).get(file)).toBe(undefined);
  }
  kept(index, { [file]: 'read again' });
  expect(new FileIndex<string>(index, '1', isText).get(file)).toBe('read again');
});

test('an index that cannot be read or written does not matter, and leaves nothing behind', async () => {
  const { path, file } = await folder();
  const blocked = join(path, 'file');
  writeFileSync(blocked, '');
  for (const index of [join(blocked, 'index.json'), join(path, 'folder', 'index.json')]) {
    if (index.includes('folder')) mkdirSync(index, { recursive: true });
    kept(index, { [file]: 'a' });
    expect(new FileIndex<string>(index, '1', isText).get(file)).toBe(undefined);
  }
  expect(readdirSync(join(path, 'folder'))).toEqual(['index.json']);
});

test.skipIf(process.platform !== 'linux')(
  'a folder that can never be made ends nothing',
  async () => {
    const { file } = await folder();
    kept('/proc/nowhere/index.json', { [file]: 'a' });
    expect(new FileIndex<string>('/proc/nowhere/index.json', '1', isText).get(file)).toBe(
      undefined,
    );
  },
);

test('without a place for it nothing is kept', async () => {
  const { file } = await folder();
  const nowhere = new FileIndex<string>(undefined, '1', isText);
  nowhere.set(file, fingerprintOf(file), 'a');
  nowhere.save(true);
  expect(nowhere.get(file)).toBe(undefined);
});

test.skipIf(process.platform === 'win32')('it is for its owner alone', async () => {
  const { path, file, index } = await folder();
  kept(index, { [file]: 'a' });
  expect(statSync(index).mode & 0o777).toBe(0o600);
  expect(statSync(join(path, 'cache')).mode & 0o777).toBe(0o700);
});

test.each(['not json', 'null', '{"basis":"1"}', '{"basis":"1","files":{"FILE":null}}'])(
  'an index that is whole and holds something else counts as empty: %s',
  async (text) => {
    const { file, index } = await folder();
    writeCacheFile(index, Buffer.from(text.replace('FILE', file)));
    expect(new FileIndex<string>(index, '1', isText).get(file)).toBe(undefined);
    kept(index, { [file]: 'read again' });
    expect(new FileIndex<string>(index, '1', isText).get(file)).toBe('read again');
  },
);

test('a value of another kind is read again', async () => {
  const { file, index } = await folder();
  kept(index, { [file]: 'a' });
  const isNumber = (value: unknown): value is number => typeof value === 'number';
  expect(new FileIndex<number>(index, '1', isNumber).get(file)).toBe(undefined);
});

test.skipIf(process.platform === 'win32')('what others may have written is not taken', async () => {
  const { file, index } = await folder();
  kept(index, { [file]: 'a' });
  chmodSync(index, 0o666);
  expect(new FileIndex<string>(index, '1', isText).get(file)).toBe(undefined);
});

test('a file that cannot be looked at is no known one', () => {
  expect(fingerprintOf(join(tmpdir(), 'a/'.repeat(5000)))).toBe(undefined);
});
