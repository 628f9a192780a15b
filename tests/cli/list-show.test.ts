import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runHere } from '../support/in-process.ts';

/** What `recap list a-show` prints about a show with these recaps. */
async function listOf(
  codes: readonly string[],
  { hasArticle = false, args = [] }: { hasArticle?: boolean; args?: readonly string[] } = {},
): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), 'recap-list-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const folder = join(home, '.local/share/recap/recaps/a-show');
  mkdirSync(folder, { recursive: true });
  const episodes = codes.map((code) => `{ code: ${code} }`);
  writeFileSync(
    join(folder, 'show.md'),
    `---\ntitle: A Show\nepisodes: [${episodes.join(', ')}]\n---\n`,
  );
  for (const code of codes) {
    writeFileSync(join(folder, `${code.toLowerCase()}.md`), `---\nepisode: ${code}\n---\nText.\n`);
  }
  if (hasArticle) writeFileSync(join(folder, 'more.md'), '---\ntitle: More\n---\nText.\n');
  return (await runHere(home, ['list', 'a-show', ...args])).stdout;
}

test('a show with several seasons is listed by season, in viewing order', async () => {
  const text = await listOf(['S01E01', 'S01E02', 'S00E01', 'S02E01'], { hasArticle: true });
  expect(text).toBe(`A Show · not started

  Season 1
  ›  S01E01  title hidden  next
     S01E02  title hidden  later

  Specials
     S00E01  title hidden  later

  Season 2
     S02E01  title hidden  later

  Articles
     more  More  article
`);
});

test('a show with one season has no headings', async () => {
  expect(await listOf(['S03E01', 'S03E02'], { hasArticle: true })).toBe(`A Show · not started

  ›  S03E01  title hidden  next
     S03E02  title hidden  later

     more  More  article
`);
});

test('headings are not part of the JSON', async () => {
  const text = await listOf(['S01E01', 'S02E01'], { args: ['--json'] });
  expect(JSON.parse(text).recaps.map(({ slug }: { slug: string }) => slug)).toEqual([
    's01e01',
    's02e01',
  ]);
  expect(text).not.toContain('Season');
});
