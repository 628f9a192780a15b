import { timeCommand } from '../child.ts';
import { ratioCell, runsCell, target, timeCell } from '../figures.ts';
import { LONG_SHOW, longShow, manyShows } from '../libraries.ts';
import { measure } from '../measure.ts';
import { BASE, bareNode, recap, recapWithoutLibrary } from '../programs.ts';
import type { Table } from '../table.ts';

const SIZES = [10, 1000, 10_000];
const FULL_SIZE = 100_000;

const COMMANDS = [
  { args: ['list'], library: 'shows' },
  { args: ['list', LONG_SHOW], library: 'show' },
  { args: ['search', 'lantern'], library: 'shows' },
  { args: ['story', LONG_SHOW], library: 'show' },
] as const;

/** How commands grow with the library, without a cache and with one. */
export async function library(runs: number, isFull: boolean): Promise<Table> {
  const program = recapWithoutLibrary();
  const sizes = isFull ? [...SIZES, FULL_SIZE] : SIZES;
  const kinds = ['cold', 'warm'] as const;
  const homes = new Map(
    sizes.map((size) => [size, { shows: manyShows(size), show: longShow(size) }]),
  );
  const subjects = COMMANDS.flatMap(({ args, library }) =>
    kinds.flatMap((kind) =>
      [...homes].map(([size, home]) => ({
        name: nameOf(args, kind, size),
        base: nameOf(args, kind, SIZES[0]),
        hasTarget: args.join() === 'list' && kind === 'warm' && size === 10_000,
        ...(kind === 'cold' ? { prepare: home[library].forgetCache } : {}),
        run: () => timeCommand(recap(home[library], args, { program })),
      })),
    ),
  );
  const [first] = homes.values();
  if (!first) throw new Error('there is no library');
  const base = { name: BASE, run: () => timeCommand(bareNode(first.shows)) };
  const results = await measure([base, ...subjects], runs);
  return {
    title: 'Libraries of 10 recaps and more',
    note:
      'Shows of 50 recaps each, and for a show’s list and story one show that has them all; everything watched. ' +
      'Cold: nothing is cached by recap; warm: it has run before. The operating system has the files in memory in both.',
    columns: ['median', `to ${BASE}`, 'to 10 recaps', 'runs'],
    rows: [
      { name: BASE, cells: [timeCell(results, BASE), '', '', runsCell(results, BASE)] },
      ...subjects.map(({ name, base, hasTarget }) => ({
        name,
        cells: [
          timeCell(results, name),
          ratioCell(results, name, BASE),
          ratioCell(results, name, base),
          runsCell(results, name),
        ],
        targets: hasTarget ? [target(results, name, 1.5, base)] : [],
      })),
    ],
  };
}

function nameOf(args: readonly string[], kind: 'cold' | 'warm', size: number | undefined): string {
  return `\`${args.join(' ')}\`, ${kind}, ${size?.toLocaleString('en')}`;
}
