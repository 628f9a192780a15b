import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { home } from '../support/program.ts';
import { inTerminal } from '../support/terminal.ts';

const LINES = Array.from({ length: 80 }, (_, index) => `Line ${index + 1}.`).join('\n\n');

/** A home with a recap of several screens. */
function longRecap() {
  const at = home();
  at.write('a/show.md', '---\ntitle: A\nepisodes: [{ code: S01E01 }]\n---\nok\n');
  at.write('a/long.md', `---\ntitle: Long\n---\n${LINES}\n`);
  at.run('watched', 'a', 'S01E01');
  const positions = join(at.folder, '.local/state/recap/positions.json');
  /** How far the recap had been scrolled. */
  const characters = (): number =>
    existsSync(positions)
      ? Number(/"characters":(\d+)/.exec(readFileSync(positions, 'utf8'))?.[1])
      : 0;
  return { ...at, env: { HOME: at.folder }, characters };
}

describe('the place in a recap is kept', () => {
  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ])('on %s', async (signal, code) => {
    const { env, characters } = longRecap();
    const run = inTerminal({ args: ['read', 'a', 'long'], env });
    await run.until('Line 1.');
    await run.press(' ', ' ');
    run.kill(signal);
    expect(await run.exit).toBe(code);
    expect(characters()).toBeGreaterThan(100);
  });

  test('when the terminal is closed, and the program ends by the signal', async () => {
    const { folder, env, characters } = longRecap();
    const status = join(folder, 'status');
    const args = ['tests/support/close-terminal.mjs', status, '  ', 'read', 'a', 'long'];
    spawnSync(process.execPath, args, { env: { ...process.env, ...env, CI: 'false' } });
    await expect.poll(() => readFileSync(status, 'utf8')).toBe('129\n');
    expect(characters()).toBeGreaterThan(100);
  });
});
