import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { followSite, type PageOutcome } from '../../src/app/follow-site.ts';
import { hostAt } from '../support/host.ts';
import { runHere } from '../support/in-process.ts';
import { type LocalSite, localSite, type SitePage } from '../support/local-site.ts';

// tests/app/follow-pace.test.ts looks at the pace itself
vi.mock('../../src/sources/page-pace.ts', () => ({
  PAGE_LIMITS: { requests: 100, interval: 1, concurrency: 1 },
}));

const TEXT =
  'A sentence that is long enough, with commas, for a reader to take it for text. '.repeat(3);

/** What differs between two sites that are equal in everything public. */
interface Told {
  readonly headline: string;
  readonly slug: string;
  readonly text: string;
}

const ONE: Told = { headline: 'Delia drowns Bette', slug: 'delia-drowns-bette', text: 'CANARY' };
const OTHER: Told = {
  headline: 'Everybody lives, and Otto inherits the lighthouse',
  slug: 'everybody-lives',
  text: `CANARY ${'much more of it, with commas. '.repeat(30)}`,
};

function page(title: string, links: string, text = 'CANARY'): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title} | The Pier</title></head><body><header><a href="/">The Pier</a> <a href="/about">About</a></header><article><h1>${title}</h1><div class="post-links">${links}</div><p>${text} ${TEXT}</p><div class="post-links">${links}</div></article></body></html>`;
}

const ALL = '<a href="/harbor-lights/">View all</a>';
const next = (path: string) => `<a href="${path}">Next Episode</a>`;
const previous = (path: string) => `<a href="${path}">Previous Episode</a>`;

/** Twelve pages and the traps among them. */
function site({ headline, slug, text }: Told): Record<string, SitePage> {
  const entry = (path: string, code: string) =>
    `<li><a href="${path}">Harbor Lights ${code} recap: ${headline}</a></li>`;
  const two = `/s1e2-${slug}`;
  return {
    '/robots.txt': { text: 'User-agent: *\nDisallow: /private/\n' },
    '/s1e1': page(`Harbor Lights S1E1 recap: ${headline}`, `${ALL}${next(two)}`, text),
    [two]: page(
      `Harbor Lights S1E2 recap: ${headline}`,
      `${previous('/s1e1')}${ALL}${next('/s1e3')}`,
      text,
    ),
    '/s1e3': page(`Harbor Lights S1E3 recap: ${headline}`, `${ALL}${next('/moved')}`, text),
    '/moved': { redirect: 'https://evil.example/canary' },
    '/harbor-lights/': page(
      'Harbor Lights',
      `<ul>${entry('/s1e1', 'S1E1')}${entry('/gone', 'S1E4')}${entry('/huge', 'S2E2')}${entry('/again', 'S1E2')}${entry('/private/s2e3', 'S2E3')}<li><a href="/salt-s1e1">The Salt Line S1E1, or: Harbor Lights again</a></li><li><a href="/news">Harbor Lights is coming back</a></li></ul><a class="page-numbers" href="/harbor-lights/page/2/">2</a>`,
    ),
    '/harbor-lights/page/2/': page(
      'Harbor Lights',
      `<ul>${entry('/s2e1', 'S2E1')}<li><a href="/ending">Harbor Lights season 1 ending explained: ${headline}</a></li></ul><a href="/harbor-lights/">1</a> <a href="/harbor-lights/page/3/">3</a>`,
    ),
    '/harbor-lights/page/3/': { status: 501 },
    '/huge': `${page('Harbor Lights S2E2', '')}${'x'.repeat(20_000_000)}`,
    '/again': page(`Harbor Lights S1E2: ${headline}`, next('/s1e3'), text),
    '/salt-s1e1': page('The Salt Line S1E1 recap', next('/salt-s1e2'), text),
    '/salt-s1e2': page('The Salt Line S1E2 recap', '', text),
    '/s2e1': page(
      `Harbor Lights S2E1 recap: ${headline}`,
      `${previous('/s1e3?utm_source=x')}${next('/s2e1#comments')}${next('/s1e1/')}`,
      text,
    ),
    '/ending': page(`Harbor Lights season 1 ending explained: ${headline}`, ALL, text),
    '/private/s2e3': page('Harbor Lights S2E3 recap', '', text),
    '/news': page('Harbor Lights is coming back', '', text),
  };
}

const SHOW = (title: string) => `---
title: ${title}
episodes: [{ code: S01E01 }, { code: S01E02 }, { code: S01E03 }, { code: S01E04 }, { code: S02E01 }, { code: S02E02 }]
---
`;

/** A home whose library has two shows. */
function home() {
  const folder = mkdtempSync(join(tmpdir(), 'recap-follow-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const recaps = join(folder, '.local', 'share', 'recap', 'recaps');
  for (const [slug, title] of [
    ['harbor', 'Harbor Lights'],
    ['salt', 'The Salt Line'],
  ] as const) {
    mkdirSync(join(recaps, slug), { recursive: true });
    writeFileSync(join(recaps, slug, 'show.md'), SHOW(title));
  }
  const crawls = join(folder, '.local', 'state', 'recap', 'crawls');
  return {
    folder,
    run: (...args: string[]) => runHere(folder, args, {}),
    files: () => readdirSync(join(recaps, 'harbor')).sort(),
    file: (name: string) => readFileSync(join(recaps, 'harbor', name), 'utf8'),
    crawls: () => (existsSync(crawls) ? readdirSync(crawls) : []).map((name) => join(crawls, name)),
  };
}

const REPORT = `  S01E01   filed as s01e01
  S01E02   filed as s01e02
  –        list of recaps
  S01E03   filed as s01e03
  –        skipped: missing
  –        skipped: too large
  S01E02   filed as s01e02-127-0-0-1
  –        skipped: forbidden by robots.txt
  –        skipped: another show
  –        list of recaps
  –        skipped: leads to another site
  S02E01   filed as s02e01
  S01E04   filed as season-1-127-0-0-1
  –        skipped: server error
Filed 6 recaps of Harbor Lights from 127.0.0.1 (6 skipped). List them with \`recap list harbor\`.
`;

describe('a site of twelve pages', () => {
  test('is read from the first recap to the last, each page behind its episode', async () => {
    const { run, files, file, crawls } = home();
    const server = await localSite(site(ONE));
    const { stdout, stderr, code } = await run('add', `${server.origin}/s1e1`, '--follow');
    expect(stdout).toBe(REPORT);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(files()).toEqual([
      's01e01.md',
      's01e02-127-0-0-1.md',
      's01e02.md',
      's01e03.md',
      's02e01.md',
      'season-1-127-0-0-1.md',
      'show.md',
    ]);
    expect(file('s01e02-127-0-0-1.md')).toContain('after: S01E02');
    expect(file('season-1-127-0-0-1.md')).toContain('after: S01E04');
    // each page once, and nothing that is forbidden, behind another show's page, or news
    const tried = server.paths();
    expect(new Set(tried).size).toBe(tried.length);
    expect(tried[0]).toBe('/robots.txt');
    expect(tried).not.toContain('/private/s2e3');
    expect(tried).not.toContain('/salt-s1e2');
    expect(tried).not.toContain('/news');
    expect(tried).not.toContain('/about');
    expect(crawls()).toEqual([]);
    const before = await run('story', 'harbor', '--watched', 'S01E02');
    expect(before.stdout).toContain('S01E02');
    expect(before.stdout).not.toContain('S01E03');
  });

  test('is reported in the same words whatever its texts, titles and addresses say', async () => {
    const seen = await Promise.all(
      [ONE, OTHER].map(async (told) => {
        const { run, files } = home();
        const server = await localSite(site(told));
        const result = await run('add', `${server.origin}/s1e1`, '--follow', '--json');
        const paths = server.paths().map((path) => path.replace(told.slug, ''));
        return { result, files: files(), paths };
      }),
    );
    expect(seen[1]).toEqual(seen[0]);
    expect(JSON.stringify(seen)).not.toMatch(/CANARY|Delia|Otto/);
    const { skipped, ...rest } = JSON.parse(seen[0]?.result.stdout ?? '');
    expect(rest).toMatchObject({ version: 1, remaining: 0 });
    const reasons = [
      'another show',
      'forbidden by robots.txt',
      'leads to another site',
      'missing',
      'server error',
      'too large',
    ];
    expect(skipped.toSorted(byReason)).toEqual(
      reasons.map((reason) => ({ episode: null, reason })),
    );
  });

  test('stops at the limit and goes on from there', async () => {
    const { run, files, crawls } = home();
    const server = await localSite(site(ONE));
    const first = await run('add', `${server.origin}/s1e1`, '--follow', '--limit', '2');
    expect(first.stdout).toMatch(/^ {2}S01E01 .*\n {2}S01E02 .*\nFiled 2 recaps of/);
    expect(first.stderr).toBe('recap: there are more pages; run the same command again to go on\n');
    const [kept] = crawls();
    expect(statSync(kept ?? '').mode & 0o777).toBe(0o600);
    const asked = server.paths().length;
    const second = await run('add', `${server.origin}/s1e1`, '--follow');
    expect(`${first.stdout.split('\n').slice(0, 2).join('\n')}\n${second.stdout}`).toBe(
      REPORT.replace('Filed 6', 'Filed 4'),
    );
    expect(server.paths().slice(asked)).not.toContain('/s1e1');
    expect(crawls()).toEqual([]);
    expect(files()).toHaveLength(7);
  });

  test('followed again, has nothing new, and nothing is changed', async () => {
    const { run, file } = home();
    const pages = { '/s1e1': START, '/s1e2': SECOND };
    const server = await localSite(pages);
    const url = `${server.origin}/s1e1`;
    await run('add', url, '--follow');
    const before = file('s01e01.md');
    const { stdout, code } = await run('add', url, '--follow');
    expect(stdout).toContain('  S01E01   already filed as s01e01\n');
    expect(stdout).toContain('No new recaps of Harbor Lights from 127.0.0.1 (2 already there).\n');
    expect(code).toBe(0);
    expect(file('s01e01.md')).toBe(before);
  });

  test('interrupted, goes on where it was', async () => {
    const { folder, run, files } = home();
    const server = await localSite(site(ONE));
    const controller = new AbortController();
    const outcomes: PageOutcome[] = [];
    const walk = followSite({
      url: `${server.origin}/s1e1`,
      library: undefined,
      host: await hostAt(folder),
      isOffline: false,
      limit: 40,
      force: false,
      signal: controller.signal,
      onPage: (outcome) => {
        outcomes.push(outcome);
        if (outcomes.length === 3) controller.abort(new Error('interrupted'));
      },
    });
    await expect(walk).rejects.toThrow();
    const done = files();
    expect(done).toEqual(['s01e01.md', 's01e02.md', 'show.md']);
    const asked = server.paths().length;
    const { stdout } = await run('add', `${server.origin}/s1e1`, '--follow');
    expect(stdout).toContain('Filed 4 recaps');
    const again = server.paths().slice(asked);
    expect(again).not.toContain('/s1e1');
    expect(again).not.toContain('/harbor-lights/');
    expect(files()).toHaveLength(7);
  });
});

async function follow(pages: Record<string, SitePage>, start = '/s1e1') {
  const { run, files } = home();
  const server: LocalSite = await localSite(pages);
  const result = await run('add', `${server.origin}${start}`, '--follow');
  return { ...result, files: files(), paths: server.paths() };
}

const START = page('Harbor Lights S1E1 recap', next('/s1e2'));
const SECOND = page('Harbor Lights S1E2 recap', '');

describe('a site', () => {
  test.each<[string, SitePage, RegExp]>([
    ['forbids everything', { text: 'User-agent: *\nDisallow: /' }, /asks programs not to fetch/],
    ['forbids recap alone', { text: 'User-agent: recap\nDisallow: /s1' }, /asks programs not to/],
    ['wants an hour between requests', { text: 'User-agent: *\nCrawl-delay: 3600' }, /too long/],
    ['fails at robots.txt', { status: 501 }, /status 501/],
  ])('that %s is left alone', async (_, robots, message) => {
    const { stdout, stderr, code, paths } = await follow({ '/robots.txt': robots, '/s1e1': START });
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(code).toBe(1);
    expect(paths).toEqual(['/robots.txt']);
  });

  test.each<[string, SitePage]>([
    ['has no robots.txt', { status: 404 }],
    ['does not show its robots.txt', { status: 403 }],
    ['forbids others', { text: 'User-agent: Otherbot\nDisallow: /' }],
    ['has a page for robots.txt', page('Not found', '')],
  ])('that %s is followed', async (_, robots) => {
    const { stdout, files } = await follow({
      '/robots.txt': robots,
      '/s1e1': START,
      '/s1e2': SECOND,
    });
    expect(stdout).toContain('Filed 2 recaps');
    expect(files).toContain('s01e02.md');
  });

  test('whose page forbids to follow its links is not followed', async () => {
    const { stdout, paths } = await follow({
      '/s1e1': START.replace('<head>', '<head><meta name="robots" content="index, nofollow">'),
    });
    expect(stdout).toContain('Filed 1 recap of');
    expect(paths).toEqual(['/robots.txt', '/s1e1']);
  });

  test.each([
    ['Nächste Folge', ''],
    ['Épisode suivant', ''],
    ['Siguiente episodio', ''],
    ['Prossimo episodio', ''],
    ['Next recap →', ''],
    ['Harbor Lights Episode 2', 'rel="next"'],
    ['', 'class="nav next-episode" aria-label="on"'],
    ['Tous les épisodes', ''],
    ['All recaps', ''],
    ['Harbor Lights', ''],
    ['check out the archive', ''],
  ])('is followed by a link that says “%s” %s', async (text, attributes) => {
    const link = `<a href="/s1e2" ${attributes}>${text}</a>`;
    const { paths } = await follow({
      '/s1e1': page('Harbor Lights S1E1 recap', link),
      '/s1e2': SECOND,
    });
    expect(paths).toContain('/s1e2');
  });

  test.each([
    ['View all posts by Harbor Lights’ biggest fan', ''],
    ['Next', ''],
    ['Read more', ''],
    ['Another show', 'rel="next"'],
    ['Harbor Lights S1E2 recap', ''],
  ])('is not followed from a recap by one that says “%s” %s', async (text, attributes) => {
    const { paths } = await follow({
      '/s1e1': page('Harbor Lights S1E1 recap', `<a href="/x" ${attributes}>${text}</a>`),
    });
    expect(paths).toEqual(['/robots.txt', '/s1e1']);
  });

  test('can begin at its list', async () => {
    const list = ['S1E1', 'S1E2', 'S1E3'].map(
      (code) => `<a href="/${code}">Harbor Lights ${code} recap</a>`,
    );
    const pages = {
      '/list': page('Harbor Lights recaps', list.join(' ')),
      '/S1E1': page('Harbor Lights S1E1', ''),
      '/S1E2': page('Harbor Lights S1E2', ''),
      '/S1E3': page('Harbor Lights S1E3', ''),
    };
    const { stdout, files } = await follow(pages, '/list');
    expect(stdout).toMatch(/^ {2}– +list of recaps\n/);
    expect(files).toEqual(['s01e01.md', 's01e02.md', 's01e03.md', 'show.md']);
  });
});

const SEED = '../shared/cases/convert/01-seed-as-text/000_053f0fd7024c9ce4.txt';

test.skipIf(!existsSync(SEED))(
  'an article as a real site has it is filed, and its “View allNext Episode” followed',
  async () => {
    const article = readFileSync(SEED, 'utf8').replace(/&/g, '&amp;').replace(/</g, '&lt;');
    const links = '<a href="/tag/tiny-pretty-things/">View all</a><a href="/s1e1">Next Episode</a>';
    const body = article
      .split('\n')
      .map((line) => `<p>${line === 'View allNext Episode' ? links : line}</p>`);
    const [title] = article.split('\n');
    const recap = (code: string) => page(`Tiny Pretty Things ${code} recap`, '');
    const server = await localSite({
      '/who': `<!DOCTYPE html><title>${title}</title><article>${body.join('')}</article>`,
      '/s1e1': recap('S1E1'),
      '/s1e2': recap('S1E2'),
      '/tag/tiny-pretty-things/': '<h1>Tiny Pretty Things</h1><a href="/s1e2">S1E2 recap</a>',
    });
    const { run } = home();
    const { stdout } = await run('add', `${server.origin}/who`, '--follow');
    expect(stdout).toMatch(/^ {2}S01E10 +filed as season-1-127-0-0-1\n/);
    expect(stdout).toContain('Filed 3 recaps of Tiny Pretty Things');
    expect(server.paths().slice(1)).toEqual(['/who', '/s1e1', '/tag/tiny-pretty-things/', '/s1e2']);
  },
);

describe('what is asked for', () => {
  test.each([
    [['https://a.example/x', 'https://b.example/y', '--follow']],
    [['harbor', '--follow']],
    [['https://a.example/x', '--limit', '3']],
    [['https://a.example/x', '--follow', '--episode', 'S01E01']],
    [['https://a.example/x', '--follow', '--limit', '0']],
  ])('recap add %j is a usage error', async (args) => {
    const { run } = home();
    const { code, stderr } = await run('add', ...args);
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')[0]).toMatch(/^(?:recap|error): /);
  });

  test('offline nothing is fetched', async () => {
    const { run } = home();
    const { code, stderr } = await run('add', 'https://a.example/x', '--follow', '--offline');
    expect(code).toBe(1);
    expect(stderr).toBe('recap: offline: a.example was not asked\n');
  });
});

function byReason(a: { readonly reason: string }, b: { readonly reason: string }): number {
  return a.reason < b.reason ? -1 : 1;
}
