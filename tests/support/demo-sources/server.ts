import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { InventedShow } from './invented-show.ts';
import { tvmazeAnswer } from './tvmaze-answers.ts';
import { wikidataAnswer, wikipediaAnswer } from './wikipedia-answers.ts';

/** The services that recap asks, on this machine, with answers about shows that nobody has made. */
export interface DemoSources {
  /** The variables that make recap ask them. */
  readonly env: Record<string, string>;
  /** What was asked, in order: service, path and query. */
  readonly requests: string[];
  /** What the services know from now on. */
  shows: readonly InventedShow[];
  /** Answers instead of the service where it is set and gives an answer itself. */
  fault: ((path: string, response: ServerResponse) => boolean) | undefined;
  close(): void;
}

export async function demoSources(shows: readonly InventedShow[]): Promise<DemoSources> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    sources.requests.push(path);
    if (sources.fault?.(path, response)) return;
    const url = new URL(path, 'http://localhost');
    const answer = serviceAnswer(sources.shows, url);
    if (answer === undefined) return void response.writeHead(404).end();
    const body = JSON.stringify(answer);
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
    response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8', etag }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  const sources: DemoSources = {
    env: {
      RECAP_TVMAZE_URL: `${origin}/tvmaze`,
      RECAP_WIKIDATA_URL: `${origin}/wikidata`,
      RECAP_WIKIPEDIA_URL: `${origin}/wikipedia`,
    },
    requests: [],
    shows,
    fault: undefined,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
  return sources;
}

function serviceAnswer(shows: readonly InventedShow[], url: URL): unknown {
  const [, service, path] = /^\/(\w+)(\/.*)$/.exec(url.pathname) ?? [];
  const inner = new URL((path ?? '/') + url.search, 'http://localhost');
  if (service === 'tvmaze') return tvmazeAnswer(shows, inner);
  if (service === 'wikidata') return wikidataAnswer(shows, inner);
  if (service === 'wikipedia') return wikipediaAnswer(shows, inner);
  return undefined;
}
