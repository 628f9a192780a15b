import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Pair, pairs } from '../support/pairs.ts';
import { SECRETS } from '../support/recaps.ts';
import { inTerminal } from '../support/terminal.ts';

const PAIRS = process.env.RECAP_SOAK ? 200 : 8;

/** Commands, each with what is asked of it; errors are among them. */
const COMMANDS: readonly (readonly string[])[] = [
  [],
  ['read', 'a-show'],
  ['read', 'a-show', 'a-recap'],
  ['read', 'a-show', 'a-recap', '--json'],
  ['read', 'a-show', 'a-recap', '--width', '33'],
  ['read', 'a-show', 's01e10'],
  ['read', 'a-show', 's01e10', '--json'],
  ['read', 'a-show', 'Delia pushed her'],
  ['list'],
  ['list', '--json'],
  ['list', 'a-show'],
  ['list', 'a-show', '--json'],
  ['watched'],
  ['watched', 'a-show'],
  ['watched', 'a-show', 'S01E99'],
  ['read', 'a-show', 'nothing'],
  ['list', 'a-show', '--titles'],
  ['read', 'a-show', 'How Zelda vanished'],
  ['import', 'history.csv'],
  ['import', 'history.csv', '--json'],
  ['import', 'history.csv', '--yes'],
  ['import', 'library/a-show/a-recap.md'],
  ['import', 'library'],
  ['import', 'histories', '--json', '--yes'],
  ['import', 'histories/count.xml', '--yes'],
  ['import', 'histories', '--add', '2'],
  ['import', 'histories', '--add', '2', '--yes', '--offline'],
  ['story', 'a-show'],
  ['story', 'a-show', '--length', 'short'],
  ['story', 'a-show', '--last', '1', '--json'],
  ['story', 'a-show', '--from', 'S01E10'],
  ['complete', '--', 'read', 'a-show', ''],
  ['complete', '--', 'watched', 'a-show', 'S'],
  ['search', 'Delia', 'pushed'],
  ['search', 'public', '--limit', '2'],
  ['search', 'note', '--show', 'a-show', '--json'],
];

/** Episodes that are there, one that is not, a show that is not, and words that recaps have. */
const HISTORY = `Title,Date
A Show: Season 1: Episode 1,2/1/21
A Show: Season 1: Episode 2,2/1/21
A Show: Season 1: Episode 5,3/1/21
A Show: Season 1: Delia pushed her,3/1/21
Another: Season 1: word,3/1/21
`;

/** As many episodes as there are up to the one behind whose gate most things are. */
const COUNT =
  '<myanimelist><anime><series_title>A Show</series_title><my_watched_episodes>7</my_watched_episodes></anime></myanimelist>';

interface Observation {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  /** Every file under the home, and what is in it. */
  readonly files: Record<string, string>;
}

/** A home with a show of ten episodes, articles and recaps of the first and the last episode, read at a place. */
function makeHome(body: string, episodeBody: string, episodes: number, side: 0 | 1): string {
  const folder = mkdtempSync(join(tmpdir(), 'recap-pair-'));
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  const codes = Array.from({ length: 10 }, (_, index) => `{ code: 1x${index + 1} }`);
  write(
    'library/a-show/show.md',
    `---\ntitle: A Show\nepisodes: [${codes.join(', ')}]\nsecrets: [${secrets(side)}]\n---\n${body}`,
  );
  // titles and summaries that hold a secret are gated text too
  const told =
    episodes < 6 ? ([`How Zelda vanished`, `Otto’s heir, a poisoner who poisons`][side] ?? '') : '';
  write('library/a-show/told.md', `---\ntitle: Told ${told}\nsummary: ${told}.\n---\nA.`);
  write('library/a-show/a-recap.md', `---\ntitle: A recap\n---\n${body}`);
  write('library/a-show/s01e01.md', `---\nepisode: S01E01\n---\n${episodeBody}`);
  write('library/a-show/s01e10.md', `---\nepisode: S01E10\nsummary: Public.\n---\n${body}`);
  write('history.csv', HISTORY);
  write('histories/netflix.csv', HISTORY);
  write('histories/count.xml', COUNT);
  write('histories/other.csv', 'a,b\n1,2\n');
  write('place', episodes === 0 ? 'none' : `S01E${episodes}`);
  return folder;
}

/** Both recaps of a pair say one of these; what else is declared tells nothing either. */
function secrets(side: 0 | 1): string {
  const others = [['Ursula sailed'], ['the duke of nowhere']][side] ?? [];
  return [...SECRETS, ...others].map((phrase) => `{ phrase: ${phrase}, after: S01E06 }`).join(', ');
}

/** A home for each side of a pair. */
function homesOf({ bodies, episodeBodies, episodes }: Pair): string[] {
  return bodies.map((body, side) =>
    makeHome(body, episodeBodies[side] ?? '', episodes, side === 0 ? 0 : 1),
  );
}

/** @param keepsCode whether compiled code is kept, which takes its time: not in each of many homes */
function environment(home: string, keepsCode = false): Record<string, string> {
  return {
    NODE_DISABLE_COMPILE_CACHE: keepsCode ? '' : '1',
    PATH: process.env.PATH ?? '',
    HOME: home,
    RECAP_LIBRARY: 'library',
    TZ: 'UTC',
    LANG: 'C.UTF-8',
  };
}

const program = join(process.cwd(), 'bin/recap.js');

function observe(home: string, args: readonly string[], keepsCode = false): Promise<Observation> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: home,
      env: environment(home, keepsCode),
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.on('close', (code) => resolve({ stdout, stderr, code, files: filesOf(home) }));
  });
}

/** What the program has written: everything but the library that the test made. */
function filesOf(home: string): Record<string, string> {
  const names = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(home, 'library')));
  return Object.fromEntries(
    names.map((path) => [
      path.slice(home.length).replace(/(?<=recap[/](?:index-|code[/]))[^/]+/, ''),
      content(home, path),
    ]),
  );
}

/**
 * What is in a file, but for what differs between any two homes: times, checksums, their paths. The index names
 * the size of each file, which everybody sees who sees the file (DESIGN §1). Compiled code differs from run to
 * run; it is made before anything is read.
 */
function content(home: string, path: string): string {
  if (path.endsWith('.code')) return 'code';
  const text = readFileSync(path, 'utf8').replace(/"(?:at|sum)":"[^"]*"/g, '');
  if (!path.startsWith(join(home, '.cache'))) return text;
  return text
    .slice(text.indexOf('\n') + 1)
    .replaceAll(home, '')
    .replace(/\d+ \d{13}(?:\.\d+)? \d{13}(?:\.\d+)?/g, 'stamp');
}

const sample = fc
  .sample(pairs, { numRuns: PAIRS * 2, seed: 11 })
  .filter(({ bodies: [a, b] }) => a !== b);

test.each(COMMANDS)('real processes: recap %j %j %j %j', { timeout: 600_000 }, async (...args) => {
  for (const [index, pair] of sample.slice(0, PAIRS).entries()) {
    const homes = homesOf(pair);
    const keepsCode = index === 0;
    try {
      const place = readFileSync(join(homes[0] ?? '', 'place'), 'utf8');
      await Promise.all(
        homes.map((home) =>
          observe(home, ['watched', 'a-show', place === 'none' ? '--none' : place]),
        ),
      );
      const [one, other] = await Promise.all(homes.map((home) => observe(home, args, keepsCode)));
      expect(other).toEqual(one);
      const written = Object.entries(one?.files ?? {});
      if (args.join() === 'list') {
        expect(written.map(([name]) => name)).toContain('/.cache/recap/index-/shows.json');
        expect(written.some(([, text]) => text === 'code')).toBe(keepsCode);
      }
      if (args.join() === 'list,a-show') {
        const [, indexed] = written.find(([name]) => name.endsWith('recaps/a-show.json')) ?? [];
        expect(indexed).toContain('s01e10.md');
        expect(indexed).not.toMatch(/Zelda|Otto/);
      }
    } finally {
      for (const home of homes) rmSync(home, { recursive: true, force: true });
    }
  }
});

/** Keys that confirm nothing, and a signal at the end of some. */
const WALKS: readonly (readonly [keys: readonly string[], signal: string | undefined])[] = [
  [['Tab', 'Enter', 'Enter', ' ', 'G', 'g', 'q'], undefined],
  [['t', 'j', 'Enter', '/', 'a', 'Enter', 'n', 'Ctrl-C'], undefined],
  [['Tab', 'Tab', 'Enter'], 'SIGTERM'],
  [['l', 'Down', 'Enter', ']', '['], 'SIGHUP'],
];

test.each(WALKS)('real terminals: keys %j, then %s', { timeout: 300_000 }, async (keys, signal) => {
  for (const pair of sample.slice(0, PAIRS / 4)) {
    const seen = [];
    for (const home of homesOf(pair)) {
      const place = readFileSync(join(home, 'place'), 'utf8');
      await observe(home, ['watched', 'a-show', place === 'none' ? '--none' : place]);
      const run = inTerminal({
        args: ['read', 'a-show', 'a-recap'],
        env: { ...environment(home), RECAP_LIBRARY: join(home, 'library') },
      });
      const screens: string[] = [];
      const ask = pair.episodes === 0 ? 'How far|A recap' : 'A recap';
      await run.until(new RegExp(ask));
      for (const key of keys) {
        await run.press(key);
        if (run.isAlternate()) screens.push(run.screen());
      }
      if (signal) run.kill(signal);
      const code = await run.exit;
      await run.press();
      seen.push({
        screens,
        code,
        main: run.mainScreen(),
        modes: run.modes(),
        files: filesOf(home),
      });
      rmSync(home, { recursive: true, force: true });
    }
    expect(seen[1]).toEqual(seen[0]);
  }
});
