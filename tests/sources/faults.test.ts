import type { ServerResponse } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HttpClient } from '../../src/http/client.ts';
import { HttpError } from '../../src/http/http-error.ts';
import { fetchFor } from '../../src/http/proxy.ts';
import { fetchShow } from '../../src/sources/fetch-show.ts';
import type { ShowDraft } from '../../src/sources/show-draft.ts';
import { SOURCES } from '../../src/sources/sources.ts';
import { deadlines } from '../support/deadlines.ts';
import { INVENTED_SHOWS } from '../support/demo-sources/invented-shows.ts';
import { demoSources } from '../support/demo-sources/server.ts';

/** The requests that a show takes, by a part of their path. */
const REQUESTS = [
  '/tvmaze/shows/901/episodes',
  '/tvmaze/shows/901/akas',
  '/wikidata/',
  '/wikipedia/',
];

type Fault = (response: ServerResponse) => void;

/** Fetches a show while every request of a kind fails so often. */
async function fetched(request: string, fault: Fault, times: number) {
  const services = await demoSources(INVENTED_SHOWS);
  onTestFinished(() => services.close());
  let left = times;
  services.fault = (path, response) => {
    if (!path.startsWith(request) || left-- <= 0) return false;
    fault(response);
    return true;
  };
  const http = new HttpClient({
    fetch: await fetchFor({}),
    userAgent: 'recap-test',
    isOffline: false,
    deadlines: deadlines(() => fault === silence),
    signal: new AbortController().signal,
  });
  const { env } = services;
  const reach = {
    get: (asked: Parameters<typeof http.get>[0]) => http.get(asked),
    addresses: {
      tvmaze: env.RECAP_TVMAZE_URL ?? '',
      wikidata: env.RECAP_WIKIDATA_URL ?? '',
      wikipedia: env.RECAP_WIKIPEDIA_URL ?? '',
    },
    report: () => {},
  };
  try {
    return await fetchShow(SOURCES, 'tvmaze:901', reach);
  } catch (error) {
    if (error instanceof HttpError) return error;
    throw error;
  }
}

/** What a draft tells, without where it came from. */
function told({ episodes, title }: ShowDraft): unknown {
  return { title, episodes };
}

const status =
  (code: number, headers = {}): Fault =>
  (response) =>
    response.writeHead(code, headers).end();
const silence: Fault = () => {};
const FAULTS: readonly (readonly [name: string, fault: Fault])[] = [
  ['429', status(429)],
  [
    'a date to wait for',
    (response) =>
      status(503, { 'retry-after': new Date(Date.now() + 900).toUTCString() })(response),
  ],
  ['500', status(500)],
  ['a reset', (response) => response.destroy()],
  ['silence', silence],
  [
    'an answer cut in the middle',
    (response) => {
      response.writeHead(200, { 'content-length': '9000' }).write('[{"id": 1, "na');
      setTimeout(() => response.destroy(), 10);
    },
  ],
];

describe.each(REQUESTS)('%s', (request) => {
  test.each(FAULTS)('%s, twice: the show is as without', async (_, fault) => {
    const calm = await fetched(request, fault, 0);
    const stormy = await fetched(request, fault, 2);
    if (calm instanceof HttpError || stormy instanceof HttpError) throw new Error('no show');
    expect(told(stormy.draft)).toEqual(told(calm.draft));
    expect(stormy.failed).toEqual([]);
  });

  test.each<readonly [name: string, fault: Fault]>([
    ...FAULTS.filter(([name]) => name !== 'a date to wait for'),
    ['an empty 404', status(404)],
    [
      'HTML in place of JSON',
      (response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Anna dies</html>'),
    ],
    ['an array of nothing', (response) => response.writeHead(200).end('[]')],
    ['50 MB', (response) => response.writeHead(200).end(Buffer.alloc(50_000_000, 0x20))],
  ])('%s, always: the whole list or no show, and whole plots or none', async (_, fault) => {
    const found = await fetched(request, fault, Number.POSITIVE_INFINITY);
    if (found instanceof HttpError) {
      expect(request).toMatch(/^\/tvmaze/);
      expect(found.message).not.toContain('Anna');
      return;
    }
    const { draft, failed } = found;
    expect(draft.title).toBe('The Salt Line');
    if (request.includes('/episodes')) expect(draft.episodes).toEqual([]);
    else expect(draft.episodes).toHaveLength(9);
    const plots = draft.episodes.filter(({ plot }) => plot !== null).length;
    if (!request.startsWith('/tvmaze')) expect(plots).toBe(0);
    expect(failed.map(({ message }) => message).join()).not.toContain('Anna');
  });
});
