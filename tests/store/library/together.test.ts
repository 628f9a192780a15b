import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { home } from '../../support/program.ts';

const run = promisify(execFile);

/** Programs that begin at once, where nothing is kept yet. */
const PROGRAMS = 6;

test('programs that fill the cache at once print the same, and leave it whole', async () => {
  const { folder } = home();
  const env = { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8' };
  const list = async () => {
    const args = ['bin/recap.js', 'list', 'great-expectations'];
    const { stdout, stderr } = await run(process.execPath, args, { env });
    return { stdout, stderr };
  };
  const first = await Promise.all(Array.from({ length: PROGRAMS }, list));
  expect(first[0]?.stdout).toContain('S01E36');
  expect(first).toEqual(first.map(() => first[0]));
  expect(await list()).toEqual(first[0]);
  const names = readdirSync(join(folder, '.cache'), { recursive: true }).map(String);
  expect(names.filter((name) => /\.(?:json|code)$/.test(name)).length).toBeGreaterThan(3);
  expect(names.filter((name) => /\.\d+$/.test(name))).toEqual([]);
});
