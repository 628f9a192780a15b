import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { call, OPENING } from '../mcp/conversation.ts';
import { commandLines } from '../noninterference/cases.ts';
import { filesOf, homesOf, type Observation, samplePairs } from '../noninterference/homes.ts';
import { commandTree } from '../support/in-process.ts';
import { inTerminal } from '../support/terminal.ts';

/** Other Nodes that the program is run with: paths, separated as in `PATH`. */
const NODES = (process.env.RECAP_TEST_NODES ?? '').split(delimiter).filter((path) => path !== '');

/** The author's commands, which the noninterference suite leaves out. */
const MORE: readonly (readonly string[])[] = [
  ['check', 'library'],
  ['check', 'library', '--json'],
  ['check', 'library', '--fix'],
  ['check', 'library/a-show', '--suggest-secrets'],
  ['check', 'missing'],
  ['preview', 'library/a-show/a-recap.md'],
  ['preview', 'missing'],
  ['new', 'a-show', '--people'],
  ['lsp', '--stdio'],
  ['help', 'lsp'],
];

/** What the servers are asked on standard input, which ends when the last is answered. */
const INPUT: Readonly<Record<string, string>> = {
  lsp: [
    { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
    { method: 'initialized', params: {} },
    { id: 3, method: 'shutdown' },
  ]
    .map((message) => JSON.stringify({ jsonrpc: '2.0', ...message }))
    .map((text) => `Content-Length: ${text.length}\r\n\r\n${text}`)
    .join(''),
  mcp: [...OPENING, { id: 2, method: 'tools/list' }, call(3, 'list_shows')]
    .map((message) => `${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
    .join(''),
};

/** In the last answer of a server. */
const LAST = '"id":3';

const lines = [...(await commandLines(commandTree())), ...MORE];
/** By the command that a line begins with, and the rest together. */
const groups = [...COMMANDS.map(({ name }) => name), ''].map((name) => {
  const own = lines.filter(([first = '']) =>
    COMMANDS.some((command) => command.name === first) ? first === name : name === '',
  );
  return [name, own] as const;
});

// watched up to an episode in the middle
const pair = samplePairs(20).find(({ episodes }) => episodes > 1 && episodes < 9);
if (!pair) throw new Error('no pair with a place in the middle');
const [template, unused] = homesOf(pair);
rmSync(unused, { recursive: true });
afterAll(() => rmSync(template, { recursive: true, force: true }));

/** A home as it was before each run. Every path is as long as the others, so that lines break alike. */
function freshHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'recap-node-'));
  cpSync(template, home, { recursive: true });
  return home;
}

function environment(home: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    HOME: home,
    RECAP_LIBRARY: join(home, 'library'),
    RECAP_OFFLINE: '1',
    TZ: 'UTC',
    LANG: 'C.UTF-8',
  };
}

const program = join(process.cwd(), 'bin/recap.js');

/** Runs a command line in a home, with the code cache on, as it is for users. */
function runIn(home: string, node: string, args: readonly string[]): Promise<Observation> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, [program, ...args], { cwd: home, env: environment(home) });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.on('error', reject);
    child.stdin.on('error', () => {});
    const input = INPUT[args[0] ?? ''];
    child.stdin.write(input ?? '');
    if (input === undefined) child.stdin.end();
    child.stdout.on('data', (chunk) => {
      stdout.push(chunk);
      if (Buffer.concat(stdout).includes(LAST)) child.stdin.end();
    });
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    child.on('close', (code) => {
      const [out = '', err = ''] = [stdout, stderr].map((chunks) =>
        Buffer.concat(chunks).toString().replaceAll(home, 'HOME'),
      );
      resolve({ stdout: out, stderr: err, code, files: kept(home) });
    });
  });
}

/** What was written, but for the cache: whether a file is old enough to be indexed depends on the time. */
function kept(home: string): Record<string, string> {
  const files = Object.entries(filesOf(home)).filter(([name]) => !name.startsWith('/.cache/'));
  return Object.fromEntries(files);
}

async function observe(node: string, args: readonly string[]): Promise<Observation> {
  const home = freshHome();
  try {
    return await runIn(home, node, args);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

describe.skipIf(NODES.length === 0)('with other Nodes (RECAP_TEST_NODES)', () => {
  test.each(groups)('the same output and files: recap %s', async (_, own) => {
    expect(own).not.toEqual([]);
    for (const args of own) {
      const [here, ...others] = await Promise.all(
        [process.execPath, ...NODES].map((node) => observe(node, args)),
      );
      const line = `recap ${args.join(' ')}`;
      // a server that is asked something answers
      if (args.length <= 2 && (args[0] ?? '') in INPUT) expect(here?.stdout, line).toContain(LAST);
      expect(here?.stderr, line).not.toMatch(/Warning:|\(node:/);
      for (const [index, other] of others.entries()) {
        expect(other, `${line}\nwith ${NODES[index]}`).toEqual(here);
      }
    }
  });

  test('each starts from what the others left in the cache', async () => {
    const home = freshHome();
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const seen = new Set<string>();
    for (const node of [process.execPath, ...NODES, process.execPath, ...NODES]) {
      const run = await runIn(home, node, ['list', 'a-show']);
      expect(run).toMatchObject({ stderr: '', code: 0 });
      seen.add(run.stdout);
    }
    expect(seen.size).toBe(1);
    expect(readdirSync(join(home, '.cache', 'recap', 'code'))).not.toEqual([]);
  });

  test('the reader shows the same screens', async () => {
    const runs = [];
    for (const node of [process.execPath, ...NODES]) {
      const home = freshHome();
      const run = inTerminal({
        program: node,
        args: [program, 'read', 'a-show', 'a-recap'],
        env: environment(home),
      });
      await run.until('A recap');
      await run.press();
      const screens = [run.screen()];
      for (const key of ['Tab', 'G', 't', 'Escape', '?', 'Escape']) {
        await run.press(key);
        screens.push(run.screen());
      }
      await run.resize(40, 10);
      screens.push(run.screen());
      await run.press('q');
      runs.push({ screens, code: await run.exit, main: run.mainScreen(), files: kept(home) });
      rmSync(home, { recursive: true, force: true });
    }
    const [here, ...others] = runs;
    expect(here?.screens[0]).toContain('A recap');
    for (const other of others) expect(other).toEqual(here);
  });
});
