import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readCacheFile, writeCacheFile } from '../../../src/store/cache/cache-file.ts';

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-prune-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file into a folder of the cache, which then counts as changed at this second. */
function write(cache: string, name: string, second: number, file = 'shows.json'): void {
  writeCacheFile(join(cache, name, file), Buffer.from(name));
  utimesSync(join(cache, name), second, second);
}

const hex = (number: number) => number.toString(16).padStart(8, '0');

test('of the indexes, the eight that were changed last stay', () => {
  const cache = freshFolder();
  for (let number = 0; number < 30; number++) write(cache, `index-${hex(number)}`, 1000 + number);
  expect(readdirSync(cache).sort()).toEqual(
    Array.from({ length: 8 }, (_, index) => `index-${hex(22 + index)}`),
  );
});

test('one that is changed again stays', () => {
  const cache = freshFolder();
  for (let number = 0; number < 8; number++) write(cache, `index-${hex(number)}`, 1000 + number);
  write(cache, `index-${hex(0)}`, 2000);
  write(cache, `index-${hex(99)}`, 2001);
  expect(readdirSync(cache)).toContain(`index-${hex(0)}`);
  expect(readdirSync(cache)).not.toContain(`index-${hex(1)}`);
});

test('of the compiled programs, four stay', () => {
  const cache = freshFolder();
  for (let number = 0; number < 9; number++) {
    write(join(cache, 'code'), `v20.${number}.0-x64-${hex(7)}`, 1000 + number, 'main.js.code');
  }
  expect(readdirSync(join(cache, 'code'))).toHaveLength(4);
});

test('what is not of the cache stays, and so does what was written', () => {
  const cache = freshFolder();
  for (const name of ['index-notes', 'firefox', 'v1', 'INDEX-00000001'])
    mkdirSync(join(cache, name));
  for (let number = 0; number < 12; number++) write(cache, `index-${hex(number)}`, 1000);
  expect(readdirSync(cache)).toEqual(
    expect.arrayContaining(['index-notes', 'firefox', 'v1', 'INDEX-00000001']),
  );
  expect(readCacheFile(join(cache, `index-${hex(11)}`, 'shows.json'))?.toString()).toBe(
    `index-${hex(11)}`,
  );
});
