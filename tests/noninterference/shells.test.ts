import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openProgress } from '../../src/store/progress/log.ts';
import { code, show } from '../support/recaps.ts';
import { hasShell, startShell } from '../support/shell.ts';
import { homesOf, samplePairs } from './homes.ts';

/** What real shells complete, for a sample of pairs: `program.test.ts` has what the program offers them for all. */
const PAIRS = process.env.RECAP_SOAK ? 20 : 1;

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
    { timeout: 300_000 },
    async () => {
      for (const pair of samplePairs(PAIRS)) {
        const screens = [];
        for (const folder of homesOf(pair)) {
          onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
          const ann = join(folder, '.local/state/recap/profiles/ann');
          openProgress({ folder: ann, device: 'd', now: () => new Date(0) }).confirm(show, code(2));
          const { complete } = await startShell(shell, {
            home: folder,
            cwd: folder,
            env: { RECAP_LIBRARY: join(folder, 'library') },
          });
          const seen = [];
          for (const line of LINES) seen.push((await complete(line)).screen);
          screens.push(seen);
        }
        expect(screens[0]?.join('\n')).toMatch(/s?01e10/i);
        expect(screens[1]).toEqual(screens[0]);
      }
    },
  );
}
