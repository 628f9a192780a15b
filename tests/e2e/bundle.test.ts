import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Home, home } from '../support/program.ts';
import { inTerminal } from '../support/terminal.ts';

/** The modules in each file of the bundle, as the build has noted them. */
const CONTENTS: Readonly<Record<string, readonly string[]>> = JSON.parse(
  readFileSync('node_modules/.cache/recap/bundle.json', 'utf8'),
);
const HOOK = join(process.cwd(), 'tests/support/loaded.cjs');

/** What only some commands may load: the paths of modules. */
const PARTS = {
  commander: /^node_modules\/commander\//,
  library: /^src\/store\/library\/library\.ts$/,
  parser: /^node_modules\/(?:zod|js-yaml|gray-matter)\//,
  secrets: /^src\/text\/words\.ts$/,
  veil: /^src\/veil\/veil\.ts$/,
  markdown: /^node_modules\/markdown-it\//,
  screens: /^src\/reader\//,
  ink: /^node_modules\/(?:ink|react|react-reconciler|yoga-layout)\//,
  opener: /^node_modules\/open\//,
  authoring: /^(?:src\/(?:author|check|convert)|node_modules\/(?:linkedom|turndown|chokidar))\//,
  histories: /^(?:src\/history|node_modules\/(?:csv-parse|saxes))\//,
} as const;

type Part = keyof typeof PARTS;

let run: Home;
let env: Record<string, string>;

beforeEach(() => {
  run = home();
  env = {
    HOME: run.folder,
    LOADED: join(run.folder, 'loaded.json'),
    NODE_OPTIONS: `--require ${HOOK}`,
    NODE_DISABLE_COMPILE_CACHE: '1',
  };
});

/** The files that a command loads, once the index is there. */
function filesOf(args: readonly string[]): string[] {
  for (const _ of ['cold', 'warm']) {
    const { status } = spawnSync(process.execPath, ['bin/recap.js', ...args], {
      env: { PATH: process.env.PATH, ...env },
    });
    expect(status).toBe(0);
  }
  return JSON.parse(readFileSync(env.LOADED ?? '', 'utf8'));
}

function partsOf(files: readonly string[]): Part[] {
  const modules = files.flatMap((file) => CONTENTS[file] ?? []);
  return (Object.keys(PARTS) as Part[]).filter((part) =>
    modules.some((module) => PARTS[part].test(module)),
  );
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(join('dist', file)).size, 0);
}

describe('a command loads what it needs', () => {
  test.each<[args: string[], parts: Part[]]>([
    [['--version'], ['commander']],
    [['--help'], ['commander']],
    [['completion', 'bash'], ['commander']],
    [['list'], ['commander', 'library']],
    [['watched'], ['commander', 'library']],
    [
      ['watched', 'tiny-pretty-things', 'S01E01'],
      ['commander', 'library'],
    ],
    [
      ['watched', 'tiny'],
      ['commander', 'library'],
    ],
    [
      ['list', 'tiny-pretty-things'],
      ['commander', 'library', 'parser', 'secrets', 'veil', 'markdown'],
    ],
    [
      ['read', 'tiny-pretty-things', 'who-pushed'],
      ['commander', 'library', 'parser', 'secrets', 'veil', 'markdown'],
    ],
  ])('recap %j', (args, parts) => {
    expect(partsOf(filesOf(args))).toEqual(parts);
  });

  test('a list with settings loads what reads YAML, and no more of the library', () => {
    const without = filesOf(['list']);
    spawnSync(process.execPath, ['bin/recap.js', 'config', 'set', 'width', '70'], {
      env: { PATH: process.env.PATH, ...env },
    });
    expect(filesOf(['list'])).toEqual([...without, 'yaml.js']);
  });

  test('an index that knows nothing is filled with the parser', () => {
    spawnSync(process.execPath, ['bin/recap.js', 'list'], {
      env: { PATH: process.env.PATH, ...env },
    });
    const files: string[] = JSON.parse(readFileSync(env.LOADED ?? '', 'utf8'));
    expect(partsOf(files)).toContain('parser');
  });

  test('the reader loads Ink, and nothing for authors or histories', async () => {
    const terminal = inTerminal({ args: ['read', 'tiny-pretty-things', '--watched', 'none'], env });
    await terminal.until('Corps');
    await terminal.press('q');
    await terminal.exit;
    const files: string[] = JSON.parse(readFileSync(env.LOADED ?? '', 'utf8'));
    const parts = partsOf(files);
    expect(parts).toContain('ink');
    expect(parts).toContain('screens');
    expect(parts).not.toContain('opener');
    expect(parts).not.toContain('authoring');
    expect(parts).not.toContain('histories');
  });
});

test('a list loads a third of what plain reading does, and that less than the reader', () => {
  const [list, read] = [['list'], ['read', 'tiny-pretty-things', 'who-pushed']].map((args) =>
    sizeOf(filesOf(args)),
  );
  const ink = sizeOf(['ink.js']);
  expect((list ?? 0) / (read ?? 0)).toBeLessThan(1 / 3);
  expect((read ?? 0) / ink).toBeLessThan(1.6);
});

test('every part is somewhere in the bundle, so that none is looked for in vain', () => {
  expect(partsOf(Object.keys(CONTENTS))).toEqual(Object.keys(PARTS));
});

test('React is that of production', () => {
  const modules = Object.values(CONTENTS).flat();
  expect(modules.some((module) => module.includes('react.production'))).toBe(true);
  expect(modules.filter((module) => /react.*\.development/.test(module))).toEqual([]);
});
