import { timeCommand } from '../child.ts';
import { ratioCell, runsCell, target, timeCell } from '../figures.ts';
import { measure, type Subject } from '../measure.ts';
import { findPeers, type Peer } from '../peers.ts';
import { BASE, bareNode, recap } from '../programs.ts';
import { type ReadingHome, readingHome, SIZE_NAMES, type Size, toRead } from '../reading.ts';
import type { Table } from '../table.ts';

const OWN = '`recap read`';

/** Which peers recap has to be faster than, by size. */
const RIVALS: Record<Size, (peer: Peer) => boolean> = {
  '10 KB': ({ name }) => /^(?:msee|marked-terminal)\b/.test(name),
  '1 MB': ({ isCopying }) => !isCopying,
  '10 MB': () => false,
};

/** How printing grows with the recap, beside other programs that print the same Markdown file. */
export async function sizes(runs: number): Promise<Table> {
  const home = readingHome(SIZE_NAMES);
  const peers = await findPeers(home);
  const base = { name: BASE, run: () => timeCommand(bareNode(home)) };
  const subjects = SIZE_NAMES.flatMap((size) => [
    { name: nameOf(OWN, size), run: () => timeCommand(recap(home, toRead(size))) },
    ...peers.flatMap((peer) => subjectOf(peer, home, size)),
  ]);
  const results = await measure([base, ...subjects], runs);
  const times = (name: string) => [timeCell(results, name), ratioCell(results, name, BASE)];
  return {
    title: 'Recaps of 10 KB and more, printed',
    note:
      'All print the same file of mixed Markdown into a pipe. `less` only copies it there; `bat` colors it ' +
      'and lays nothing out.',
    columns: ['median', `to ${BASE}`, 'recap to it', 'runs'],
    rows: [
      { name: BASE, cells: [...times(BASE), '', runsCell(results, BASE)] },
      ...SIZE_NAMES.flatMap((size) => {
        const own = nameOf(OWN, size);
        return [
          {
            name: own,
            cells: [...times(own), '', runsCell(results, own)],
            targets: size === '1 MB' ? [target(results, own, 9, BASE)] : [],
          },
          ...peers.map((peer) => {
            const name = nameOf(peer.name, size);
            if (!peer.print) return { name, cells: ['not installed', '', '', ''] };
            return {
              name,
              cells: [...times(name), ratioCell(results, own, name), runsCell(results, name)],
              targets: RIVALS[size](peer) ? [target(results, own, 1, name)] : [],
            };
          }),
        ];
      }),
    ],
  };
}

function subjectOf({ name, print }: Peer, home: ReadingHome, size: Size): Subject[] {
  if (!print) return [];
  return [{ name: nameOf(name, size), run: () => timeCommand(print(home.path(size))) }];
}

function nameOf(program: string, size: Size): string {
  return `${program}, ${size}`;
}
