import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { serve } from '../../src/mcp/serve.ts';
import { hostAt } from '../support/host.ts';

/** A home folder with a library in it: files by their path below the library. */
export function homeWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-mcp-'));
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, '.local/share/recap/recaps', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return folder;
}

export const OPENING = [
  {
    id: 0,
    method: 'initialize',
    params: {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'test', version: '1' },
    },
  },
  { method: 'notifications/initialized' },
];

export function call(id: number, name: string, args: Readonly<Record<string, unknown>> = {}) {
  return { id, method: 'tools/call', params: { name, arguments: args } };
}

/**
 * Everything that the server says to these messages, which are sent at once, as it says it.
 *
 * @param messages objects, which become JSON-RPC messages, or lines as they are
 * @param answers how many lines to wait for
 */
export async function converse(
  folder: string,
  messages: readonly (object | string)[],
  answers: number,
): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  let said = '';
  const whole = new Promise<void>((resolve) => {
    output.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > answers) resolve();
    });
  });
  const served = serve(await hostAt(folder), {}, input, output, () => {});
  for (const message of messages) {
    const line =
      typeof message === 'string' ? message : JSON.stringify({ jsonrpc: '2.0', ...message });
    input.write(`${line}\n`);
  }
  await whole;
  input.end();
  await served;
  return said;
}

/** The answers by the number of their request. */
export function answersOf(said: string): Map<number, unknown> {
  const lines = said.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const { id, result, error } = JSON.parse(line);
      return [id, result ?? error];
    }),
  );
}
