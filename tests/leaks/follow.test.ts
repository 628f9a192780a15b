import { readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { bundleFile } from '../support/bundle.ts';
import type { Leak } from './leaks.ts';

const SITE = 'app/follow-site.ts';

/** Leaks that somebody could make in `recap add URL --follow`. */
const LEAKS: readonly Leak[] = [
  {
    name: 'the length of a text in the name of its file',
    file: 'app/add-page.ts',
    find: '    name,\n    isFiled,',
    replace: '    name: `${name}-${final.text.length}`,\n    isFiled,',
  },
  {
    name: 'the title of a page in its line',
    file: SITE,
    find: "return { kind: 'filed', page: shown };",
    replace: "return { kind: 'filed', page: { ...shown, name: facts.title ?? '' } };",
  },
  {
    name: 'a file named after its headline',
    file: 'app/add-page.ts',
    find: 'const base = episode?.toLowerCase() ??',
    replace:
      "const base = (article.facts.title ?? '').replace(/\\W+/g, '-') || episode?.toLowerCase() ||",
  },
  {
    name: 'the address of a page that is skipped',
    file: SITE,
    find: "if (!isStart) return { kind: 'skipped', reason };",
    replace: "if (!isStart) return { kind: 'skipped', reason: `${reason} (${url.pathname})` };",
  },
  {
    name: 'the size of what is left in JSON',
    file: SITE,
    find: 'show: { slug, title }, remaining };',
    replace:
      'show: { slug, title }, remaining: remaining + JSON.stringify(this.#crawl.state).length };',
  },
  {
    name: 'links in the order of what they say',
    file: 'convert/page-links.ts',
    find: 'entries: [...found.entries],',
    replace: 'entries: [...found.entries].sort((a, b) => (a.length % 2) - (b.length % 2)),',
  },
  {
    name: 'links chosen by what they say',
    file: 'convert/page-links.ts',
    find: 'if (isEpisode || isTold)',
    replace: "if ((isEpisode || isTold) && !text.includes('otto'))",
  },
  {
    name: 'an address in an error',
    file: SITE,
    find: "return { kind: 'list' };\n    }\n    const article",
    replace: 'throw new UserError(page.address);\n    }\n    const article',
  },
];

const out = resolve('node_modules/.cache/recap-follow-leaks');
afterAll(() => rmSync(out, { recursive: true, force: true }));

/** The detector built with a leak in the program; it does not wait between requests. */
async function detectorWith(leak?: Leak): Promise<typeof import('./follow-detector.ts')> {
  const file = join(out, `${leak ? LEAKS.indexOf(leak) : 'clean'}.mjs`);
  await bundleFile('tests/leaks/follow-detector.ts', file, [
    {
      name: 'leak',
      transform(source, id) {
        const path = id.replaceAll('\\', '/');
        if (path.endsWith('/src/sources/page-pace.ts')) return source.replace('1_000', '1');
        const isPatched = leak && path.endsWith(`/src/${leak.file}`);
        return isPatched ? source.replace(leak.find, () => leak.replace) : undefined;
      },
    },
  ]);
  return import(file);
}

test('following a site tells nothing of it', async () => {
  expect(await (await detectorWith()).tells()).toBe(false);
});

test.each(LEAKS)('$name is found', async (leak) => {
  expect(readFileSync(join('src', leak.file), 'utf8')).toContain(leak.find);
  expect(await (await detectorWith(leak)).tells()).toBe(true);
});
