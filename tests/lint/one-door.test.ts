import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

const BIOME = resolve('node_modules/.bin/biome');

interface Config {
  readonly plugins: readonly { readonly path: string; readonly includes: readonly string[] }[];
}

const { plugins }: Config = JSON.parse(readFileSync('biome.json', 'utf8'));

/** Whether the lint objects to a file of this text, were it at this path. */
function objects(path: string, text: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'recap-lint-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync('lint', join(folder, 'lint'), { recursive: true });
  // the rules of this project, and none of those that come with the linter
  const config = {
    root: true,
    plugins,
    linter: { rules: { preset: 'none' } },
    formatter: { enabled: false },
  };
  writeFileSync(join(folder, 'biome.json'), JSON.stringify(config));
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  const { stdout, stderr, status } = spawnSync(BIOME, ['lint', path], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect(stdout + stderr).not.toContain('Failed to compile');
  if (status !== 0) expect(stderr).toContain('the one door');
  return status !== 0;
}

/** What only some files may import, where it is declared, a file that may, and one close to it that may not. */
const NAMES = [
  ['gatedPieces', 'gated/recap.ts', 'veil/veil.ts', 'veil/story.ts'],
  ['secretsOf', 'gated/show.ts', 'veil/veil.ts', 'store/library/library.ts'],
  ['unseal', 'gated/sealed.ts', 'veil/front-matter.ts', 'veil/listing.ts'],
  ['listedTitle', 'gated/show.ts', 'veil/episode-title.ts', 'history/title-index.ts'],
  ['showNamesOf', 'gated/show.ts', 'history/title-index.ts', 'veil/episode-title.ts'],
  [
    'readRecapFrontMatter',
    'model/front-matter.ts',
    'check/read-author-show.ts',
    'convert/draft.ts',
  ],
  ['readPeopleFrontMatter', 'model/front-matter.ts', 'store/library/open-recap.ts', 'app/who.ts'],
  [
    'readShowFrontMatter',
    'model/front-matter.ts',
    'check/read-author-show.ts',
    'author/preview.ts',
  ],
  [
    'indexableFrontMatter',
    'gated/recap-head.ts',
    'store/library/open-recap.ts',
    'store/library/library.ts',
  ],
] as const;

describe.each(NAMES)('%s', (name, module, allowed, close) => {
  const importing = (path: string) => {
    const way = '../'.repeat(path.split('/').length - 1) || './';
    return `import { ${name} } from '${way}${module}';\nexport const used = ${name};\n`;
  };

  test('is declared where the rule says', () => {
    expect(readFileSync(join('src', module), 'utf8')).toMatch(
      new RegExp(`export function ${name}\\b`),
    );
  });

  test.each([close, 'cli/commands/read.ts'])('cannot be imported by %s', (path) =>
    expect(objects(join('src', path), importing(path))).toBe(true),
  );

  test(`can be imported by ${allowed}`, () => {
    expect(objects(join('src', allowed), importing(allowed))).toBe(false);
  });
});

describe('a name cannot be had in another way', () => {
  test.each([
    [
      'under another name',
      "import { gatedPieces as pieces } from '../gated/recap.ts';\nexport const x = pieces;",
    ],
    [
      'among others',
      "import {\n  Recap,\n  gatedPieces,\n} from '../gated/recap.ts';\nexport const x = [Recap, gatedPieces];",
    ],
    ['with its module', "import * as recap from '../gated/recap.ts';\nexport const x = recap;"],
    ['at run time', "export const x = await import('../gated/recap.ts');"],
    ['passed on', "export { gatedPieces as pieces } from '../gated/recap.ts';"],
    ['passed on with its module', "export * from '../gated/recap.ts';"],
    ['passed on as a module', "export * as recap from '../gated/recap.ts';"],
  ])('%s', (_, text) => expect(objects('src/cli/probe.ts', `${text}\n`)).toBe(true));

  test('and what holds no secret can be imported', () => {
    const text = "import type { Recap } from '../gated/recap.ts';\nexport type X = Recap;\n";
    expect(objects('src/cli/probe.ts', text)).toBe(false);
  });
});

test('every file that is allowed something exists', () => {
  const files = plugins.flatMap(({ includes }) =>
    includes.filter((glob) => glob.startsWith('!')).map((glob) => glob.replace(/^!\*\*\//, '')),
  );
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => !existsSync(file))).toEqual([]);
});
