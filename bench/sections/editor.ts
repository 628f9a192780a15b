import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Editor, editorOn } from '../../tests/support/lsp-client.ts';
import { atEnd } from '../cleanup.ts';
import { bodyOf, SIZES } from '../documents.ts';
import { milliseconds, p95Of, runsCell, timeCell } from '../figures.ts';
import { type Home, makeHome } from '../home.ts';
import { writeShow } from '../libraries.ts';
import { measure } from '../measure.ts';
import { recap } from '../programs.ts';
import { SHOW } from '../reading.ts';
import type { Table } from '../table.ts';

const FILES = 100;

/** Keys for each round that the other sections run. */
const KEYS = 10;

/** Before a key, in milliseconds: somebody who types fast. */
const PAUSE = 30;

/** The first line after the front matter. */
const LINE = 4;

const NAME = 'a letter typed';

/** How long it takes from a key in an editor to the diagnostics of the file. */
export async function editor(runs: number): Promise<Table> {
  const home = makeHome();
  writeShow(home, SHOW, FILES);
  const text = `---\nepisode: S01E50\n---\n\n${bodyOf(SIZES['10 KB'])}`;
  const path = home.write(`${SHOW}/s01e50.md`, text);
  const client = await editorAt(home);
  const opened = client.diagnosed(path);
  client.open(path, text);
  await opened;
  let character = 0;
  const run = async () => {
    await sleep(PAUSE);
    const start = performance.now();
    const diagnosed = client.diagnosed(path);
    const at = { line: LINE, character: character++ };
    client.type(path, at, at, 'e');
    await diagnosed;
    return performance.now() - start;
  };
  try {
    const results = await measure([{ name: NAME, run }], runs * KEYS);
    return {
      title: 'From key to diagnostics',
      note:
        `With \`recap lsp\`, from a change to a recap of 10 KB in a show of ${FILES} files until its diagnostics ` +
        'arrive. This includes the time the server waits for further keys.',
      columns: ['median', 'p95', 'keys'],
      rows: [
        {
          name: NAME,
          cells: [
            timeCell(results, NAME),
            milliseconds(p95Of(results, NAME)),
            runsCell(results, NAME),
          ],
        },
      ],
    };
  } finally {
    client.end();
  }
}

/** An editor with a server of its own. */
async function editorAt(home: Home): Promise<Editor> {
  const { file, args, env } = recap(home, ['lsp']);
  const server = spawn(file, [...args], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  atEnd(() => server.kill('SIGKILL'));
  return editorOn(server.stdout, server.stdin);
}
