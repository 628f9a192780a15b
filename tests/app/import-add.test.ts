import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { INVENTED_SHOWS } from '../support/demo-sources/invented-shows.ts';
import { demoSources } from '../support/demo-sources/server.ts';
import { runHere } from '../support/in-process.ts';

/** What somebody watched, in no order: two shows that are found, one of two of its name, one that is not. */
const HISTORY = [
  ['Night Ferry', '', 1, 1, '2025-03-01'],
  ['Night Ferry', '', 1, 2, '2025-03-02'],
  ['The Salt Line', '', 1, 1, '2025-04-01'],
  ['Nowhere To Be Found', '', 1, 1, '2025-02-01'],
  ['Tiny Pretty Things', '2020', 1, 1, '2025-05-01'],
];

function csv(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map(([title, year, season, episode, day]) => {
    return `${day}T20:00:00Z,episode,${title},${year},${season},${episode}`;
  });
  return `watched_at,type,title,year,season,episode\n${lines.join('\n')}\n`;
}

async function home(rows = HISTORY) {
  const folder = mkdtempSync(join(tmpdir(), 'recap-import-add-'));
  const services = await demoSources(INVENTED_SHOWS);
  onTestFinished(() => {
    services.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const file = join(folder, 'history.csv');
  writeFileSync(file, csv(rows));
  const added = join(folder, '.local', 'share', 'recap', 'added');
  return {
    services,
    run: (...args: string[]) => runHere(folder, ['import', file, ...args], services.env),
    type: (lines: string[], ...args: string[]) =>
      runHere(folder, ['import', file, ...args], services.env, lines),
    added: () => {
      try {
        return readdirSync(added).sort();
      } catch {
        return [];
      }
    },
  };
}

describe('`recap import --add`', () => {
  test('without it, nothing connects, and the report says how many shows there are', async () => {
    const { run, services } = await home();
    const { stdout } = await run('--yes');
    expect(stdout).toContain(
      'To add the most recent of the 3 shows that your library does not have: `--add N`',
    );
    expect(stdout).not.toContain('Night Ferry');
    expect(services.requests).toEqual([]);
  });

  test('adds the most recent, lists what could be several, and reports on those added', async () => {
    const { run, services, added } = await home();
    const { stdout, stderr, code } = await run('--add', '2', '--yes');
    expect(stdout).toContain(
      'Adding shows sends their titles to tvmaze.com:\n  The Salt Line\n  Night Ferry\n',
    );
    expect(stdout).toContain(
      'The Salt Line could be:\n  recap add --id tvmaze:901  # The Salt Line',
    );
    expect(stdout).toContain('  recap add --id tvmaze:902  # The Salt Line');
    expect(stdout).toContain('Added Night Ferry (2025): 3 episodes');
    expect(stdout).toMatch(/Night Ferry +not started +S01E02/);
    expect([stderr, code, added()]).toEqual(['', 0, ['night-ferry']]);
    expect(services.requests.some((path) => path.includes('Nowhere'))).toBe(false);
    expect(services.requests.some((path) => path.includes('Tiny'))).toBe(false);
  });

  test('a year says which of several it is, and one that is not found is said', async () => {
    const rows = [
      ['The Salt Line', '1988', 1, 1, '2025-04-01'],
      ['Nowhere To Be Found', '', 1, 1, '2025-02-01'],
    ];
    const { run, added } = await home(rows);
    const { stdout } = await run('--add', '5', '--yes', '--json');
    expect(JSON.parse(stdout).added).toEqual([
      { title: 'The Salt Line', outcome: 'added', slug: 'the-salt-line', candidates: [] },
      { title: 'Nowhere To Be Found', outcome: 'not-found', slug: null, candidates: [] },
    ]);
    expect(added()).toEqual(['the-salt-line']);
  });

  test('without a terminal and without `--yes`, nothing is sent', async () => {
    const { run, services, added } = await home();
    const { stdout, stderr } = await run('--add', '2');
    expect(stdout).toContain('Tiny Pretty Things');
    expect(stderr).toContain('nothing was added; `--yes` adds them');
    expect([services.requests, added()]).toEqual([[], []]);
  });

  test.each([
    ['y', ['night-ferry']],
    ['n', []],
  ])('on a terminal it asks first: %s', async (answer, expected) => {
    const { type, services, added } = await home();
    const { stderr } = await type([answer, 'n'], '--add', '2');
    expect(stderr).toContain('Add 2 shows? [y/N]');
    expect(added()).toEqual(expected);
    expect(services.requests.length > 0).toBe(expected.length > 0);
  });

  test('offline, it says so and still reports', async () => {
    const { run, added } = await home();
    const { stdout, stderr, code } = await run('--add', '2', '--yes', '--offline');
    expect(stdout).toMatch(/Tiny Pretty Things +not started +S01E01/);
    expect(stderr).toMatch(/offline/);
    expect([code, added()]).toEqual([1, []]);
  });

  test('titles are sent as they are and printed without control characters', async () => {
    const { run, services } = await home([['Night\u001b[2J Ferry', '', 1, 1, '2025-03-01']]);
    const { stdout } = await run('--add', '1', '--yes');
    expect(stdout).not.toContain('\u001b');
    expect(services.requests).toHaveLength(1);
  });
});
