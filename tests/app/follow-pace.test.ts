import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runHere } from '../support/in-process.ts';
import { localSite } from '../support/local-site.ts';

const TEXT = 'A sentence that is long enough, with commas, to be taken for text. '.repeat(4);

test.each([
  ['every second', '', 1000],
  ['as slowly as robots.txt asks', 'User-agent: *\nCrawl-delay: 2', 2000],
])('a site is asked at most %s', async (_, robots, pause) => {
  const folder = mkdtempSync(join(tmpdir(), 'recap-pace-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const show = join(folder, '.local', 'share', 'recap', 'recaps', 'harbor');
  mkdirSync(show, { recursive: true });
  writeFileSync(join(show, 'show.md'), '---\ntitle: Harbor Lights\n---\n');
  const page = (number: number) =>
    `<html><title>Harbor Lights S1E${number}</title><p>${TEXT}</p><a href="/${number + 1}">Next Episode</a></html>`;
  const site = await localSite({
    '/robots.txt': { text: robots },
    '/1': page(1),
    '/2': page(2),
    '/3': page(3),
  });
  const begun = performance.now();
  await runHere(folder, ['add', `${site.origin}/1`, '--follow', '--limit', '3']);
  expect(site.paths()).toEqual(['/robots.txt', '/1', '/2', '/3']);
  // a second to the first page, then two pauses; a slow machine only takes longer
  expect((site.times.at(-1) ?? 0) - begun).toBeGreaterThan(1000 + 2 * pause - 20);
});
