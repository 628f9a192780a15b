import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkAddress, redirected } from '../../src/http/address.ts';
import { HttpClient, type HttpRequest } from '../../src/http/client.ts';
import { HttpError } from '../../src/http/http-error.ts';
import { fetchFor } from '../../src/http/proxy.ts';
import { userAgent } from '../../src/http/user-agent.ts';
import { deadlines } from '../support/deadlines.ts';
import { type Answer, localServer, reply } from '../support/local-server.ts';
import { PATIENCE } from '../support/patience.ts';

const LIMITS = { requests: 100, interval: 1_000, concurrency: 3 };
const SECRET = 'anna-dies';

async function client(options: Partial<ConstructorParameters<typeof HttpClient>[0]> = {}) {
  return new HttpClient({
    fetch: await fetchFor({}),
    userAgent: userAgent('1.2.3', 'me@example.org'),
    isOffline: false,
    deadlines: deadlines(() => false),
    signal: new AbortController().signal,
    ...options,
  });
}

function request(origin: string, more: Partial<HttpRequest> = {}): HttpRequest {
  return {
    url: new URL(`/${SECRET}`, origin),
    isTyped: true,
    accept: 'application/json',
    limits: LIMITS,
    most: 1_000_000,
    ...more,
  };
}

/** What a request ends in: the text found, `unchanged`, `missing`, or the failure. */
async function outcome(answers: Answer[], more: Partial<HttpRequest> = {}) {
  const server = await localServer(...answers);
  const http = await client({
    deadlines: deadlines((before) => {
      const index = before === 'answer' ? http.sent : http.sent - 1;
      return (answers[index] ?? answers.at(-1)) === (before === 'answer' ? silent : stalled);
    }),
  });
  const result = await http.get(request(server.origin, more)).then(
    (answer) => (answer.kind === 'found' ? answer.text : answer.kind),
    (error: unknown) => {
      if (!(error instanceof HttpError)) throw error;
      expect(error.message).not.toContain(SECRET);
      return error.failure;
    },
  );
  return { result, requests: server.requests.length };
}

const silent: Answer = () => {};
const reset: Answer = (incoming) => incoming.socket.destroy();
const partial: Answer = (incoming, response) => {
  response.writeHead(200, { 'content-length': '1000' }).write('{"name": "Har');
  setTimeout(() => incoming.socket.destroy(), 20);
};
const stalled: Answer = (_, response) => {
  response.writeHead(200).write('{"name": "Har');
};
const later: Answer = (incoming, response) =>
  reply(503, '', { 'retry-after': new Date(Date.now() + 1_100).toUTCString() })(incoming, response);

describe('what passes by itself is tried again', () => {
  test.each<[name: string, answers: Answer[], requests: number]>([
    ['429 twice', [reply(429), reply(429), reply(200, 'ok')], 3],
    ['429 with seconds to wait', [reply(429, '', { 'retry-after': '1' }), reply(200, 'ok')], 2],
    ['503 with a date', [later, reply(200, 'ok')], 2],
    ['500', [reply(500), reply(200, 'ok')], 2],
    ['a reset', [reset, reply(200, 'ok')], 2],
    ['an answer that is cut', [partial, reply(200, 'ok')], 2],
    ['silence', [silent, reply(200, 'ok')], 2],
    ['silence in the middle', [stalled, reply(200, 'ok')], 2],
  ])('%s', async (_, answers, requests) => {
    expect(await outcome(answers)).toEqual({ result: 'ok', requests });
  });
});

describe('what does not pass fails with its kind', () => {
  test.each<[name: string, answers: Answer[], result: string, requests: number]>([
    ['429 for ever', [reply(429)], 'busy', 4],
    ['429 for an hour', [reply(429, '', { 'retry-after': '3600' })], 'busy', 1],
    ['500 for ever', [reply(500)], 'status', 4],
    ['403', [reply(403, 'no')], 'status', 1],
    ['a server that accepts and says nothing', [silent], 'timeout', 4],
    ['a server that stops talking', [stalled], 'timeout', 4],
    ['a connection that is always reset', [reset], 'connection', 4],
    ['an answer that is always cut', [partial], 'connection', 4],
    ['a byte that is not UTF-8', [(_, r) => r.end(Buffer.from([0x7b, 0xff]))], 'invalid', 1],
    ['404 with an empty body', [reply(404)], 'missing', 1],
    ['304 that nobody asked for', [reply(304)], 'status', 1],
  ])('%s', async (_, answers, result, requests) => {
    expect(await outcome(answers)).toEqual({ result, requests });
  });

  test('nobody listens', async () => {
    const http = await client();
    const promise = http.get(request('http://127.0.0.1:9'));
    await expect(promise).rejects.toMatchObject({ failure: 'connection' });
    expect(http.sent).toBe(4);
  });
});

describe('size', () => {
  test('a declared length above the limit is not read', async () => {
    const large = reply(200, 'x'.repeat(50_000), { 'content-length': '50000' });
    expect(await outcome([large], { most: 10_000 })).toEqual({ result: 'too-large', requests: 1 });
  });

  test('an endless answer is cut off at the limit', async () => {
    let written = 0;
    const endless: Answer = (_, response) => {
      response.writeHead(200);
      const more = () => {
        written += 65_536;
        if (written < 50_000_000 && response.write(Buffer.alloc(65_536, 0x20))) setImmediate(more);
        else response.once('drain', more);
      };
      more();
    };
    expect((await outcome([endless], { most: 1_000_000 })).result).toBe('too-large');
    expect(written).toBeLessThan(20_000_000);
  });

  test('what counts is the size after decompression', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000, 0x20));
    const answer: Answer = (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    expect(bomb.length).toBeLessThan(10_000);
    expect((await outcome([answer], { most: 1_000_000 })).result).toBe('too-large');
  });
});

describe('addresses', () => {
  test.each([
    ['http to another machine', 'http://example.org/', true],
    ['http to this machine that nobody typed', 'http://127.0.0.1:1/', false],
    ['http to a private address', 'http://192.168.0.1/', true],
    ['http to a name that only begins like this machine', 'http://localhost.example.org/', true],
    ['a file', 'file:///etc/passwd', true],
  ])('%s is not requested', async (_, url, isTyped) => {
    const http = await client();
    const promise = http.get(request('http://127.0.0.1:1', { url: new URL(url), isTyped }));
    await expect(promise).rejects.toMatchObject({ failure: 'insecure' });
    expect(http.sent).toBe(0);
  });

  test.each([
    ['http on this machine', 'http://127.0.0.1:1/', 'insecure'],
    ['https on another site', 'https://example.org/', 'forbidden'],
    ['a file', 'file:///etc/passwd', 'forbidden'],
  ])('a redirect to %s is not followed', async (_, location, result) => {
    expect(await outcome([reply(302, '', { location })])).toEqual({
      result,
      requests: 1,
    });
  });

  test('a redirect to https on the same host is followed', async () => {
    const seen: string[] = [];
    const http = await client({
      fetch: async (url) => {
        seen.push(url.href);
        return seen.length === 1
          ? new Response('', { status: 301, headers: { location: 'https://www.example.org/b' } })
          : new Response('here');
      },
    });
    const found = await http.get(request('https://example.org', { isTyped: false }));
    expect(found).toMatchObject({ kind: 'found', text: 'here' });
    expect(seen).toEqual([`https://example.org/${SECRET}`, 'https://www.example.org/b']);
  });

  test('a circle of redirects ends', async () => {
    const http = await client({
      fetch: async () => new Response('', { status: 302, headers: { location: '/again' } }),
    });
    const promise = http.get(request('https://example.org', { isTyped: false }));
    await expect(promise).rejects.toMatchObject({ failure: 'invalid' });
    expect(http.sent).toBe(6);
  });
});

describe('what a request says of itself', () => {
  test('a User-Agent with version and contact, and the validators', async () => {
    const server = await localServer(reply(304));
    const http = await client();
    const known = { etag: '"a"', lastModified: 'Sun, 26 Mar 2017 11:10:41 GMT' };
    expect(await http.get(request(server.origin, { known }))).toEqual({ kind: 'unchanged' });
    expect(server.requests[0]?.headers).toMatchObject({
      'user-agent': 'recap/1.2.3 (me@example.org)',
      'if-none-match': '"a"',
      'if-modified-since': 'Sun, 26 Mar 2017 11:10:41 GMT',
    });
    expect(server.requests[0]?.headers).not.toHaveProperty('cookie');
  });

  test('a contact cannot add a header', () => {
    expect(userAgent('1', 'a)\r\nX-Evil: 1')).toBe('recap/1 (aX-Evil: 1)');
  });
});

describe('limits of a host', () => {
  test('no more at once than allowed', async () => {
    const waiting: ServerResponse[] = [];
    let most = 0;
    const server = await localServer((_, response) => {
      waiting.push(response);
      most = Math.max(most, waiting.length);
      if (waiting.length < LIMITS.concurrency) return;
      // one more than allowed would come now
      setTimeout(() => {
        for (const held of waiting.splice(0)) held.end('ok');
      }, 30);
    });
    const http = await client();
    await Promise.all(Array.from({ length: 12 }, () => http.get(request(server.origin))));
    expect(most).toBe(LIMITS.concurrency);
  });

  test('no more in a stretch of time than allowed', async () => {
    const times: number[] = [];
    const server = await localServer(reply(200, 'ok'));
    const fetch = await fetchFor({});
    const http = await client({
      fetch: (...request) => {
        times.push(performance.now());
        return fetch(...request);
      },
    });
    const limits = { requests: 3, interval: 200, concurrency: 3 };
    await Promise.all(
      Array.from({ length: 8 }, () => http.get(request(server.origin, { limits }))),
    );
    for (const [index, time] of times.slice(3).entries()) {
      expect(time - (times[index] ?? 0)).toBeGreaterThan(150);
    }
  });
});

describe('cancel', () => {
  test.each<[string, Answer]>([
    ['while nothing has come', silent],
    ['in the middle of an answer', stalled],
    ['while waiting as the server asked', reply(429, '', { 'retry-after': '60' })],
  ])('%s: at once', async (_, answer) => {
    const server = await localServer(answer);
    const controller = new AbortController();
    const patient = { ...deadlines(() => false), wait: PATIENCE };
    const http = await client({ signal: controller.signal, deadlines: patient });
    const promise = http.get(request(server.origin));
    const ended = promise.then(
      () => 'found',
      (error: unknown) => (error instanceof HttpError ? error.failure : 'other'),
    );
    await expect.poll(() => server.requests.length).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const start = performance.now();
    controller.abort();
    expect(await ended).toBe('canceled');
    // whatever it waits for takes longer than a minute
    expect(performance.now() - start).toBeLessThan(30_000);
  });
});

test('offline, nothing is sent', async () => {
  const server = await localServer(reply(200, 'ok'));
  const http = await client({ isOffline: true });
  await expect(http.get(request(server.origin))).rejects.toMatchObject({ failure: 'offline' });
  expect(server.requests).toEqual([]);
});

test('a proxy in the environment gets the request', async () => {
  let asked = '';
  const proxy = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (data) => {
      asked = data.toString('latin1').split('\r\n')[0] ?? '';
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void proxy.close());
  const address = proxy.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const before = process.env.HTTPS_PROXY;
  process.env.HTTPS_PROXY = `http://127.0.0.1:${port}`;
  onTestFinished(() => {
    if (before === undefined) delete process.env.HTTPS_PROXY;
    else process.env.HTTPS_PROXY = before;
  });
  const http = await client({ fetch: await fetchFor(process.env) });
  const promise = http.get(request('https://api.example.org', { isTyped: false }));
  await expect(promise).rejects.toMatchObject({ failure: 'connection' });
  expect(asked).toBe('CONNECT api.example.org:443 HTTP/1.1');
});

describe('plain http at home', () => {
  test.each([
    'http://10.1.2.3',
    'http://172.16.0.1',
    'http://172.31.255.1',
    'http://192.168.1.5:8096',
    'http://169.254.1.1',
    'http://[fd12::1]',
    'http://[fe80::1]',
    'http://127.0.0.1',
    'http://nas',
    'http://nas.local',
    'http://nas.home.arpa',
    'http://0xc0a80105',
  ])('%s is allowed for sync alone', (address) => {
    const url = new URL(address);
    expect(() => checkAddress(url, 'private network')).not.toThrow();
    expect(() => checkAddress(url, 'none')).toThrow('https only');
  });

  test.each([
    'http://example.org',
    'http://11.0.0.1',
    'http://172.32.0.1',
    'http://192.169.0.1',
    'http://10.example.org',
    'http://192.168.1.5.example.org',
    'http://[2001:db8::1]',
    'http://nas.local.example.org',
    'ftp://192.168.1.5',
  ])('%s is not', (address) => {
    expect(() => checkAddress(new URL(address), 'private network')).toThrow('https only');
  });

  test('credentials stay on their host when it redirects', async () => {
    const from = new URL('https://home.example.org/a');
    expect(redirected(from, '/b', true).href).toBe('https://home.example.org/b');
    expect(() => redirected(from, 'https://www.home.example.org/b', true)).toThrow('another site');
    expect(redirected(from, 'https://www.home.example.org/b', false).host).toBe(
      'www.home.example.org',
    );
  });
});
