import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Shell } from '../../src/cli/shell-line.ts';
import { openProgress } from '../../src/store/progress/log.ts';
import { code, show } from '../support/recaps.ts';
import { hasShell, type InteractiveShell, startShell } from '../support/shell.ts';
import { homesOf, samplePairs } from './homes.ts';

/** What real shells complete, for a sample of pairs: `program.test.ts` has what the program offers them for all. */
const PAIRS = process.env.RECAP_SOAK ? 20 : 1;

/** What differs because of gated text differs every time. */
const ATTEMPTS = 3;

/** Lines that offer recaps, episodes and titles, at several places. */
const LINES = [
  'recap read a-show \t',
  'recap read a-show --watched=\t',
  'recap read a-show --with ann \t',
  'recap --profile ann read a-show \t',
  'RECAP_PROFILE=ann recap read a-show \t',
  'recap read a-show --watched S01E03 --titles \t',
  'recap story a-show --from \t',
  'recap --library library read a-show s\t',
];

for (const shell of ['bash', 'zsh', 'fish'] as const) {
  test.skipIf(!hasShell(shell))(
    `what ${shell} completes does not depend on gated text`,
    async () => {
      for (const pair of samplePairs(PAIRS)) {
        const shells: InteractiveShell[] = [];
        for (const folder of homesOf(pair)) shells.push(await startIn(shell, folder));
        const seen = [];
        for (const line of LINES) seen.push(await sameScreen(shells, line));
        expect(seen.join('\n')).toMatch(/s?01e10/i);
      }
    },
  );
}

/** A shell in one of the homes, where Ann has watched two episodes. */
async function startIn(shell: Shell, folder: string): Promise<InteractiveShell> {
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const ann = join(folder, '.local/state/recap/profiles/ann');
  openProgress({ folder: ann, device: 'd', now: () => new Date(0) }).confirm(show, code(2));
  const env = { RECAP_LIBRARY: join(folder, 'library') };
  return startShell(shell, { home: folder, cwd: folder, env });
}

/** The screen that all shells show for a line. On a busy machine a shell may draw a list twice, so each may try again. */
async function sameScreen(shells: readonly InteractiveShell[], line: string): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const screens: string[] = [];
    for (const { complete } of shells) screens.push((await complete(line)).screen);
    const [first = ''] = screens;
    if (screens.every((screen) => screen === first)) return first;
    if (attempt === ATTEMPTS)
      expect(screens.slice(1)).toEqual(Array(screens.length - 1).fill(first));
  }
}
