import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Bookmarks } from '../../src/store/reading/bookmarks.ts';
import { ReadingHistory } from '../../src/store/reading/reading-history.ts';
import { runHere } from '../support/in-process.ts';
import { code } from '../support/recaps.ts';
import { inTerminal } from '../support/terminal.ts';

const SHOW = 'tiny-pretty-things';
const OTHER = 'great-expectations';
const POSITION = { chunk: 1, characters: 2 };

/** Somebody who has read, and set bookmarks, in these shows. */
function reader(shows: readonly string[], profile = 'default') {
  const home = mkdtempSync(join(tmpdir(), 'recap-forget-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const state = join(home, '.local/state/recap');
  const folder = profile === 'default' ? state : join(state, 'profiles', profile);
  const history = new ReadingHistory(folder);
  for (const [index, show] of shows.entries()) {
    history.remember(show, 's01e01', POSITION, code(1));
    const letter = 'abc'[index] ?? 'z';
    new Bookmarks(folder).set(letter, { show, slug: 's01e01', position: POSITION });
  }
  /** The shows of which something is left. */
  const left = () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
    return [...shows].filter((show) => text.includes(show));
  };
  return { home, folder, left };
}

describe('recap forget', () => {
  test('forgets what was read of a show, its bookmarks too; progress and other shows stay', async () => {
    const { home, left } = reader([SHOW, OTHER]);
    await runHere(home, ['watched', SHOW, 'S01E04']);
    const { stdout, code } = await runHere(home, ['forget', 'tiny', '--yes']);
    expect(code).toBe(0);
    expect(stdout).toBe(
      'Forgot what you have read of Tiny Pretty Things. Your progress is kept.\n',
    );
    expect(left()).toEqual([OTHER]);
    expect((await runHere(home, ['watched', SHOW])).stdout).toContain('S01E04');
  });

  test('of a profile only', async () => {
    const { home, left } = reader([SHOW], 'ann');
    await runHere(home, ['forget', SHOW, '--yes']);
    expect(left()).toEqual([SHOW]);
    await runHere(home, ['forget', SHOW, '--yes', '--profile', 'ann']);
    expect(left()).toEqual([]);
  });

  test('a show that has left the library, by its slug', async () => {
    const { home, left } = reader(['gone']);
    expect((await runHere(home, ['forget', 'gone', '--yes', '--json'])).stdout).toBe(
      '{\n  "version": 1,\n  "forgotten": "gone"\n}\n',
    );
    expect(left()).toEqual([]);
    expect(await runHere(home, ['forget', 'gone', '--yes'])).toMatchObject({ stdout: '', code: 2 });
  });

  test('a show that was never read, which writes nothing', async () => {
    const { home, folder } = reader([]);
    expect((await runHere(home, ['forget', SHOW, '--yes'])).code).toBe(0);
    expect(existsSync(folder)).toBe(false);
  });

  test.each([
    [['y'], 'Forgot what', []],
    [['n'], 'Nothing was forgotten.', [SHOW]],
    [[''], 'Nothing was forgotten.', [SHOW]],
    [[], 'Nothing was forgotten.', [SHOW]],
  ])('asked, and answered %j', async (typed, said, kept) => {
    const { home, left } = reader([SHOW]);
    const { stdout, stderr } = await runHere(home, ['forget', SHOW], {}, typed);
    expect(stderr).toContain('Forget what you have read of Tiny Pretty Things? [y/N]');
    expect(stdout).toContain(said);
    expect(left()).toEqual(kept);
  });

  test.each([[[]], [['--json']]])('without a terminal, %j is not enough', async (options) => {
    const { home, left } = reader([SHOW]);
    const { stdout, stderr, code } = await runHere(home, ['forget', SHOW, ...options]);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain('nothing was forgotten; add `--yes`');
    expect(left()).toEqual([SHOW]);
  });
});

test('the reader starts at the top of what was forgotten', async () => {
  const { home } = reader([]);
  const env = { HOME: home };
  const at = async () => {
    const run = inTerminal({ args: ['read', SHOW, 'who-pushed'], env, rows: 12 });
    await run.until('curtain');
    const screen = run.screen();
    await run.press(' ', ' ', 'q');
    await run.exit;
    return screen;
  };
  await runHere(home, ['watched', SHOW, 'S01E02']);
  const first = await at();
  expect(await at()).not.toBe(first);
  await runHere(home, ['forget', SHOW, '--yes']);
  expect(await at()).toBe(first);
});
