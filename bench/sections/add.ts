import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { longShow } from '../../tests/support/demo-sources/long-show.ts';
import { demoSources } from '../../tests/support/demo-sources/server.ts';
import { timeCommand } from '../child.ts';
import { ratioCell, runsCell, target, timeCell } from '../figures.ts';
import { makeHome } from '../home.ts';
import { measure } from '../measure.ts';
import { BASE, bareNode, recap } from '../programs.ts';
import type { Table } from '../table.ts';

const NAME = 'The Long Watch';
/** Seventy-three episodes, as a well-known show has. */
const SEASONS = [10, 10, 10, 10, 10, 10, 7, 6];

/** How long it takes to add a show from services on this machine. */
export async function add(runs: number): Promise<Table> {
  const show = longShow({ id: 9001, name: NAME, seasons: SEASONS, start: '2011-04-17' });
  const services = await demoSources([show]);
  const home = makeHome();
  const env = { ...home.env, ...services.env };
  const added = join(home.env.XDG_DATA_HOME ?? '', 'recap', 'added');
  const name = `\`add\` of ${SEASONS.reduce((sum, count) => sum + count, 0)} episodes`;
  try {
    const results = await measure(
      [
        { name: BASE, run: () => timeCommand(bareNode(home)) },
        {
          name,
          prepare: () => rmSync(added, { recursive: true, force: true }),
          run: () => timeCommand({ ...recap(home, ['add', NAME, '--yes']), env }),
        },
      ],
      runs,
    );
    return {
      title: 'Adding a show',
      note: 'From services on this machine that answer at once, with a text for every episode.',
      columns: ['median', `to ${BASE}`, 'runs'],
      rows: [BASE, name].map((subject) => ({
        name: subject,
        cells: [
          timeCell(results, subject),
          ratioCell(results, subject, BASE),
          runsCell(results, subject),
        ],
        targets: subject === name ? [target(results, name, 8, BASE)] : [],
      })),
    };
  } finally {
    services.close();
  }
}
