import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runHere } from '../support/in-process.ts';

const TEXT = 'A sentence that is long enough, with commas, to be taken for text. ';

/** What differs between the two sites: the words of a headline, an address and a text. */
const TOLD = [
  { words: 'Delia drowns Bette', slug: 'delia-drowns', more: 1 },
  { words: 'Nobody drowns at all, and Otto inherits', slug: 'nobody-does', more: 9 },
] as const;

type Told = (typeof TOLD)[number];

function pages({ words, slug, more }: Told): Readonly<Record<string, string>> {
  const page = (title: string, links: string) =>
    `<title>${title}</title><article><h1>${title}</h1><p>${TEXT.repeat(3 + more)}</p>${links}</article>`;
  return {
    '/start': page(
      `Harbor Lights S1E1: ${words}`,
      `<a href="/${slug}-s1e2">Next Episode</a> <a href="/${slug}/list">View all</a>`,
    ),
    [`/${slug}-s1e2`]: page(`Harbor Lights S1E2: ${words}`, ''),
    [`/${slug}/list`]: `<h1>Harbor Lights</h1><a href="/${slug}-other">Harbor Lights S1E3 recap: ${words}</a> <a href="/${slug}-gone">Harbor Lights S1E4 recap</a> <a href="/${slug}-late">Harbor Lights S1E5: ${words}</a>`,
    [`/${slug}-other`]: page(`Other Show: ${words}`, ''),
    [`/${slug}-late`]: page(`Harbor Lights: ${words}`, ''),
  };
}

/** Whether a run of `--follow` tells in any way which of the two sites it has read. */
export async function tells(): Promise<boolean> {
  const [one, other] = await Promise.all(TOLD.map(observed));
  return one !== other;
}

async function observed(told: Told): Promise<string> {
  const site = pages(told);
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url.replace(told.slug, ''));
    const html = site[url];
    response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'recap-follow-leak-'));
  const show = join(folder, '.local', 'share', 'recap', 'recaps', 'harbor');
  mkdirSync(show, { recursive: true });
  const codes = [1, 2, 3, 4, 5].map((number) => `{ code: S01E0${number} }`);
  writeFileSync(
    join(show, 'show.md'),
    `---\ntitle: Harbor Lights\nepisodes: [${codes.join(', ')}]\n---\n`,
  );
  try {
    const add = (...more: string[]) =>
      runHere(folder, ['add', `http://127.0.0.1:${portOf(server)}/start`, '--follow', ...more]);
    const outputs = [await add('--limit', '2'), await add(), await add('--json')];
    return JSON.stringify([outputs, readdirSync(show).sort(), asked]);
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}
