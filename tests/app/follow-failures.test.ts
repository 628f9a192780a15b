import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { Crawl } from '../../src/app/crawl.ts';
import { runHere } from '../support/in-process.ts';
import { localSite, type SitePage } from '../support/local-site.ts';

vi.mock('../../src/sources/page-pace.ts', () => ({
  PAGE_LIMITS: { requests: 100, interval: 1, concurrency: 1 },
}));
// between the attempts of the client
vi.mock('../../src/http/delay.ts', () => ({ delay: async () => {} }));

const TEXT = 'A sentence that is long enough, with commas, to be taken for text. '.repeat(4);

function page(title: string, links: readonly string[] = []): string {
  const steps = links.map((path) => `<a href="${path}">Next Episode</a>`);
  return `<!DOCTYPE html><title>${title}</title><article><h1>${title}</h1><p>${TEXT}</p>${steps.join(' ')}</article>`;
}

function home() {
  const folder = mkdtempSync(join(tmpdir(), 'recap-follow-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const show = join(folder, '.local', 'share', 'recap', 'recaps', 'harbor');
  const state = join(folder, '.local', 'state', 'recap');
  mkdirSync(show, { recursive: true });
  writeFileSync(join(show, 'show.md'), '---\ntitle: Harbor Lights\n---\n');
  return {
    show,
    state,
    follow: (url: string, ...more: string[]) =>
      runHere(folder, ['add', url, '--follow', ...more], {}),
    crawls: () => (existsSync(join(state, 'crawls')) ? readdirSync(join(state, 'crawls')) : []),
  };
}

describe('a page that does not answer', () => {
  const LINKS = ['/harbor-lights-s1e2-bette-drowns', '/s1e3'];
  const pages: Record<string, SitePage> = {
    '/s1e1': page('Harbor Lights S1E1', LINKS),
    '/harbor-lights-s1e2-bette-drowns': { hangUp: true },
    '/s1e3': page('Harbor Lights S1E3'),
  };

  test('ends the first run, and is skipped and named by the second', async () => {
    const { follow, crawls } = home();
    const site = await localSite(pages);
    const first = await follow(`${site.origin}/s1e1`);
    expect(first.code).toBe(1);
    expect(first.stdout).toBe('  S01E01   filed as s01e01\n');
    expect(first.stderr).toContain('the connection to 127.0.0.1');
    const second = await follow(`${site.origin}/s1e1`);
    expect(second.stderr).toBe('');
    expect(second.stdout).toMatch(
      /^ {2}S01E02 {3}skipped: no answer\n {2}S01E03 {3}filed as s01e03\nFiled 1 recap of .* \(1 skipped\)/,
    );
    expect(second.code).toBe(0);
    expect(crawls()).toEqual([]);
  });

  test('is named in JSON as well', async () => {
    const { follow } = home();
    const site = await localSite(pages);
    await follow(`${site.origin}/s1e1`);
    const { stdout } = await follow(`${site.origin}/s1e1`, '--json');
    expect(JSON.parse(stdout).skipped).toEqual([{ episode: 'S01E02', reason: 'no answer' }]);
    expect(stdout).not.toContain('bette');
  });

  test('is tried again in a later run if the whole site was away', async () => {
    const { follow, crawls } = home();
    const answers: Record<string, SitePage> = {
      ...pages,
      '/s1e1': page('Harbor Lights S1E1', LINKS.slice(0, 1)),
    };
    const site = await localSite(answers);
    await follow(`${site.origin}/s1e1`);
    answers['/robots.txt'] = { hangUp: true };
    const second = await follow(`${site.origin}/s1e1`);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('the connection to 127.0.0.1');
    expect(crawls()).not.toEqual([]);
    delete answers['/robots.txt'];
    const third = await follow(`${site.origin}/s1e1`);
    expect(third.code).toBe(0);
    expect(crawls()).toEqual([]);
  });

  test('is tried again in a later run if the second one ends early', async () => {
    const { follow } = home();
    const answers: Record<string, SitePage> = { ...pages, '/s1e3': { hangUp: true } };
    const site = await localSite(answers);
    await follow(`${site.origin}/s1e1`);
    const second = await follow(`${site.origin}/s1e1`);
    expect(second.stdout).toBe('  S01E02   skipped: no answer\n');
    expect(second.code).toBe(1);
    // the whole site was away
    answers['/s1e3'] = page('Harbor Lights S1E3');
    answers[LINKS[0] ?? ''] = page('Harbor Lights S1E2');
    const third = await follow(`${site.origin}/s1e1`);
    expect(third.stdout).toContain('  S01E03   filed as s01e03\n  S01E02   filed as s01e02\n');
  });
});

test.each<[string, SitePage, string]>([
  ['401', { status: 401 }, 'refused by the site'],
  ['403', { status: 403 }, 'refused by the site'],
  ['451', { status: 451 }, 'refused by the site'],
  ['410', { status: 410 }, 'missing'],
  ['501', { status: 501 }, 'server error'],
  ['a redirect to plain http', { redirect: '/s1e3' }, 'not https'],
  ['a redirect to another site', { redirect: 'https://other.example/' }, 'leads to another site'],
])('a page that answers with %s is skipped in the right words', async (_, answer, reason) => {
  const { follow } = home();
  const site = await localSite({ '/s1e1': page('Harbor Lights S1E1', ['/s1e2']), '/s1e2': answer });
  const { stdout } = await follow(`${site.origin}/s1e1`);
  expect(stdout).toContain(`  –        skipped: ${reason}\n`);
});

test('plain http links of an https site are requested by https', () => {
  const crawl = new Crawl(new URL('https://example.org/s1e1'));
  crawl.done();
  const steps = [
    'http://www.example.org/s1e2',
    'https://example.org/s1e2',
    'http://example.org:8080/s1e3',
  ];
  crawl.follow(
    { address: 'https://example.org/s1e1', kind: 'recap' },
    { steps, archives: [], entries: [], pages: [] },
  );
  expect(crawl.state.queue.map(({ address }) => address)).toEqual([
    'https://www.example.org/s1e2',
    'http://example.org:8080/s1e3',
  ]);
});

describe('a file that cannot be written', () => {
  const pages = { '/s1e1': page('Harbor Lights S1E1') };

  test('is the list of pages still to fetch', async () => {
    const { follow, state } = home();
    mkdirSync(state, { recursive: true });
    writeFileSync(join(state, 'crawls'), '');
    const site = await localSite(pages);
    const { stderr } = await follow(`${site.origin}/s1e1`);
    expect(stderr).toMatch(
      /^recap: the list of pages still to fetch could not be written: a file is /,
    );
  });

  test('is a recap', async () => {
    const { follow, show } = home();
    symlinkSync('/nowhere', join(show, 's01e01.md'));
    const site = await localSite(pages);
    const { stderr } = await follow(`${site.origin}/s1e1`, '--force');
    expect(stderr).toMatch(/^recap: 127\.0\.0\.1:?\d*: the recap could not be written/);
  });
});
