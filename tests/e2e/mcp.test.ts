import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { TOOLS } from '../../src/mcp/tools.ts';
import { call, OPENING } from '../mcp/conversation.ts';

const ARGUMENTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  list_recaps: { show: 'tiny-pretty-things' },
  read_recap: { show: 'tiny-pretty-things', recap: 'S01E01' },
  story_so_far: { show: 'tiny-pretty-things' },
  previously: { show: 'tiny-pretty-things' },
  who_is: { show: 'tiny-pretty-things' },
  search: { words: 'dance' },
};

test('a server answers with every tool when its files are gone, as in an upgrade', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recap-mcp-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const part of ['bin', 'dist', 'recaps'])
    cpSync(part, join(folder, part), { recursive: true });
  const server = spawn(process.execPath, [join(folder, 'bin', 'recap.js'), 'mcp'], {
    env: { PATH: process.env.PATH, HOME: folder },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    server.kill('SIGKILL');
  });
  const lines = createInterface(server.stdout)[Symbol.asyncIterator]();
  const send = (message: object) => {
    server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  };
  const ask = async (message: object) => {
    send(message);
    return JSON.parse((await lines.next()).value);
  };

  const [initialize, initialized] = OPENING;
  if (!initialize || !initialized) throw new Error('no opening');
  await ask(initialize);
  send(initialized);
  // the first may be read along with the notification
  for (const id of [1, 2]) await ask({ id, method: 'ping' });
  rmSync(join(folder, 'dist'), { recursive: true });

  const failed: unknown[] = [];
  for (const [index, { name }] of TOOLS.entries()) {
    const answer = await ask(call(3 + index, name, ARGUMENTS[name]));
    if (answer.result?.isError || !answer.result?.structuredContent) failed.push([name, answer]);
  }
  expect(failed).toEqual([]);
});
