import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkShow } from '../../src/check/check-show.ts';
import { ShowMemory } from '../../src/check/show-memory.ts';
import { readWhole } from '../../src/store/library/file.ts';
import { Library } from '../../src/store/library/library.ts';

const show = (secrets: string, codes = 'S01E01, S01E02, S01E03') =>
  `---\ntitle: A Show\nepisodes: [${codes.replace(/S\d+E\d+/g, '{ code: $& }')}]\nsecrets: [${secrets}]\n---\n\nAbout it.\n`;
const recap = (code: string, body: string) => `---\nepisode: ${code}\n---\n\n${body}\n`;

const START = {
  'show.md': show('{ phrase: Delia pushed, after: S01E03 }'),
  's01e01.md': recap('S01E01', 'Marlowe comes to the harbor.'),
  's01e02.md': recap('S01E02', 'Quillon arrives. :spoiler[A letter]{after=S01E03}'),
  's01e03.md': recap('S01E03', 'Delia pushed him. Ferringham is unmasked.'),
  'an-article.md': '---\ntitle: An article\n---\n\nPublic words.\n',
};

/** One change after the other: each changes what is wrong, in the changed file or in others. */
const CHANGES: readonly (readonly [name: string, text: string])[] = [
  ['an-article.md', '---\ntitle: An article\n---\n\nFerringham did it.\n'],
  ['an-article.md', '---\ntitle: An article\n---\n\nIt was Delia who pushed him.\n'],
  ['s01e01.md', recap('S01E01', 'Ferringham comes to the harbor.')],
  ['s01e02.md', recap('S01E02', 'Quillon. :spoiler[A letter]{after=S09E09}')],
  ['s01e02.md', '---\nepisode: [\n---\n'],
  ['s01e02.md', recap('S01E01', 'A second one.')],
  ['show.md', show('{ phrase: Quillon arrives, after: S01E03 }')],
  ['show.md', show('', 'S01E01, S01E02')],
  ['show.md', '---\ntitle: [\n---\n'],
  ['show.md', START['show.md']],
  ['people.md', '## Ferringham {after=S01E01}\n\n- A man.\n'],
];

test('a check that remembers finds what a check from the beginning finds', () => {
  const root = mkdtempSync(join(tmpdir(), 'recap-memory-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'a-show');
  mkdirSync(folder);
  const bytes = new Map<string, Uint8Array>();
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    bytes.delete(join(folder, name));
  };
  const memory = new ShowMemory((path) => {
    const kept = bytes.get(path) ?? readWhole(path);
    bytes.set(path, kept);
    return kept;
  });
  const check = (kept?: ShowMemory) => {
    const library = Library.open([{ path: root, isExpected: true }]);
    return checkShow('a-show', library.listFiles('a-show'), library.listLayers('a-show'), kept);
  };
  for (const [name, text] of Object.entries(START)) write(name, text);
  const seen = new Set<string>();
  for (const [name, text] of [['s01e01.md', START['s01e01.md']] as const, ...CHANGES]) {
    write(name, text);
    const found = check(memory);
    expect(found, name).toEqual(check());
    seen.add(JSON.stringify(found));
  }
  expect(seen.size).toBeGreaterThan(8);
});
