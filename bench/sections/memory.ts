import { bareProgram } from '../bare-programs.ts';
import { medianOf, ratioCell, runsCell, target } from '../figures.ts';
import { type Measured, measure } from '../measure.ts';
import { peakOf, peakOnScreen } from '../peak-memory.ts';
import { BASE, bareNode, recap } from '../programs.ts';
import { readingHome, SIZE_NAMES, toRead } from '../reading.ts';
import type { Table } from '../table.ts';

const EMPTY_INK = 'empty Ink program';
const READER = 'reader, 10 KB';

/** Memory differs little from run to run. */
const MOST_RUNS = 5;

/** How much memory the program holds at most. */
export async function memory(runs: number): Promise<Table> {
  const home = readingHome(SIZE_NAMES);
  const empty = await bareProgram('empty ink', home);
  const subjects = [
    { name: BASE, run: () => peakOf(bareNode(home)) },
    { name: EMPTY_INK, run: () => peakOnScreen(empty) },
    { name: READER, run: () => peakOnScreen(recap(home, toRead('10 KB'))) },
    { name: 'reader, 10 MB', run: () => peakOnScreen(recap(home, toRead('10 MB'))) },
    { name: '`recap read`, 1 MB', run: () => peakOf(recap(home, toRead('1 MB'))) },
  ];
  const results = await measure(subjects, Math.min(runs, MOST_RUNS));
  return {
    title: 'Memory',
    note:
      'The largest resident set of a process in its life. Those on a screen are closed with `q` when they ' +
      'have drawn it.',
    columns: ['median', `to ${BASE}`, 'to empty Ink', 'runs'],
    rows: subjects.map(({ name }) => ({
      name,
      cells: [
        memoryCell(results, name),
        ratioCell(results, name, BASE),
        ratioCell(results, name, EMPTY_INK),
        runsCell(results, name),
      ],
      targets: name === READER ? [target(results, name, 1.3, EMPTY_INK)] : [],
    })),
  };
}

function memoryCell(results: ReadonlyMap<string, Measured>, name: string): string {
  const measured = results.get(name);
  if (measured?.kind === 'failure') return measured.reason;
  const megabytes = medianOf(results, name);
  return megabytes === undefined ? '' : `${Math.round(megabytes)} MB`;
}
