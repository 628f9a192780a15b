import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { Entry } from '../../src/history/entry.ts';
import { kodi } from '../../src/sync/kodi.ts';
import { reachServices } from '../../src/sync/reach.ts';
import { localServer, reply } from '../support/local-server.ts';
import answers from './kodi-answers.json' with { type: 'json' };

// Kodi 20.1 gave these answers to tests/kodi/real-kodi.mjs, which runs it

/** A Kodi that gives the recorded answers to the recorded requests, and to no others. */
async function recordedKodi(from: number) {
  const asked: unknown[] = [];
  let next = from;
  const server = await localServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
      asked.push(body);
      const recorded = answers.recorded[next++];
      const isSame = isDeepStrictEqual(recorded?.request, body);
      const { authorization } = request.headers;
      const isAllowed = authorization === `Basic ${Buffer.from('kodi:lamp').toString('base64')}`;
      const status = isAllowed ? (isSame ? 200 : 400) : 401;
      reply(status, JSON.stringify(recorded?.answer), { 'content-type': 'application/json' })(
        request,
        response,
      );
    });
  });
  return { server, asked };
}

async function read(origin: string, name = 'kodi:lamp'): Promise<Entry[]> {
  const reach = await reachServices({
    env: {},
    version: '1',
    isOffline: false,
    signal: new AbortController().signal,
  });
  const secret = Buffer.from(name).toString('base64');
  const account = {
    service: 'kodi',
    url: origin,
    user: null,
    userName: null,
    secret,
    deviceId: 'd',
  };
  const entries: Entry[] = [];
  await kodi.read(account, (entry) => entries.push(entry), reach);
  return entries;
}

test('the watched episodes of a real Kodi are read', async () => {
  const { server, asked } = await recordedKodi(0);
  const entries = await read(server.origin);
  const harbor = { title: 'Harbor Lights', year: 2019 };
  const salt = { title: 'The Salt Line', year: 2021 };
  // of the time in an .nfo Kodi keeps the day
  const when = Date.parse('2024-05-01T00:00:00');
  expect(entries).toEqual([
    { kind: 'numbered', show: salt, season: 1, number: 1, title: 'Part 1', when },
    { kind: 'numbered', show: harbor, season: 1, number: 1, title: 'Part 1', when },
    { kind: 'numbered', show: harbor, season: 1, number: 2, title: 'Part 2', when },
    { kind: 'numbered', show: harbor, season: 2, number: 1, title: 'Part 1', when },
  ]);
  expect(asked).toHaveLength(2);
});

test('what is no longer marked as watched is not there', async () => {
  const { server } = await recordedKodi(2);
  expect(await read(server.origin)).toHaveLength(1);
});

test('another password is one sentence without it', async () => {
  const { server } = await recordedKodi(0);
  const failed = await read(server.origin, 'kodi:wrong').catch((error: unknown) => error);
  expect(String(failed)).toContain('asks for another name or password');
  expect(String(failed)).not.toContain('wrong');
});

test.each([
  ['an error of JSON-RPC', '{"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"CANARY"}}'],
  [
    'another shape',
    '{"jsonrpc":"2.0","id":1,"result":{"limits":{"total":1},"tvshows":[{"CANARY":1}]}}',
  ],
])('%s is one sentence that quotes nothing', async (_, body) => {
  const server = await localServer(reply(200, body, { 'content-type': 'application/json' }));
  const failed = await read(server.origin).catch((error: unknown) => error);
  expect(String(failed)).toContain('unexpected response');
  expect(String(failed)).not.toContain('CANARY');
});
