import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, onTestFinished, test } from 'vitest';
import { askPassword } from '../../src/cli/ask.ts';
import { Output } from '../../src/terminal/output.ts';
import { runHere } from '../support/in-process.ts';
import { localServer, reply } from '../support/local-server.ts';

const PASSWORD = 'la%6dp: ü@/';

/** A Kodi with an empty library and a home, to set it up in. */
async function kodi() {
  const folder = mkdtempSync(join(tmpdir(), 'recap-kodi-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const expected = `Basic ${Buffer.from(`ann:${PASSWORD}`).toString('base64')}`;
  const server = await localServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method } = JSON.parse(Buffer.concat(chunks).toString());
      const result = method === 'JSONRPC.Ping' ? 'pong' : { limits: { total: 0 } };
      const isAllowed = request.headers.authorization === expected;
      reply(isAllowed ? 200 : 401, JSON.stringify({ jsonrpc: '2.0', id: 1, result }))(
        request,
        response,
      );
    });
  });
  const url = server.origin.replace('//', '//ann@');
  const args = ['sync', 'kodi', '--url', url];
  return {
    server,
    stored: () => readFileSync(join(folder, '.local', 'state', 'recap', 'sync.json'), 'utf8'),
    run: (env: Record<string, string>, typed?: string[], more: string[] = []) =>
      runHere(folder, [...args, ...more], env, typed),
  };
}

test('a password that the address lacks is asked for, and not shown', async () => {
  const { run, stored } = await kodi();
  const { stdout, stderr, code } = await run({}, [PASSWORD]);
  expect(stderr).toMatch(
    /^Password for ann@127\.0\.0\.1:\d+ \(not shown\) \nrecap: Kodi at .* is set up\n/,
  );
  expect(`${stdout}${stderr}`).not.toContain(PASSWORD);
  expect(code).toBe(0);
  expect(stored()).toContain('"service":"kodi"');
});

test('a wrong one is refused', async () => {
  const { run } = await kodi();
  const { stderr, code } = await run({}, ['lamp']);
  expect(stderr).toContain('asks for another name or password');
  expect(stderr).not.toContain('lamp');
  expect(code).toBe(1);
});

test('it can be in a variable', async () => {
  const { run } = await kodi();
  const { stderr, code } = await run({ RECAP_SYNC_PASSWORD: PASSWORD });
  expect(stderr).toMatch(/^recap: Kodi at .* is set up\n/);
  expect(code).toBe(0);
});

test.each([
  ['--offline', ['--offline'], {}],
  ['RECAP_OFFLINE', [], { RECAP_OFFLINE: '1' }],
])('it is not asked for with %s', async (_, more, env) => {
  const { run, server } = await kodi();
  const { stderr, code } = await run(env, [PASSWORD], more);
  expect(stderr).toMatch(/^recap: offline: 127\.0\.0\.1:\d+ was not asked\n$/);
  expect(code).toBe(1);
  expect(server.requests).toEqual([]);
});

test('it is not asked for where plain http would carry it across the internet', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recap-kodi-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const args = ['sync', 'kodi', '--url', 'http://ann@kodi.example.org'];
  const { stderr, code } = await runHere(folder, args, {}, [PASSWORD]);
  expect(stderr).toMatch(/^recap: kodi\.example\.org is not an address of your own network/);
  expect(code).toBe(2);
});

test('without any, nothing is sent', async () => {
  const { run, server } = await kodi();
  const { stderr, code } = await run({});
  expect(stderr).toMatch(/^recap: no password for 127.*set `RECAP_SYNC_PASSWORD`\n$/);
  expect(code).toBe(2);
  expect(server.requests).toEqual([]);
});

test.each([
  ['lamp \r\nmore\n', 'lamp '],
  ['lamp', 'lamp'],
  ['\n', ''],
  ['', undefined],
])('the first line of standard input %j is the password', async (input, password) => {
  const sink = { isTTY: false, write: () => {}, on: () => {} };
  const ending = { exit: () => process.exit(), setExitCode: () => {} };
  const output = new Output(sink, sink, ending);
  const signal = new AbortController().signal;
  const stdin = Readable.from(input === '' ? [] : [Buffer.from(input)]);
  expect(await askPassword('Password', output, stdin, signal)).toBe(password);
});
