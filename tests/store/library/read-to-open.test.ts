import { linkSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { gatedPieces } from '../../../src/gated/recap.ts';
import { Library } from '../../../src/store/library/library.ts';
import { openRecap } from '../../../src/store/library/open-recap.ts';

const titled = (title: string, body: string) => `---\ntitle: ${title}\n---\n${body}\n`;
const LONG = 'A line.\n'.repeat(4000);

async function libraryOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const path = mkdtempSync(join(tmpdir(), 'recap-to-open-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const folder = join(path, 'a-show');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const library = Library.open([{ path, isExpected: true }]);
  const summary = await library.findShow('a-show');
  if (!summary) throw new Error('the show is not found');
  return { library, summary, folder };
}

test('recaps that are read to be opened are those of the list, in the same order', async () => {
  const files = {
    'show.md': '---\ntitle: A\nepisodes: [{ code: S01E02 }, { code: S01E01 }]\n---\nok\n',
    's01e01.md': '---\nepisode: S01E01\ntitle: One\n---\nOne ||two||\n',
    's01e02.md': '---\nepisode: S01E02\n---\nTwo\n',
    'article.md': titled('Long', LONG),
    'broken.md': 'no front matter',
  };
  const { library, summary } = await libraryOf(files);
  const listed = await library.readContents(summary);
  const toOpen = await library.readToOpen(summary);
  expect(toOpen.recaps.map(({ head }) => head.slug)).toEqual(['s01e02', 's01e01', 'article']);
  expect(listed.recaps.map(({ head }) => head.slug)).toEqual(['s01e02', 's01e01', 'article']);
  const [one, other] = [listed, toOpen].map(({ show, recaps }) =>
    recaps.map((entry) => gatedPieces(openRecap(entry, show))),
  );
  expect(other).toEqual(one);
  const [problem, again] = library.problems;
  expect(problem?.path).toMatch(/broken\.md$/);
  expect(again).toEqual(problem);
});

test('a short recap that was read to be opened is not read again, a long one is', async () => {
  const { library, summary, folder } = await libraryOf({
    'short.md': titled('Short', 'before'),
    'long.md': titled('Long', LONG),
  });
  const { show, recaps } = await library.readToOpen(summary);
  for (const name of ['short.md', 'long.md'])
    writeFileSync(join(folder, name), titled('A', 'after'));
  const [long, short] = recaps.map((entry) => gatedPieces(openRecap(entry, show)));
  expect(short).toEqual([{ text: 'before\n', offset: 0 }]);
  expect(long).toEqual([{ text: 'after\n', offset: 0 }]);
});

test('a body that cannot be read fails when it is opened', async () => {
  const { library, summary } = await libraryOf({
    'bad.md': Buffer.concat([Buffer.from(titled('Bad', '')), Buffer.from([0xff, 0xfe])]),
  });
  const { show, recaps } = await library.readToOpen(summary);
  expect(recaps).toHaveLength(1);
  for (const entry of recaps) expect(() => openRecap(entry, show)).toThrow(/UTF-8/);
});

test('of a very large show only part is kept, and the rest is read again when it is opened', async () => {
  const body = 'x'.repeat(16_000);
  const { library, summary, folder } = await libraryOf({
    'show.md': titled('A', ''),
    '0.md': titled('A', body),
  });
  // one file under many names
  const names = Array.from({ length: 2200 }, (_, index) => `${index}.md`);
  for (const name of names.slice(1)) linkSync(join(folder, '0.md'), join(folder, name));
  const { show, recaps } = await library.readToOpen(summary);
  writeFileSync(join(folder, '0.md'), titled('A', 'after'));
  const [first, last] = [recaps[0], recaps.at(-1)].map((entry) => {
    return entry && gatedPieces(openRecap(entry, show));
  });
  expect(first).toEqual([{ text: `${body}\n`, offset: 0 }]);
  expect(last).toEqual([{ text: 'after\n', offset: 0 }]);
});
