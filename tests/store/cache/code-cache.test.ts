import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { settled } from '../../support/settled.ts';

/** A copy of the program with a home of its own, old enough for its code to be kept. */
async function copy() {
  const folder = mkdtempSync(join(tmpdir(), 'recap-code-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['bin', 'dist', 'recaps'])
    cpSync(part, join(folder, part), { recursive: true });
  await settled(folder);
  const run = (args: readonly string[], env: Record<string, string> = {}) => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(folder, 'bin', 'recap.js'), ...args],
      { encoding: 'utf8', env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', ...env } },
    );
    return { stdout, stderr, status };
  };
  const code = join(folder, '.cache', 'recap', 'code');
  const kept = (): string[] => {
    const [version] = readdirSync(code);
    return readdirSync(join(code, version ?? '')).map((name) => join(code, version ?? '', name));
  };
  return { folder, code, run, kept };
}

test('the next start finds the code that was kept, for its owner alone', async () => {
  const { run, kept } = await copy();
  const first = run(['list']);
  const files = kept();
  const times = files.map((file) => statSync(file).mtimeMs);
  expect(files.map((file) => file.replace(/.*\//, ''))).toContain('cli.js.code');
  expect(files.map((file) => statSync(file).mode & 0o777)).toEqual(files.map(() => 0o600));
  expect(run(['list'])).toEqual(first);
  expect(kept().map((file) => statSync(file).mtimeMs)).toEqual(times);
});

test('code that is damaged is not run, and is made anew', async () => {
  const { run, kept } = await copy();
  const sound = run(['--version']);
  const cli = kept().find((file) => file.endsWith('cli.js.code')) ?? '';
  const bytes = readFileSync(cli);
  const step = Math.ceil(bytes.length / 12);
  for (let at = 3; at < bytes.length; at += step) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 0x40;
    for (const content of [damaged, bytes.subarray(0, at)]) {
      writeFileSync(cli, content);
      expect(run(['--version'])).toEqual(sound);
      expect(readFileSync(cli)).not.toEqual(content);
    }
  }
});

test('code that was kept with other V8 flags is made anew, as a whole', async () => {
  const { run, kept } = await copy();
  const sizes = () => kept().map((file) => statSync(file).size);
  const sound = run(['--version']);
  const whole = sizes();
  for (const flags of ['--stack-trace-limit=5', '']) {
    expect(run(['--version'], { NODE_OPTIONS: flags })).toEqual(sound);
    expect(kept()).toEqual([]);
    expect(run(['--version'], { NODE_OPTIONS: flags })).toEqual(sound);
    // a few bytes more or less, but not a fifth of it
    expect(Math.min(...sizes())).toBeGreaterThan(Math.min(...whole) * 0.9);
  }
});

test('code of another version of the program is not run, be it of the same length', async () => {
  const { folder, run } = await copy();
  const file = join(folder, 'dist', 'cli.js');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(run(['--version']).stdout).toBe(`${version}\n`);
  const source = readFileSync(file, 'utf8');
  const other = version.replace(/\d/g, '9');
  expect(source).toContain(version);
  writeFileSync(file, source.replaceAll(version, other));
  await settled(folder);
  expect(run(['--version']).stdout).toBe(`${other}\n`);
});

test('a mistake of the program is told as without it', async () => {
  const { run } = await copy();
  const told = [run(['read', 'nothing']), run(['read', 'nothing'])];
  const without = run(['read', 'nothing'], { NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(told).toEqual([without, without]);
});

test('with `NODE_DISABLE_COMPILE_CACHE`, and where nothing can be written, it runs all the same', async () => {
  const { folder, code, run } = await copy();
  const plain = run(['list'], { NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(plain.status).toBe(0);
  expect(() => statSync(code)).toThrow();
  const blocked = join(folder, 'file');
  writeFileSync(blocked, '');
  expect(run(['list'], { XDG_CACHE_HOME: blocked })).toEqual(plain);
});
