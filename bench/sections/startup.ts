import { bareProgram } from '../bare-programs.ts';
import { outputOf, timeCommand } from '../child.ts';
import { ratioCell, runsCell, target, timeCell } from '../figures.ts';
import { makeHome } from '../home.ts';
import { measure } from '../measure.ts';
import { BASE, bareNode, recap } from '../programs.ts';
import { readingHome, SHOW, toRead } from '../reading.ts';
import type { Table } from '../table.ts';

/** What an assistant says first. */
const INITIALIZE = `${JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'bench', version: '1' },
  },
})}\n`;

interface Start {
  readonly args: readonly string[];
  /** How many times as long as Node alone it may take. */
  readonly limit?: number;
  readonly input?: string;
  /** With the recaps that ship alone, and none of the reader's. */
  readonly isShippedOnly?: true;
}

/** The commands that are started. */
const COMMANDS: readonly Start[] = [
  { args: ['--version'], limit: 1.45 },
  { args: ['--help'] },
  { args: ['list'], limit: 1.45 },
  { args: ['list', SHOW] },
  { args: ['watched'], limit: 1.45 },
  { args: toRead('10 KB'), limit: 2.2 },
  { args: ['search', 'lantern'] },
  { args: ['story', SHOW] },
  { args: ['check'], limit: 9, isShippedOnly: true },
  { args: ['completion', 'bash'] },
  { args: ['mcp'], limit: 3, input: INITIALIZE },
];

/** How long each command takes as a whole process, with one Node. */
export async function startup(runs: number, node: string): Promise<Table> {
  const home = readingHome(['10 KB']);
  const version = await outputOf({ file: node, args: ['-p', 'process.version'], env: home.env });
  const bare = makeHome();
  const subjects = COMMANDS.map(({ args, limit, isShippedOnly, ...given }) => ({
    name: `\`${args.join(' ')}\``,
    limit,
    run: () => timeCommand({ ...recap(isShippedOnly ? bare : home, args, { node }), ...given }),
  }));
  const path = home.path('10 KB');
  const markdownIt = await bareProgram('markdown-it', home, [path], node);
  const commander = await bareProgram('commander', home, ['read', path], node);
  const bareReads = [
    { name: 'bare markdown-it, 10 KB', limit: undefined, run: () => timeCommand(markdownIt) },
    {
      name: 'bare Commander and markdown-it, 10 KB',
      limit: undefined,
      run: () => timeCommand(commander),
    },
  ];
  const base = { name: BASE, limit: undefined, run: () => timeCommand(bareNode(home, node)) };
  const results = await measure([base, ...bareReads, ...subjects], runs);
  return {
    title: `Start-up of each command, Node ${version.trim()}`,
    note:
      'Whole processes whose output goes to a pipe, with the library that comes with recap and a small one of ' +
      'the reader’s; `check` with the former alone. The recap that is read has 10 KB; the two ' +
      'bare programs print it as HTML with nothing but these packages, bundled. `mcp` answers the first message of an ' +
      'assistant, and ends.',
    columns: ['median', `to ${BASE}`, 'runs'],
    rows: [base, ...bareReads, ...subjects].map(({ name, limit }) => ({
      name,
      cells: [timeCell(results, name), ratioCell(results, name, BASE), runsCell(results, name)],
      targets: limit === undefined ? [] : [target(results, name, limit, BASE)],
    })),
  };
}
