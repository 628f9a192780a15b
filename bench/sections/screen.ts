import { bareProgram } from '../bare-programs.ts';
import type { Command } from '../child.ts';
import { ratioCell, runsCell, target, timeCell } from '../figures.ts';
import { FIRST_WORD } from '../first-word.ts';
import { measure, type Subject } from '../measure.ts';
import { findPeers } from '../peers.ts';
import { BASE, bareNode, recap } from '../programs.ts';
import { readingHome, SIZE_NAMES, toRead } from '../reading.ts';
import type { Table } from '../table.ts';
import { TerminalProgram } from '../terminal.ts';

const BARE_INK = 'bare Ink, one screen of text';

/** How long it takes until the first screen of a recap is there. */
export async function screen(runs: number): Promise<Table> {
  const home = readingHome(SIZE_NAMES);
  const bare = await bareProgram('ink', home);
  const less = (await findPeers(home)).find(({ name }) => name.startsWith('less '));
  const base = onTerminal(BASE, bareNode(home), (program) => program.ended());
  const subjects = [
    shown(BARE_INK, bare),
    ...SIZE_NAMES.map((size) => shown(nameOf(size), recap(home, toRead(size)))),
    ...(less?.print ? [shown(`${less.name}, 10 KB`, less.print(home.path('10 KB')))] : []),
  ];
  const results = await measure([base, ...subjects], runs);
  return {
    title: 'First screen of the reader',
    note:
      'In a pseudo-terminal, from the program’s start until the first word of the recap is written; ' +
      `${BASE} until it ends. Bare Ink draws a screen of that size with production React, bundled.`,
    columns: ['median', `to ${BASE}`, 'to bare Ink', 'runs'],
    rows: [base, ...subjects].map(({ name }) => ({
      name,
      cells: [
        timeCell(results, name),
        ratioCell(results, name, BASE),
        ratioCell(results, name, BARE_INK),
        runsCell(results, name),
      ],
      targets: name === nameOf('10 KB') ? [target(results, name, 2.4, BASE)] : [],
    })),
  };
}

function nameOf(size: string): string {
  return `reader, ${size}`;
}

function shown(name: string, command: Command): Subject {
  return onTerminal(name, command, (program) => program.until(FIRST_WORD));
}

function onTerminal(
  name: string,
  command: Command,
  time: (program: TerminalProgram) => Promise<number>,
): Subject {
  return {
    name,
    async run() {
      const program = new TerminalProgram(command);
      try {
        return await time(program);
      } finally {
        await program.end();
      }
    },
  };
}
