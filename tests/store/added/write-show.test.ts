import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { currentFiles } from '../../../src/store/added/added-show.ts';
import { currentGeneration } from '../../../src/store/added/generation.ts';
import { removeShow, writeShow } from '../../../src/store/added/write-show.ts';
import { Library } from '../../../src/store/library/library.ts';

const { signal } = new AbortController();
const OLD = new Map([['show.md', '---\ntitle: Old\n---\n']]);
const NEW = new Map([
  ['show.md', '---\ntitle: New\n---\n'],
  ['s01e01.md', '---\nepisode: S01E01\n---\nText\n'],
]);

function place(): { root: string; folder: string } {
  const root = mkdtempSync(join(tmpdir(), 'recap-added-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return { root, folder: join(root, 'a-show') };
}

async function titles(root: string): Promise<string[]> {
  const shows = await Library.open([{ path: root, isExpected: false, isAdded: true }]).listShows();
  return shows.map(({ title }) => title);
}

describe('an added show', () => {
  test('is replaced as a whole, and the one before is kept for who reads it', async () => {
    const { root, folder } = place();
    await writeShow(folder, OLD, signal);
    const before = currentGeneration(folder) ?? '';
    await writeShow(folder, NEW, signal);
    expect(currentFiles(folder)).toEqual(NEW);
    expect(readdirSync(before)).toEqual(['show.md']);
    expect(await titles(root)).toEqual(['New']);
  });

  test('older ones and what a killed recap left go away after an hour', async () => {
    const { folder } = place();
    await writeShow(folder, OLD, signal);
    mkdirSync(join(folder, '7'));
    writeFileSync(join(folder, 'current.999999'), '7');
    const hours = new Date(Date.now() - 2 * 3_600_000);
    for (const name of ['1', '7', 'current.999999']) utimesSync(join(folder, name), hours, hours);
    await writeShow(folder, NEW, signal);
    expect(readdirSync(folder).sort()).toEqual(['1', '8', 'current']);
    await writeShow(folder, OLD, signal);
    expect(readdirSync(folder).sort()).toEqual(['8', '9', 'current']);
  });

  test('is for its owner alone', async () => {
    const { folder } = place();
    await writeShow(folder, NEW, signal);
    const paths = ['', 'current', '1', '1/show.md', '1/s01e01.md'].map((name) =>
      join(folder, name),
    );
    for (const path of paths) expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('is not there before its pointer is', async () => {
    const { root, folder } = place();
    mkdirSync(join(folder, '1'), { recursive: true });
    writeFileSync(join(folder, '1', 'show.md'), '---\ntitle: Half\n---\n');
    expect(await titles(root)).toEqual([]);
    for (const pointer of ['', '..', '../other', '0', '1/..', 'x', '999999999999']) {
      writeFileSync(join(folder, 'current'), pointer);
      expect(await titles(root)).toEqual([]);
    }
    writeFileSync(join(folder, 'current'), '1');
    expect(await titles(root)).toEqual(['Half']);
  });

  test('finds a number behind the last', async () => {
    const { root, folder } = place();
    await writeShow(folder, OLD, signal);
    mkdirSync(join(folder, '999999999'));
    await writeShow(folder, NEW, signal);
    expect(readdirSync(folder).sort()).toEqual(['1', '2', '999999999', 'current']);
    expect(await titles(root)).toEqual(['New']);
  });

  test('is removed', async () => {
    const { root, folder } = place();
    await writeShow(folder, NEW, signal);
    await removeShow(folder);
    expect(await titles(root)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
  });
});

describe('what cannot be written leaves the show as it was', () => {
  const faults: [name: string, files: ReadonlyMap<string, string>][] = [
    ['a name that no file can have', new Map([...NEW, ['no/such/folder.md', 'x']])],
    ['a name that is too long', new Map([...NEW, ['x'.repeat(300), 'x']])],
  ];

  test.each(faults)('%s, for a show that is there', async (_, files) => {
    const { root, folder } = place();
    await writeShow(folder, OLD, signal);
    await expect(writeShow(folder, files, signal)).rejects.toThrow();
    expect(currentFiles(folder)).toEqual(OLD);
    expect(readdirSync(folder).sort()).toEqual(['1', 'current']);
    expect(await titles(root)).toEqual(['Old']);
  });

  test.each(faults)('%s, for a new show', async (_, files) => {
    const { root, folder } = place();
    await expect(writeShow(folder, files, signal)).rejects.toThrow();
    expect(readdirSync(root)).toEqual([]);
  });

  test('a folder that may not be written', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write everywhere');
    const { root, folder } = place();
    await writeShow(folder, OLD, signal);
    chmodSync(folder, 0o500);
    await expect(writeShow(folder, NEW, signal)).rejects.toThrow();
    chmodSync(folder, 0o700);
    expect(await titles(root)).toEqual(['Old']);
  });

  test('canceled', async () => {
    const { root, folder } = place();
    await writeShow(folder, OLD, signal);
    const controller = new AbortController();
    const many = new Map(Array.from({ length: 500 }, (_, index) => [`${index}.md`, 'x']));
    const writing = writeShow(folder, many, controller.signal);
    await expect.poll(() => existsSync(join(folder, '2'))).toBe(true);
    controller.abort();
    await expect(writing).rejects.toThrow();
    expect(await titles(root)).toEqual(['Old']);
    expect(readdirSync(folder).sort()).toEqual(['1', 'current']);
  });

  test('a folder that leads elsewhere is no generation', async () => {
    const { root, folder } = place();
    const elsewhere = place().root;
    writeFileSync(join(elsewhere, 'show.md'), '---\ntitle: Elsewhere\n---\n');
    mkdirSync(folder);
    symlinkSync(elsewhere, join(folder, '1'));
    writeFileSync(join(folder, 'current'), '1');
    expect(await titles(root)).toEqual([]);
    expect(readFileSync(join(elsewhere, 'show.md'), 'utf8')).toContain('Elsewhere');
  });
});
