import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { localServer, reply } from '../support/local-server.ts';
import { inTerminal } from '../support/terminal.ts';

const PASSWORD = 'lamp-black';

test('a password is not shown as it is typed, and what is typed afterwards is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recap-password-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const server = await localServer(reply(401));
  const script = '"$0" bin/recap.js sync kodi --url "$1"; echo "code $?"; cat';
  const url = server.origin.replace('//', '//ann@');
  const run = inTerminal({
    program: 'sh',
    args: ['-c', script, process.execPath, url],
    env: { HOME: folder },
  });
  await run.until('(not shown)');
  await run.press(PASSWORD, 'Enter');
  await run.until('code 1');
  const { authorization } = server.requests[0]?.headers ?? {};
  expect(authorization).toBe(`Basic ${Buffer.from(`ann:${PASSWORD}`).toString('base64')}`);
  expect(run.screen()).toContain('asks for another name or password');
  await run.press('afterwards');
  expect(run.screen()).toContain('afterwards');
  // nothing follows the question
  const [prompt = ''] = run.rows();
  expect(prompt).toMatch(/^Password for ann@127\.0\.0\.1:\d+ \(not shown\) ?$/);
  expect(run.raw()).not.toContain(PASSWORD.slice(0, 4));
});
