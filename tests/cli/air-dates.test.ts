import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fingerprintOf } from '../../src/store/cache/fingerprint.ts';
import { runHere } from '../support/in-process.ts';
import { inTerminal } from '../support/terminal.ts';

/** Two seasons. In the tests it is 2026-01-02. */
const AIRED: Readonly<Record<string, string | undefined>> = {
  S01E01: '2025-12-01',
  S01E02: '2026-01-02',
  S01E03: '2026-01-09',
  S01E04: undefined,
  S02E01: '2127-02-03',
  S02E02: '2127-02-10',
};
const CODES = Object.keys(AIRED);

/** Somebody with this show, written on a day when none of it had aired. */
function user(status = '') {
  const home = mkdtempSync(join(tmpdir(), 'recap-aired-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const file = join(home, '.local/share/recap/recaps/a-show/show.md');
  mkdirSync(dirname(file), { recursive: true });
  const episodes = CODES.map((code) => {
    return `{ code: ${code}${AIRED[code] ? `, aired: ${AIRED[code]}` : ''} }`;
  });
  writeFileSync(
    file,
    `---\ntitle: A Show\n${status}episodes: [${episodes.join(', ')}]\n---\nHello.\n`,
  );
  utimesSync(file, new Date('2025-11-30'), new Date('2025-11-30'));
  return { home, file };
}

const places: [place: string, coming: string | null][] = [
  ['none', null],
  // it airs today
  ['S01E01', null],
  ['S01E02', 'S01E03'],
  // its date is not known
  ['S01E03', null],
  ['S01E04', 'S02E01'],
  ['S02E01', 'S02E02'],
  ['S02E02', null],
];

describe('the next episode’s air date', () => {
  test.each(places)('after %s: of %s, and of no other', async (place, coming) => {
    const { home, file } = user();
    await runHere(home, ['watched', 'a-show', place]);
    const told = coming && { episode: coming, airs: AIRED[coming] };
    // the index is made by the first list that trusts the file, and read by the next
    await expect.poll(() => fingerprintOf(file)).toBeDefined();
    const lists = [['list'], ['list'], ['list', 'a-show'], ['watched']];
    for (const args of lists) {
      const { stdout } = await runHere(home, args);
      const dates = stdout.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
      expect(dates).toEqual(told ? [told.airs] : []);
      if (told) expect(stdout).toContain(`${told.episode} airs ${told.airs}`);
      const { stdout: json } = await runHere(home, [...args, '--json']);
      const { shows, show } = JSON.parse(json);
      const [entry] = shows?.filter(({ slug }: { slug: string }) => slug === 'a-show') ?? [show];
      expect(entry.coming).toEqual(told);
    }
  });

  test('is that of the one who has watched least, when several read', async () => {
    const { home } = user();
    await runHere(home, ['watched', 'a-show', 'S02E01']);
    await runHere(home, ['watched', 'a-show', 'S01E02', '--profile', 'ann']);
    const { stdout } = await runHere(home, ['list', 'a-show', '--with', 'ann']);
    expect(stdout).toContain('S01E03 airs 2026-01-09');
    expect(stdout).not.toContain('2127');
  });

  test('is in the reader, in both lists', async () => {
    const { home } = user();
    // the clock of a real terminal is the real one
    await runHere(home, ['watched', 'a-show', 'S02E01']);
    const run = inTerminal({ args: ['read'], env: { HOME: home, TZ: 'UTC' } });
    await run.until('S02E02 airs 2127-02-10');
    await run.press('Enter');
    await run.until(/5 of 6 watched · S02E02 airs 2127-02-10/);
    await run.press('q');
    expect(run.raw()).not.toContain('2127-02-03');
  });
});

/** What a show's own list says, at each place, by its status. */
const undated: [place: string, status: string, note: string | null][] = [
  ['none', 'running', null],
  ['S01E03', 'running', 'No air date known'],
  ['S01E03', 'ended', 'No air date known'],
  // its last episode has been watched
  ['S02E02', 'running', 'No air date known'],
  ['S02E02', 'ended', 'Ended'],
  // that nothing comes after them is not said before the last episode
  ['S01E04', 'ended', null],
  ['S01E01', 'ended', null],
];

describe('a show whose next episode has no air date', () => {
  const NOTE = /No air date known|[Ee]nded/g;

  test.each(undated)('after %s of a show that is %s: %s', async (place, status, note) => {
    const { home } = user(`status: ${status}\n`);
    await runHere(home, ['watched', 'a-show', place]);
    const { stdout } = await runHere(home, ['list', 'a-show']);
    expect(stdout.match(NOTE)).toEqual(note && [note]);
    // the list of all shows says only when something comes
    expect((await runHere(home, ['list'])).stdout).not.toMatch(NOTE);
  });

  test('says nothing without a status, nor where no dates are recorded', async () => {
    const { home, file } = user();
    await runHere(home, ['watched', 'a-show', 'S02E02']);
    expect((await runHere(home, ['list', 'a-show'])).stdout).not.toMatch(NOTE);
    writeFileSync(
      file,
      '---\ntitle: A Show\nstatus: running\nepisodes: [{ code: S01E01 }, { code: S01E02 }]\n---\n',
    );
    await runHere(home, ['watched', 'a-show', 'S01E01']);
    expect((await runHere(home, ['list', 'a-show'])).stdout).not.toMatch(NOTE);
  });

  test('says so in the reader', async () => {
    const { home } = user('status: ended\n');
    await runHere(home, ['watched', 'a-show', 'S02E02']);
    const run = inTerminal({ args: ['read', 'a-show'], env: { HOME: home, TZ: 'UTC' } });
    await run.until('6 of 6 watched · Ended');
    await run.press('q');
  });
});
