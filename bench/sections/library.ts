import { timeCommand } from '../child.ts';
import { ratioCell, runsCell, target, timeCell } from '../figures.ts';
import { LONG_SHOW, longShow, manyShows } from '../libraries.ts';
import { measure } from '../measure.ts';
import { BASE, bareNode, recap, recapWithoutLibrary } from '../programs.ts';
import type { Table } from '../table.ts';

const SIZES = [10, 1000, 10_000];
const FULL_SIZE = 100_000;

/** A word that no recap has. */
const NOWHERE = 'zeppelin';

/** A command that takes longer in a large library, and at most how much longer with a cache in one of 10,000. */
interface Growing {
  readonly args: readonly string[];
  readonly library: 'shows' | 'show';
  readonly toSmall?: number;
  readonly toNode?: number;
}

const COMMANDS: readonly Growing[] = [
  { args: ['list'], library: 'shows', toSmall: 1.5 },
  { args: ['list', LONG_SHOW], library: 'show', toSmall: 4 },
  { args: ['search', 'lantern'], library: 'shows', toNode: 28 },
  { args: ['search', NOWHERE], library: 'shows', toNode: 20 },
  { args: ['story', LONG_SHOW], library: 'show', toNode: 28 },
];

const KINDS = ['cold', 'warm'] as const;
type Kind = (typeof KINDS)[number];

/** The largest library is measured with a cache alone: it takes minutes without one. */
function isMeasured(kind: Kind, size: number): boolean {
  return kind === 'warm' || size < FULL_SIZE;
}

/** How commands grow with the library, without a cache and with one. */
export async function library(runs: number, isFull: boolean): Promise<Table> {
  const program = recapWithoutLibrary();
  const sizes = isFull ? [...SIZES, FULL_SIZE] : SIZES;
  const homes = new Map(
    sizes.map((size) => [size, { shows: manyShows(size), show: longShow(size) }]),
  );
  const subjects = COMMANDS.flatMap(({ args, library, toSmall, toNode }) =>
    KINDS.flatMap((kind) =>
      [...homes]
        .filter(([size]) => isMeasured(kind, size))
        .map(([size, home]) => ({
          name: nameOf(args, kind, size),
          base: nameOf(args, kind, SIZES[0]),
          limits: kind === 'warm' && size === 10_000 ? { toSmall, toNode } : {},
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
      ...subjects.map(({ name, base, limits: { toSmall, toNode } }) => ({
        name,
        cells: [
          timeCell(results, name),
          ratioCell(results, name, BASE),
          ratioCell(results, name, base),
          runsCell(results, name),
        ],
        targets: [
          ...(toSmall === undefined ? [] : [target(results, name, toSmall, base)]),
          ...(toNode === undefined ? [] : [target(results, name, toNode, BASE)]),
        ],
      })),
    ],
  };
}

function nameOf(args: readonly string[], kind: Kind, size: number | undefined): string {
  return `\`${args.join(' ')}\`, ${kind}, ${size?.toLocaleString('en')}`;
}
