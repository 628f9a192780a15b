import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTerminal } from '../support/terminal.ts';
import { filesOf, homesOf, type Observation, recapsSettled, samplePairs } from './homes.ts';

/**
 * Real processes and terminals, for a sample: `program.test.ts` has every command and option. `npm run test:soak` takes
 * more pairs.
 */
const PAIRS = process.env.RECAP_SOAK ? 50 : 1;

/** One command of each kind. */
const COMMANDS: readonly (readonly string[])[] = [
  [],
  ['list'],
  ['list', 'a-show'],
  ['read', 'a-show', 'a-recap'],
  ['read', 'a-show', 's01e10', '--json'],
  ['read', 'a-show', 'Delia pushed her'],
  ['story', 'a-show'],
  ['search', 'note', '--show', 'a-show', '--json'],
  ['watched', 'a-show', 'S01E99'],
  ['import', 'history.csv', '--yes'],
  ['complete', '--', 'read', 'a-show', ''],
];

/** @param keepsCode whether compiled code is kept, which takes its time: not in each of many homes */
function environment(home: string, keepsCode = false): Record<string, string> {
  return {
    NODE_DISABLE_COMPILE_CACHE: keepsCode ? '' : '1',
    PATH: process.env.PATH ?? '',
    HOME: home,
    RECAP_LIBRARY: join(home, 'library'),
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
    child.on('close', (code) => {
      const [out, err] = [stdout, stderr].map((text) => text.replaceAll(home, 'HOME'));
      resolve({ stdout: out ?? '', stderr: err ?? '', code, files: filesOf(home) });
    });
  });
}

test.each(COMMANDS)('real processes: recap %j %j %j %j', async (...args) => {
  for (const [index, pair] of samplePairs(PAIRS).entries()) {
    const homes = homesOf(pair);
    await recapsSettled(homes);
    const keepsCode = index === 0;
    try {
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
  [['Tab', 'o', 'Escape', 'G', 'm', 'a', 'l', "'", 'a', "'", "'", 'Ctrl-C'], undefined],
];

test.each(WALKS)('real terminals: keys %j, then %s', async (keys, signal) => {
  for (const pair of samplePairs(PAIRS)) {
    const seen = [];
    const homes = homesOf(pair);
    await recapsSettled(homes);
    for (const home of homes) {
      const run = inTerminal({
        args: ['read', 'a-show', 'a-recap'],
        env: environment(home),
      });
      const screens: string[] = [];
      const ask = pair.episodes === 0 ? 'How far|A recap' : 'A recap';
      await run.until(new RegExp(ask));
      await run.press();
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
