import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bundleFile } from '../support/bundle.ts';
import { SEED } from '../support/seed.ts';

/** Ways in which somebody could make the server leak: a patch of a file each. */
const LEAKS = [
  {
    name: 'the text of an exception',
    file: 'mcp/server.ts',
    find: 'return error instanceof Refusal ? error.message : FAILED;',
    replace: 'return error instanceof Error ? error.message : FAILED;',
    // what is thrown must hold something to leak
    also: {
      file: 'veil/veil.ts',
      find: '  #close(spoiler: Spoiler, gate: Gate, key: string): void {',
      replace:
        '  #close(spoiler: Spoiler, gate: Gate, key: string): void {\n    throw new Error(JSON.stringify(spoiler.pieces));',
    },
  },
  {
    name: 'the size of a recap',
    file: 'mcp/tools/read-recap.ts',
    find: 'markdown: items,',
    replace: 'markdown: items + statSync(file.path).size,',
  },
  {
    name: 'a count of hidden lines',
    file: 'mcp/tools/read-recap.ts',
    find: 'label, gate),',
    replace: "label + readFileSync(file.path, 'utf8').split(' ').length, gate),",
  },
  {
    name: 'hits that are hidden, counted',
    file: 'app/search-library.ts',
    find: 'const reader = audience.reader(contents.show);',
    replace: 'const reader = { place: contents.show.order.last, showsTitles: true };',
  },
  {
    name: 'titles that are completed',
    file: 'mcp/resources.ts',
    find: 'listing(contents, reader).map(({ slug }) => slug),',
    replace: "[...contents.recaps].map(({ path }) => readFileSync(path, 'utf8').slice(0, 60)),",
  },
  {
    name: 'a title behind its gate',
    file: 'mcp/tools/list-recaps.ts',
    find: 'isOpen, say };',
    replace: "isOpen, say, summary: readFileSync(listed.file.path, 'utf8').slice(0, 60) };",
  },
  {
    name: 'the place of somebody who has watched it all',
    file: 'mcp/door.ts',
    find: 'reader: audience.reader(contents.show)',
    replace: 'reader: { place: contents.show.order.last, showsTitles: true }',
  },
];

const CASES = process.env.RECAP_SOAK ? 400 : 4;

const out = resolve('node_modules/.cache/recap-mcp-leaks');
afterAll(() => rmSync(out, { recursive: true, force: true }));

const FS = "import { readFileSync, statSync } from 'node:fs';\n";

async function detectorWith(index: number | undefined): Promise<typeof import('./detector.ts')> {
  const leak = index === undefined ? undefined : LEAKS[index];
  const patches = [leak, leak?.also].filter((patch) => patch !== undefined);
  const file = join(out, `${index ?? 'clean'}.mjs`);
  await bundleFile('tests/mcp/detector.ts', file, [
    {
      name: 'leak',
      transform(source, id) {
        const patch = patches.find(({ file }) => id.replaceAll('\\', '/').endsWith(`/src/${file}`));
        return patch ? FS + source.replace(patch.find, () => patch.replace) : undefined;
      },
    },
  ]);
  return import(file);
}

test(`whole conversations are the same whatever the gated text: ${CASES} pairs`, async () => {
  const { detect } = await detectorWith(undefined);
  expect(await detect(SEED, CASES)).toBe(null);
});

describe('every seeded leak is found', () => {
  test.each(LEAKS.map((leak, index) => [leak.name, leak, index] as const))(
    '%s',
    async (_, leak, index) => {
      for (const { file, find } of [leak, leak.also ?? leak]) {
        expect(readFileSync(join('src', file), 'utf8')).toContain(find);
      }
      const { detect } = await detectorWith(index);
      expect(await detect(1, 60)).not.toBe(null);
    },
  );
});
