import { outputOf, timeCommand } from '../child.ts';
import { ratioCell, runsCell, target, timeCell } from '../figures.ts';
import { measure } from '../measure.ts';
import { BASE, bareNode, recap } from '../programs.ts';
import { readingHome, SHOW, toRead } from '../reading.ts';
import type { Table } from '../table.ts';

/** The commands, and how many times as long as Node alone they may take. */
const COMMANDS: readonly { readonly args: readonly string[]; readonly limit?: number }[] = [
  { args: ['--version'], limit: 1.5 },
  { args: ['--help'] },
  { args: ['list'], limit: 1.5 },
  { args: ['list', SHOW] },
  { args: ['watched'], limit: 1.5 },
  { args: toRead('10 KB'), limit: 1.8 },
  { args: ['search', 'lantern'] },
  { args: ['story', SHOW] },
  { args: ['check'] },
  { args: ['completion', 'bash'] },
];

/** How long each command takes as a whole process, with one Node. */
export async function startup(runs: number, node: string): Promise<Table> {
  const home = readingHome(['10 KB']);
  const version = await outputOf({ file: node, args: ['-p', 'process.version'], env: home.env });
  const subjects = COMMANDS.map(({ args, limit }) => ({
    name: `\`${args.join(' ')}\``,
    limit,
    run: () => timeCommand(recap(home, args, { node })),
  }));
  const base = { name: BASE, limit: undefined, run: () => timeCommand(bareNode(home, node)) };
  const results = await measure([base, ...subjects], runs);
  return {
    title: `Start-up of each command, Node ${version.trim()}`,
    note:
      'Whole processes whose output goes to a pipe, with the library that comes with recap and a small one of ' +
      'the reader’s. The recap that is read has 10 KB.',
    columns: ['median', `to ${BASE}`, 'runs'],
    rows: [base, ...subjects].map(({ name, limit }) => ({
      name,
      cells: [timeCell(results, name), ratioCell(results, name, BASE), runsCell(results, name)],
      targets: limit === undefined ? [] : [target(results, name, limit, BASE)],
    })),
  };
}
