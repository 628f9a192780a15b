import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** What `npm pack --json` says. */
interface Packed {
  readonly filename: string;
  /** In bytes: of the package, and of what is in it. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string }[];
}

const MB = 1024 * 1024;

let folder: string;
let packed: Packed;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recap-package-'));
  // the tests have built the program already
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const told = execFileSync('npm', pack, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  [packed] = JSON.parse(told);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the package has the program, its recaps, schemas, manual page and completions: no source maps, no tests', () => {
  const paths = packed.files.map(({ path }) => path);
  const others = paths.filter((path) => !/^dist\/[\w-]+\.js$|^recaps\/[^.]+\.md$/.test(path));
  expect(others.sort()).toEqual([
    'LICENSE',
    'README.md',
    'bin/package.json',
    'bin/recap.js',
    'completions/_recap',
    'completions/recap.bash',
    'completions/recap.fish',
    'dist/package.json',
    'man/recap.1',
    'package.json',
    'schema/config.schema.json',
    'schema/recap.schema.json',
    'schema/show.schema.json',
  ]);
  expect(paths).toContain('recaps/tiny-pretty-things/show.md');
});

test('it is small', () => {
  expect(packed.size).toBeLessThan(MB);
  expect(packed.unpackedSize).toBeLessThan(4 * MB);
});

test('it installs in an empty folder without scripts or network, and runs', () => {
  const home = join(folder, 'home');
  mkdirSync(home);
  const options = {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: home },
  } as const;
  const install = ['install', '--ignore-scripts', '--offline', '--no-audit', packed.filename];
  execFileSync('npm', install, { ...options, stdio: 'ignore' });
  const program = join(folder, 'node_modules', '.bin', 'recap');
  expect(statSync(program).mode & 0o111).toBe(0o111);
  expect(execFileSync(program, ['list'], options)).toContain('tiny-pretty-things');
  const read = ['read', 'tiny-pretty-things', 'who-pushed'];
  expect(execFileSync(program, read, options)).toContain('Cassie Shore');
}, 60_000);
