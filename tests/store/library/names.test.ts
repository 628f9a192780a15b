import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { Library } from '../../../src/store/library/library.ts';
import { openProgress } from '../../../src/store/progress/log.ts';
import { show } from '../../support/recaps.ts';

const SHOW = '---\ntitle: A\nepisodes: [{ code: S01E01 }]\n---\nok\n';
const RECAP = '---\nepisode: S01E01\n---\nok\n';

function libraryOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-names-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const open = (path: string) => Library.open([{ path, isExpected: true }]);

test.each([
  ['in NFC', 'été'],
  ['in NFD', 'été'.normalize('NFD')],
  ['in Devanagari', 'हिन्दी'],
  ['in Thai', 'ภาษาไทย'],
  ['in Japanese, NFD', 'ガ'.normalize('NFD')],
  ['in Hebrew with points', 'שָׁלוֹם'],
  ['in Vietnamese, NFD', 'tiếng-việt'.normalize('NFD')],
])('a folder and a file %s are found under the name in NFC', async (_, name) => {
  const slug = name.normalize('NFC');
  const library = open(libraryOf({ [`${name}/show.md`]: SHOW, [`${name}/${name}.md`]: RECAP }));
  expect(library.listSlugs()).toEqual([slug]);
  const found = await library.findShow(slug);
  if (!found) throw new Error('it is not found');
  const { recaps } = await library.readContents(found);
  expect(recaps.map(({ head }) => head.slug)).toEqual([slug]);
  expect(library.problems).toEqual([]);
});

test('a folder whose name is no slug is named, unless nobody could take it for a show', () => {
  const folder = libraryOf({
    'my show/show.md': SHOW,
    '.drafts/a.md': RECAP,
    '_templates/a.md': RECAP,
    '$other/readme.txt': '',
  });
  expect(open(folder).problems.map(({ path }) => path)).toEqual([join(folder, 'my show')]);
});

test('a show.md that is only in the cloud closes the show', async () => {
  const library = open(libraryOf({ 'a/.show.md.icloud': '', 'a/s01e01.md': RECAP }));
  const found = await library.findShow('a');
  expect(found && 'isBroken' in found && found.isBroken).toBe(true);
  expect(library.problems[0]?.problem.message).toContain('only in the cloud');
});

test('a recap that is only in the cloud is named', async () => {
  const folder = libraryOf({ 'a/show.md': SHOW, 'a/.s01e01.md.icloud': '', 'a/.notes.icloud': '' });
  const library = open(folder);
  await library.listShows();
  library.listFiles('a');
  expect(library.problems.map(({ path }) => path)).toEqual([join(folder, 'a', 's01e01.md')]);
});

test('a log that is only in the cloud closes everything', () => {
  const folder = libraryOf({});
  const progress = () => openProgress({ folder, device: 'desk', now: () => new Date(0) });
  progress().confirm(show, 'S01E03');
  writeFileSync(join(folder, '.progress-phone.jsonl.icloud'), '');
  expect(progress().of(show)).toMatchObject({ through: null, shouldAsk: true });
  expect(readdirSync(folder)).toHaveLength(2);
});

test.each<[what: string, files: string[], at: string[]]>([
  ['two files that differ in case', ['a/Who.md', 'a/who.md'], ['a/who.md']],
  ['two files that differ in normal form', ['a/\u00e9.md', 'a/e\u0301.md'], ['a/\u00e9.md']],
  ['two shows that differ in case', ['a/x.md', 'A/show.md'], ['a']],
  ['names of devices', ['a/con.md', 'nul/show.md'], ['a/con.md', 'nul']],
])('recap check reports %s', (_, files, at) => {
  const all = Object.fromEntries(files.map((file) => [file, SHOW]));
  const folder = libraryOf({ 'a/show.md': SHOW, ...all });
  const { findings } = check([], [{ path: folder, isExpected: true }]);
  const named = findings.filter(({ rule }) => rule === 'file/name').map((found) => found.at.path);
  expect(named).toEqual(at.map((path) => join(folder, path)));
});
