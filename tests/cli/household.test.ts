import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profileFolder, readProfileName } from '../../src/store/progress/profile.ts';
import { earliest } from '../../src/store/progress/show-progress.ts';
import { home } from '../support/program.ts';
import { code, show } from '../support/recaps.ts';
import { inTerminal } from '../support/terminal.ts';

const SHOW = 'tiny-pretty-things';
const through = (json: string) => JSON.parse(json).show.watched.through;

describe('the name of a profile', () => {
  const names: [text: string, name: string | undefined][] = [
    ['ann', 'ann'],
    ['Ann-2_b', 'ann-2_b'],
    ['default', 'default'],
    ['', undefined],
    ['..', undefined],
    ['a/b', undefined],
    ['a\\b', undefined],
    ['.ann', undefined],
    ['-ann', undefined],
    ['ann ', undefined],
    ['ann\n', undefined],
    ['änn', undefined],
    ['con', undefined],
    ['LPT1', undefined],
    ['a'.repeat(33), undefined],
  ];
  test.each(names)('%j is %j', (text, name) => {
    expect(readProfileName(text)).toBe(name);
  });

  test('whatever is written, its folder is within the state folder', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const name = readProfileName(text);
        fc.pre(name !== undefined);
        expect(profileFolder('/state', name ?? '')).toMatch(
          /^\/state(?:\/profiles\/[a-z0-9_-]+)?$/,
        );
      }),
    );
  });
});

describe('the place of several readers', () => {
  const cases: [places: (number | null)[], at: number | null][] = [
    [[3], 3],
    [[3, 5], 3],
    [[5, 3], 3],
    [[5, 3, 4], 3],
    [[3, null], null],
    [[null, 3], null],
    [[3, 11], null],
    [[11, 3], null],
  ];
  test.each(cases)('%j read at %j', (numbers, at) => {
    const place = (number: number | null) => (number === null ? null : code(number));
    expect(earliest(show.order, numbers.map(place))).toBe(place(at));
  });
});

describe('profiles', () => {
  test('keep places apart, each in a folder of its own', () => {
    const { run, folder } = home();
    run('watched', SHOW, 'S01E03');
    run('watched', SHOW, 'S01E05', '--profile', 'Ann');
    expect(run('watched', SHOW).stdout).toContain('S01E03');
    expect(run('watched', SHOW, '--profile', 'ann').stdout).toContain('S01E05');
    expect(run('watched', SHOW, '--profile', 'default').stdout).toContain('S01E03');
    expect(run('watched', SHOW, '--profile', 'bob').stdout).toContain('not started');
    const state = join(folder, '.local/state/recap');
    expect(readdirSync(join(state, 'profiles'))).toEqual(['ann']);
    expect(run('watched', SHOW, '--profile', 'ann', '--undo').code).toBe(0);
    expect(run('watched', SHOW).stdout).toContain('S01E03');
  });

  test('RECAP_PROFILE names one, --profile another; it may stand before the command', () => {
    const { run } = home({ RECAP_PROFILE: 'ann' });
    run('watched', SHOW, 'S01E05');
    expect(run('watched', SHOW, '--profile', 'default').stdout).toContain('not started');
    expect(run('--profile', 'ann', 'watched', SHOW).stdout).toContain('S01E05');
  });

  test.each(['../ann', 'a b', ''])('%j is refused, and nothing is written', (name) => {
    const { run, folder } = home();
    const { code: exitCode, stderr, stdout } = run('watched', SHOW, 'S01E03', '--profile', name);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/is not a valid profile name/);
    expect(existsSync(join(folder, '.local/state'))).toBe(false);
  });
});

describe('reading with others', () => {
  test('is at the earliest of the places, whoever is named first and where', () => {
    const { run } = home();
    run('watched', SHOW, 'S01E06');
    run('watched', SHOW, 'S01E04', '--profile', 'ann');
    run('watched', SHOW, 'S01E02', '--profile', 'bob');
    const at = (...args: string[]) => through(run('list', SHOW, '--json', ...args).stdout);
    expect(at('--with', 'ann')).toBe('S01E04');
    expect(at('--with', 'ann', '--with', 'bob')).toBe('S01E02');
    expect(at('--profile', 'bob', '--with', 'default')).toBe('S01E02');
    expect(at('--watched', 'S01E03', '--with', 'ann')).toBe('S01E03');
    expect(at('--watched', 'S01E09', '--with', 'ann')).toBe('S01E04');
    for (const [first, second] of [
      ['ann', 'bob'],
      ['bob', 'ann'],
    ] as const) {
      const both = run('--with', first, 'list', SHOW, '--json', '--with', second).stdout;
      expect(through(both)).toBe('S01E02');
    }
    const [shown] = JSON.parse(run('list', '--json', '--with', 'bob').stdout).shows.slice(-1);
    expect(shown.watched.through).toBe('S01E02');
    expect(run('story', SHOW, '--with', 'bob').stdout).not.toMatch(/^S01E03/m);
  });

  test('somebody of whom nothing is known keeps everything hidden, and it is said', () => {
    const { run, folder } = home();
    run('watched', SHOW, 'S01E06');
    const { stdout, stderr } = run('list', SHOW, '--json', '--with', 'bbo');
    expect(through(stdout)).toBe(null);
    expect(stderr).toBe('recap: no progress is recorded for `bbo`, so everything stays hidden\n');
    expect(existsSync(join(folder, '.local/state/recap/profiles'))).toBe(false);
  });

  test('records nothing', () => {
    const { run } = home();
    run('watched', SHOW, 'S01E06');
    const { code: exitCode, stderr } = run('--with', 'default', 'watched', SHOW, 'S01E08');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: 'recap: nothing is recorded with `--with`; leave it out\n',
    });
    expect(run('watched', SHOW).stdout).toContain('S01E06');
  });

  test('on the screen all are asked, and an answer counts for this run only', async () => {
    const { run, folder } = home();
    run('watched', SHOW, 'S01E06');
    run('watched', SHOW, 'S01E04', '--profile', 'ann');
    const state = join(folder, '.local/state/recap');
    const written = () =>
      readdirSync(state, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]);
    const before = written();
    const screen = inTerminal({
      args: ['read', SHOW, 'who-pushed', '--with', 'ann'],
      env: { PATH: process.env.PATH ?? '', HOME: folder, LANG: 'C.UTF-8' },
    });
    await screen.until('through S01E04 with ann');
    await screen.press('Tab', 'Enter');
    await screen.until(/Have you all watched Tiny Pretty Things up to and including S01E/);
    await screen.answer('y');
    await screen.until('For this session only; nothing is recorded');
    await screen.press('U');
    await screen.until('Nothing is recorded in this session');
    await screen.press('q');
    expect(await screen.exit).toBe(0);
    expect(written()).toEqual(before);
  });
});
