import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { slugOf } from '../../src/author/slug.ts';
import { Library } from '../../src/store/library/library.ts';

const root = mkdtempSync(join(tmpdir(), 'recap-slugs-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a slug keeps every script whole', () => {
  test.each<[title: string, slug: string]>([
    ['Tiny Pretty Things', 'tiny-pretty-things'],
    ['Über: Us!', 'uber-us'],
    ['Élite’s Ñandú', 'elites-nandu'],
    ['Đorđe & Łódź', 'đorđe-łodz'],
    ['İstanbul', 'istanbul'],
    ['ガラスの城', 'ガラスの城'],
    ['カラスの城', 'カラスの城'],
    ['ﾊﾟﾘの空', 'パリの空'],
    ['Ｆａｒｇｏ ２', 'fargo-2'],
    ['이태원 클라쓰', '이태원-클라쓰'],
    ['मिर्ज़ापुर', 'मिर्ज़ापुर'.normalize('NFC')],
    ['Хороший доктор Йод', 'хороший-доктор-йод'],
    ['Їжак і ёлка', 'їжак-і-ёлка'],
    ['เลือดข้นคนจาง ทำ', 'เลือดข้นคนจาง-ทำ'],
    ['Το Νησί', 'το-νησί'],
    ['الهيبة', 'الهيبة'],
    ['שְׁטִיסֶל', 'שְׁטִיסֶל'.normalize('NFC')],
    ['⭐️ Stars 1️⃣', 'stars-1'],
  ])('%s', (title, slug) => {
    expect(slugOf(title)).toBe(slug);
    expect(slugOf(title.normalize('NFD'))).toBe(slug);
    expect(slugOf(slug)).toBe(slug);
  });

  test('a title without letters and digits has none', () => {
    expect(['…', '⭐️', '--', '', '\u0301'].map(slugOf)).toEqual(Array(5).fill(undefined));
  });

  test('a long one ends between letters, within what a file system allows', () => {
    const slug = slugOf('क्षि'.repeat(100)) ?? '';
    expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(200);
    expect('क्षि'.repeat(100).startsWith(slug)).toBe(true);
    expect(slugOf(`${'a'.repeat(79)} b`)).toBe('a'.repeat(79));
  });
});

test('the library lists shows and recaps with such slugs', () => {
  const titles = ['ガラスの城', 'मिर्ज़ापुर', 'เลือดข้นคนจาง', 'Хороший', '이태원'];
  for (const title of titles) {
    const folder = join(root, slugOf(title) ?? '');
    mkdirSync(folder);
    writeFileSync(join(folder, `${slugOf(title)}.md`), `---\ntitle: ${title}\n---\nA.\n`);
  }
  const library = Library.open([{ path: root, isExpected: true }]);
  expect(library.listSlugs()).toHaveLength(titles.length);
  for (const slug of library.listSlugs())
    expect([...library.listFiles(slug).keys()]).toEqual([slug]);
});
