import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { unseal } from '../../../src/gated/sealed.ts';
import type { ShowContents } from '../../../src/gated/show-contents.ts';
import { FileIndex } from '../../../src/store/cache/file-index.ts';
import { fingerprintOf } from '../../../src/store/cache/fingerprint.ts';
import { Library } from '../../../src/store/library/library.ts';
import { openRecap } from '../../../src/store/library/open-recap.ts';
import { findShowFile } from '../../../src/store/library/show-file.ts';
import { INDEX_VERSION } from '../../../src/store/library/show-index.ts';
import { listing } from '../../../src/veil/listing.ts';
import { veil } from '../../../src/veil/veil.ts';
import { settled } from '../../support/settled.ts';

const SHOW = `---
title: Harbour Lights
year: 1999
network: Channel Five
episodes:
  - { code: S01E01, title: Ebb }
  - { code: S01E02, title: Zephyrine }
secrets:
  - { phrase: the keeper sank it, after: S01E02 }
---
About it.
`;
const RECAPS = {
  's01e01.md': '---\nepisode: S01E01\nsummary: A ship is late.\n---\nBody.\n',
  's01e02.md': '---\nepisode: S01E02\nsummary: The keeper sank it.\n---\nThe tide turns.\n',
  'who.md': '---\ntitle: Who was it?\n---\n:spoiler[the keeper]{after=S01E02}\n',
};

const isObject = (value: unknown): value is object => typeof value === 'object';

/** A library in folders of its own, old enough to be indexed. */
async function library(shows: Readonly<Record<string, Readonly<Record<string, string>>>>) {
  const folder = mkdtempSync(join(tmpdir(), 'recap-library-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'recaps');
  for (const [slug, files] of Object.entries(shows)) {
    mkdirSync(join(path, slug), { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, slug, name), text);
  }
  await settled(path);
  const cache = join(folder, 'cache');
  return { path, cache, open: () => Library.open([{ path, isExpected: true }], cache) };
}

async function shelfOf(opened: Library, slug = 'harbour'): Promise<ShowContents> {
  const show = await opened.findShow(slug);
  if (!show) throw new Error('no such show');
  return opened.readContents(show);
}

/** Everything that stands in an index. */
function indexed(cache: string): string {
  if (!existsSync(cache)) return '';
  return readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n');
}

test('what is listed is the same with an index, without one, and while it is made', async () => {
  const { cache, open } = await library({ harbour: { 'show.md': SHOW, ...RECAPS } });
  const look = async () => {
    const opened = open();
    const shows = await opened.listShows();
    const shelf = await shelfOf(opened);
    const rows = listing(shelf, { place: null, showsTitles: true });
    const told = shows.map(({ slug, title, year, network, order }) => {
      return [slug, title, year, network, order.codes, order.isListed];
    });
    return JSON.stringify([told, rows]);
  };
  const cold = await look();
  expect(indexed(cache)).toContain('Harbour Lights');
  expect(await look()).toBe(cold);
  rmSync(cache, { recursive: true });
  expect(await look()).toBe(cold);
});

test('the index holds no secret, no text with one, no title of the list, and no body', async () => {
  const { cache, open } = await library({ harbour: { 'show.md': SHOW, ...RECAPS } });
  const opened = open();
  await opened.listShows();
  expect((await shelfOf(opened)).recaps).toHaveLength(3);
  const text = indexed(cache);
  expect(text).toContain('A ship is late.');
  expect(text).toContain('Who was it?');
  expect(text).not.toMatch(/keeper|sank|Zephyrine|Ebb|tide|Body/i);
});

test.each([
  ['beside others', RECAPS, true],
  ['and was all there is', { 's01e01.md': RECAPS['s01e01.md'] }, true],
  ['a moment ago', RECAPS, false],
])('what is declared a secret later is taken out of the index: %s', async (_, recaps, isOld) => {
  const { path, cache, open } = await library({ harbour: { 'show.md': SHOW, ...recaps } });
  const { length } = Object.keys(recaps);
  expect((await shelfOf(open())).recaps).toHaveLength(length);
  expect(indexed(cache)).toContain('A ship is late.');
  const declared = SHOW.replace('secrets:', 'secrets:\n  - { phrase: late ship, after: S01E01 }');
  writeFileSync(join(path, 'harbour', 'show.md'), declared);
  if (isOld) await settled(path);
  expect((await shelfOf(open())).recaps).toHaveLength(length);
  expect(indexed(cache)).not.toContain('A ship is late.');
});

test('a show whose secrets cannot be read has no index of its recaps', async () => {
  const { cache, open } = await library({
    harbour: { 'show.md': '---\ntitle: [\n---\n', ...RECAPS },
  });
  const opened = open();
  await opened.listShows();
  expect((await shelfOf(opened)).recaps).toHaveLength(3);
  expect(opened.problems).toHaveLength(1);
  expect(indexed(cache)).not.toMatch(/harbour|ship|Who/i);
});

test('what is opened has the gates of its file, whatever an index says', async () => {
  const { path, cache, open } = await library({ harbour: { 'show.md': SHOW, ...RECAPS } });
  await shelfOf(open()).then(({ recaps }) => recaps);
  const folder = join(cache, readdirSync(cache)[0] ?? '', 'recaps');
  const file = join(path, 'harbour', 's01e02.md');
  const [, stamp] = readFileSync(join(folder, 'harbour.json'), 'utf8').match(
    /"basis":"([^"]+)"/,
  ) ?? ['', ''];
  expect(stamp).toContain(INDEX_VERSION);
  const forged = new FileIndex<object>(join(folder, 'harbour.json'), stamp ?? '', isObject);
  forged.set(file, fingerprintOf(file), { title: 'Forged' });
  forged.save(true);

  const shelf = await shelfOf(open());
  const entry = shelf.recaps.find(({ path }) => path === file);
  expect(entry && unseal(entry.head.frontMatter).title).toBe('Forged');
  if (!entry) return;
  const view = veil(openRecap(entry, shelf.show), shelf.show, { place: null, showsTitles: false });
  expect(view.curtains).toHaveLength(1);
  expect(JSON.stringify(view)).not.toContain('tide');
});

test('shows without `show.md` are listed, folders without recaps are not', async () => {
  const { open } = await library({
    loose: { 's01e01.md': RECAPS['s01e01.md'] },
    notes: { 'notes.txt': 'x' },
    empty: {},
  });
  const shows = await open().listShows();
  expect(shows.map(({ slug, title }) => [slug, title])).toEqual([['loose', 'loose']]);
});

test('folders are merged file by file, the stronger one first', async () => {
  const strong = await library({ harbour: { 'who.md': '---\ntitle: Mine\n---\n' } });
  const weak = await library({ harbour: { 'show.md': SHOW, ...RECAPS } });
  const folders = [strong, weak].map(({ path }) => ({ path, isExpected: true }));
  const shelf = await shelfOf(Library.open(folders));
  expect(shelf.show.title).toBe('Harbour Lights');
  expect(shelf.recaps.map(({ head }) => unseal(head.frontMatter).title ?? head.slug)).toEqual([
    's01e01',
    's01e02',
    'Mine',
  ]);
});

test('a recap that is faulty is noted with its place, and the others are there', async () => {
  const { open } = await library({
    harbour: { 'show.md': SHOW, ...RECAPS, 'bad.md': '---\nepisode: never\n---\n' },
  });
  const opened = open();
  expect((await shelfOf(opened)).recaps).toHaveLength(3);
  expect(opened.problems.map(({ problem }) => problem.position.line)).toEqual([2]);
});

test('a secret declared between a show and its recaps leaves no text in the index for long', async () => {
  const { path, cache, open } = await library({ harbour: { 'show.md': SHOW, ...RECAPS } });
  const early = await shelfOf(open());
  expect(early.show.title).toBe('Harbour Lights');
  const declared = SHOW.replace('secrets:', 'secrets:\n  - { phrase: late ship, after: S01E01 }');
  writeFileSync(join(path, 'harbour', 'show.md'), declared);
  await settled(path);
  expect(early.recaps).toHaveLength(3);
  expect((await shelfOf(open())).recaps).toHaveLength(3);
  expect(indexed(cache)).not.toContain('A ship is late.');
});

test('a show that changed after it was read is not indexed as it was', async () => {
  const { path, open } = await library({ harbour: { 'show.md': SHOW, ...RECAPS } });
  const early = open();
  await early.readShows();
  writeFileSync(join(path, 'harbour', 'show.md'), SHOW.replace('Lights', 'Nights'));
  await settled(path);
  expect((await early.findShow('harbour'))?.title).toBe('Harbour Lights');
  expect((await open().findShow('harbour'))?.title).toBe('Harbour Nights');
});

test('a `show.md` that cannot be looked at is there: what it declares is not taken for nothing', () => {
  expect(findShowFile(tmpdir(), join(tmpdir(), 'a/'.repeat(5000))).kind).toBe('unreadable');
  expect(findShowFile(tmpdir(), join(tmpdir(), 'nowhere')).kind).toBe('missing');
});
