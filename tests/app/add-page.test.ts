import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runHere } from '../support/in-process.ts';
import { type Answer, localServer, reply } from '../support/local-server.ts';

const SHOW = `---
title: Harbor Lights
episodes:
  - { code: S01E01, title: Corps }
  - { code: S01E02, title: Range of Motion }
  - { code: S02E01, title: Low Water }
---
`;
const TEXT =
  'A sentence that is long enough, with commas, for a reader to take it for text. '.repeat(3);

function page(title: string, body = ''): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title></head><body><article><h1>${title}</h1><p>CANARY ${TEXT}</p>${body}</article></body></html>`;
}

/** A home whose library has one show, and a site of its own. */
async function site(...answers: Answer[]) {
  const folder = mkdtempSync(join(tmpdir(), 'recap-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const own = join(folder, '.local', 'share', 'recap', 'recaps', 'harbor');
  mkdirSync(own, { recursive: true });
  writeFileSync(join(own, 'show.md'), SHOW);
  const server = await localServer(...answers);
  return {
    server,
    run: (...args: string[]) => runHere(folder, args, {}),
    files: () => readdirSync(own).sort(),
    file: (name: string) => readFileSync(join(own, name), 'utf8'),
    write: (name: string, text: string) => {
      mkdirSync(dirname(join(own, name)), { recursive: true });
      writeFileSync(join(own, name), text);
    },
  };
}

const html = (body: string, headers = {}) =>
  reply(200, body, { 'content-type': 'text/html', ...headers });

test('a page becomes the recap of its episode, is listed, and waits', async () => {
  const { server, run, files, file } = await site(
    html(page('Harbor Lights S1E2 recap: Delia drowns Bette')),
  );
  const added = await run('add', `${server.origin}/delia-drowns-bette`);
  expect(added).toEqual({
    stdout:
      'Harbor Lights, from 127.0.0.1: the recap of S01E02; all of it waits for S01E02.\nFiled. Read it with `recap read harbor s01e02`.\n',
    stderr: '',
    code: 0,
  });
  expect(files()).toEqual(['s01e02.md', 'show.md']);
  expect(file('s01e02.md')).toContain(
    'episode: S01E02\nheadline: "Harbor Lights S1E2 recap: Delia',
  );
  const before = await run('read', 'harbor', 's01e02', '--watched', 'S01E01');
  expect(before.stdout).not.toMatch(/CANARY|Delia|drowns/);
  const after = await run('read', 'harbor', 's01e02', '--watched', 'S01E02');
  expect(after.stdout).toContain('CANARY');
  expect(after.stdout).toContain('Delia drowns Bette');
  expect((await run('list', 'harbor')).stdout).toContain('S01E02');
});

test('a page about an episode that has a recap becomes an article, named by code and host', async () => {
  const { server, run, files, file, write } = await site(
    html(page('Harbor Lights S1E2: who did it?')),
  );
  write('s01e02.md', '---\nepisode: S01E02\n---\n\nMine.\n');
  expect((await run('add', `${server.origin}/x`)).stdout).toContain(
    'an article; all of it waits for S01E02',
  );
  expect(files()).toEqual(['s01e02-127-0-0-1.md', 's01e02.md', 'show.md']);
  expect(file('s01e02-127-0-0-1.md')).toMatch(
    /^---\ntitle: "S01E02 recap, 127\.0\.0\.1"\nafter: S01E02\n/,
  );
  expect(file('s01e02.md')).toContain('Mine.');
});

test('a page that names no episode waits for the last one', async () => {
  const { server, run, files } = await site(html(page('All of Harbor Lights')));
  expect((await run('add', `${server.origin}/x`)).stdout).toContain('all of it waits for S02E01');
  expect(files()).toEqual(['recap-127-0-0-1.md', 'show.md']);
});

test('the same page is not filed twice, and replaced only by force', async () => {
  const { server, run, files, file } = await site(
    html(page('Harbor Lights S1E1')),
    html(page('Harbor Lights S1E1', '<p>Second.</p>')),
  );
  const url = `${server.origin}/x`;
  await run('add', url);
  const again = await run('add', url);
  expect(again.code).toBe(1);
  expect(again.stderr).toContain('already added; `--force` replaces it');
  expect(file('s01e01.md')).not.toContain('Second.');
  expect((await run('add', url, '--force')).code).toBe(0);
  expect(file('s01e01.md')).toContain('Second.');
  expect(files()).toEqual(['s01e01.md', 'show.md']);
});

test('another page about the same thing gets a name of its own', async () => {
  const { server, run, files } = await site(html(page('All of Harbor Lights')));
  await run('add', `${server.origin}/x`, `${server.origin}/y`);
  expect(files()).toEqual(['recap-127-0-0-1-2.md', 'recap-127-0-0-1.md', 'show.md']);
});

test('a page is not confused with one whose address starts the same, or with one that links to it', async () => {
  const { server, run, files, file, write } = await site(html(page('All of Harbor Lights')));
  const url = `${server.origin}/x`;
  await run('add', url);
  write('recap-127-0-0-1.md', `${file('recap-127-0-0-1.md')}\n[${url}0](${url}0) "${url}1"\n`);
  expect((await run('add', `${url}0`)).stdout).toContain('recap-127-0-0-1-2`');
  expect((await run('add', `${url}1`)).stdout).toContain('recap-127-0-0-1-3`');
  expect((await run('add', url)).stderr).toContain('already added');
  expect(files()).toHaveLength(4);
});

test('a page whose sections have their own gates is recognized', async () => {
  const sections = `<h2>S1E1</h2><p>${TEXT}</p><h2>S2E1</h2><p>${TEXT}</p>`;
  const { server, run, file } = await site(
    html(page('All of Harbor Lights', sections).replace(`<p>CANARY ${TEXT}</p>`, '')),
  );
  const url = `${server.origin}/x_y_[1]`;
  await run('add', url);
  expect(file('recap-127-0-0-1.md')).not.toContain('source:');
  expect((await run('add', url)).stderr).toContain('already added');
  expect((await run('add', `${url}z`)).stdout).toContain('recap-127-0-0-1-2`');
});

test('a folder under the name of a recap is not read', async () => {
  const { server, run, write, files } = await site(html(page('Harbor Lights S1E1')));
  write('s01e01.md/note', '');
  const { stderr, code } = await run('add', `${server.origin}/x`);
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
  expect(files()).toEqual(['s01e01-2.md', 's01e01.md', 'show.md']);
});

test('the show and the episode can be named', async () => {
  const { server, run, files } = await site(html(page('The rope')));
  const refused = await run('add', `${server.origin}/x`);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('names no show of your library; name it with `--show`');
  expect(
    (await run('add', `${server.origin}/x`, '--show', 'harbor', '--episode', 'S01E01')).code,
  ).toBe(0);
  expect(files()).toEqual(['s01e01.md', 'show.md']);
});

test('a page in another charset is decoded', async () => {
  const body = Buffer.from(
    page('Harbor Lights S1E1')
      .replace('<meta charset="utf-8">', '')
      .replace('CANARY', 'Gr\u00f6\u00dfe'),
    'latin1',
  );
  const { server, run, file } = await site((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' }).end(body),
  );
  expect((await run('add', `${server.origin}/x`)).code).toBe(0);
  expect(file('s01e01.md')).toContain('Größe');
});

test('JSON names codes and hosts', async () => {
  const { server, run } = await site(html(page('Harbor Lights S1E1 recap: CANARY')));
  const { stdout } = await run('add', `${server.origin}/canary`, '--json');
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    pages: [
      {
        host: '127.0.0.1',
        show: { slug: 'harbor', title: 'Harbor Lights' },
        kind: 'episode',
        after: 'S01E01',
        sections: [],
        slug: 's01e01',
      },
    ],
  });
});

test.each<[string, Answer, RegExp]>([
  ['is missing', reply(404, 'CANARY'), /has no such page/],
  [
    'redirects to another site',
    reply(302, '', { location: 'https://evil.example/canary' }),
    /redirects to another site/,
  ],
  ['is too large', html('x'.repeat(20_000_000)), /larger than 17 MB/],
  [
    'is a feed',
    reply(200, '<?xml version="1.0"?><rss><item>CANARY</item></rss>', {
      'content-type': 'text/xml',
    }),
    /it is a feed/,
  ],
  ['is empty', html(''), /it is empty/],
  ['is a picture', reply(200, '\u0089PNG', { 'content-type': 'image/png' }), /picture|no text/],
])('a page that %s ends in one sentence, and nothing is filed', async (_, answer, message) => {
  const { server, run, files } = await site(answer);
  const { stdout, stderr, code } = await run(
    'add',
    `${server.origin}/delia-drowns`,
    '--show',
    'harbor',
  );
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).not.toMatch(/CANARY|drowns/i);
  expect(files()).toEqual(['show.md']);
});

test('one that fails does not keep the others from being filed', async () => {
  const { server, run, files } = await site(reply(404), html(page('Harbor Lights S1E1')));
  const { code } = await run('add', `${server.origin}/a`, `${server.origin}/b`);
  expect(code).toBe(1);
  expect(files()).toEqual(['s01e01.md', 'show.md']);
});

test.each([
  [['http://site.example/x'], /https only/],
  [['https://'], /not valid/],
])('%s is not fetched', async (args, message) => {
  const { run } = await site();
  const { stderr, code } = await run('add', ...args, '--show', 'harbor');
  expect(code).toBe(1);
  expect(stderr).toMatch(message);
});
