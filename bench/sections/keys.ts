import { setTimeout as sleep } from 'node:timers/promises';
import { bareProgram } from '../bare-programs.ts';
import type { Command } from '../child.ts';
import { milliseconds, p95Of, quotient, ratio, runsCell, timeCell } from '../figures.ts';
import { FIRST_WORD } from '../first-word.ts';
import { measure, type Subject } from '../measure.ts';
import { recap } from '../programs.ts';
import { readingHome, SIZE_NAMES, toRead } from '../reading.ts';
import type { Table } from '../table.ts';
import { TerminalProgram } from '../terminal.ts';

const BARE_INK = 'bare Ink';

/** Keys for each round that the other sections run. */
const KEYS = 10;

/** So many lines down, then as many up again: fewer than the shortest recap has. */
const LINES = 40;

/** Before a key, so that the last frame's work is over, in milliseconds. */
const PAUSE = 30;

/** How long it takes from a key to the end of the frame that it makes. */
export async function keys(runs: number): Promise<Table> {
  const home = readingHome(SIZE_NAMES);
  const bare = await bareProgram('ink', home);
  const subjects = [
    pressed(BARE_INK, bare),
    ...SIZE_NAMES.map((size) => pressed(nameOf(size), recap(home, toRead(size)))),
  ];
  try {
    const results = await measure(subjects, runs * KEYS);
    const late = (name: string) => p95Of(results, name);
    const toShort = (name: string) => quotient(late(name), late(nameOf('10 KB')));
    const toInk = (name: string) => quotient(late(name), late(BARE_INK));
    return {
      title: 'From key to frame',
      note:
        'In a pseudo-terminal, from the key `j` or `k` until the frame that it makes is written whole. p95 is what 95 ' +
        'of 100 keys stay below. Bare Ink draws a screen of that size anew for each key.',
      columns: ['median', 'p95', 'p95 to 10 KB', 'p95 to bare Ink', 'keys'],
      rows: subjects.map(({ name }) => ({
        name,
        cells: [
          timeCell(results, name),
          milliseconds(late(name)),
          ratio(toShort(name)),
          ratio(toInk(name)),
          runsCell(results, name),
        ],
        targets:
          name === nameOf('10 MB')
            ? [
                { of: name, ratio: toShort(name), limit: 1.2, to: nameOf('10 KB') },
                { of: name, ratio: toInk(name), limit: 1.3, to: BARE_INK },
              ]
            : [],
      })),
    };
  } finally {
    for (const { end } of subjects) await end();
  }
}

function nameOf(size: string): string {
  return `reader, ${size}`;
}

/** A program that is started for the first key and kept for the others. */
function pressed(name: string, command: Command): Subject & { readonly end: () => Promise<void> } {
  let program: TerminalProgram | undefined;
  let count = 0;
  return {
    name,
    async run() {
      if (!program) {
        program = new TerminalProgram(command);
        await program.until(FIRST_WORD);
      }
      await sleep(PAUSE);
      const key = Math.floor(count++ / LINES) % 2 === 0 ? 'j' : 'k';
      return program.frame(key);
    },
    end: async () => program?.end(),
  };
}
