import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SETTINGS } from '../../src/store/config/settings.ts';
import { runHere } from '../support/in-process.ts';
import { inTerminal } from '../support/terminal.ts';

const SHOW = 'tiny-pretty-things';

interface User {
  readonly folder: string;
  readonly file: string;
  run(...args: string[]): ReturnType<typeof runHere>;
  config(): string;
}

/** A user with a `config.yaml`, if there is a text for it. */
function user(text?: string, env: Record<string, string> = {}): User {
  const folder = mkdtempSync(join(tmpdir(), 'recap-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, '.config', 'recap', 'config.yaml');
  if (text !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return {
    folder,
    file,
    run: (...args) => runHere(folder, args, env),
    config: () => readFileSync(file, 'utf8'),
  };
}

/** What `recap config --json` says about a setting. */
async function setting({ run }: User, name: string) {
  const { settings } = JSON.parse((await run('config', '--json')).stdout);
  return settings.find((entry: { name: string }) => entry.name === name);
}

/** The longest line of a recap. */
async function widest({ run }: User, ...args: string[]): Promise<number> {
  const { stdout } = await run('read', SHOW, 'who-pushed', ...args);
  return Math.max(...stdout.split('\n').map(({ length }) => length));
}

describe('a width', () => {
  const cases: [file: string, env: Record<string, string>, args: string[], width: number][] = [
    ['', {}, [], 80],
    ['width: 50', {}, [], 50],
    ['width: "50"', {}, [], 50],
    ['width: 50', { COLUMNS: '44' }, [], 50],
    ['width: 50', { RECAP_WIDTH: '60' }, [], 60],
    ['width: 50', { RECAP_WIDTH: '' }, [], 50],
    ['width: 50', { RECAP_WIDTH: '60' }, ['--width', '70'], 70],
    ['width:', {}, [], 80],
  ];
  test.each(cases)('file %j, environment %j, options %j: %i', async (file, env, args, width) => {
    expect(await widest(user(file, env), ...args)).toBe(width);
  });
});

describe('titles', () => {
  const cases: [file: string, env: Record<string, string>, args: string[], shown: boolean][] = [
    ['', {}, [], false],
    ['titles: true', {}, [], true],
    ['titles: true', { RECAP_TITLES: '0' }, [], false],
    ['titles: true', {}, ['--no-titles'], false],
    ['titles: false', { RECAP_TITLES: 'no' }, ['--titles'], true],
  ];
  test.each(cases)('file %j, environment %j, options %j: %s', async (file, env, args, isShown) => {
    const { run } = user(file, env);
    const { stdout } = await run('list', SHOW, ...args);
    expect(stdout.includes('Catch & Release')).toBe(isShown);
    const completed = await run('complete', '--', 'read', ...args, SHOW, '');
    expect(completed.stdout.includes('Catch & Release')).toBe(isShown);
  });
});

describe('a profile', () => {
  const cases: [file: string, env: Record<string, string>, args: string[], place: string][] = [
    ['', {}, [], 'S01E06'],
    ['profile: Ann', {}, [], 'S01E02'],
    ['profile: ann', { RECAP_PROFILE: 'default' }, [], 'S01E06'],
    ['profile: ann', { RECAP_PROFILE: 'default' }, ['--profile', 'ann'], 'S01E02'],
  ];
  test.each(cases)('file %j, environment %j, options %j: at %s', async (file, env, args, place) => {
    const at = user(file, env);
    await at.run('watched', SHOW, 'S01E06', '--profile', 'default');
    await at.run('watched', SHOW, 'S01E02', '--profile', 'ann');
    expect((await at.run('watched', SHOW, ...args)).stdout).toContain(place);
    const next = place === 'S01E06' ? 'Catch & Release' : 'Class Act';
    const { stdout } = await at.run('complete', '--', 'read', ...args, SHOW, '');
    expect(stdout.includes('Catch & Release')).toBe(next === 'Catch & Release');
  });
});

describe('folders', () => {
  function withShow(at: User, folder: string, title: string): string {
    const path = join(at.folder, folder);
    mkdirSync(join(path, 'a-show'), { recursive: true });
    writeFileSync(join(path, 'a-show', 'show.md'), `---\ntitle: ${title}\n---\nHello.\n`);
    return path;
  }
  const titleIn = async ({ run }: User, ...args: string[]) => {
    const { shows } = JSON.parse((await run('list', '--json', ...args)).stdout);
    return shows.find(({ slug }: { slug: string }) => slug === 'a-show')?.title;
  };

  test.each(['~/one', '../../one', '[~/one]', '[~/one, ~/two]'])('%s', async (folders) => {
    const at = user(`folders: ${folders}`);
    withShow(at, 'one', 'One');
    withShow(at, 'two', 'Two One');
    expect(await titleIn(at)).toBe('One');
  });

  test('those of the command line come first, then those of the environment', async () => {
    const env: Record<string, string> = {};
    const at = user('folders: [~/file]', env);
    withShow(at, 'file', 'A Show of the File');
    expect(await titleIn(at)).toBe('A Show of the File');
    env.RECAP_LIBRARY = withShow(at, 'environment', 'A Show');
    expect(await titleIn(at)).toBe('A Show');
    const named = withShow(at, 'named', 'Show');
    expect(await titleIn(at, '--library', named)).toBe('Show');
  });
});

describe('a file that is wrong', () => {
  const cases: [text: string, message: string][] = [
    ['# mine\n\nwidht: 40\n', ':3: unknown setting `widht`; use `theme`, `width`, `titles`,'],
    ['width: wide\n', ':1: invalid value for `width`; use a number of columns from 20 to 9999'],
    ['theme: dark\nwidth: 7\n', ':2: invalid value for `width`;'],
    ['theme: blue\n', ':1: invalid value for `theme`; use auto, dark, light or plain'],
    ['width: [40, 50]\n', ':1: invalid value for `width`;'],
    ['width:\n  columns: 40\n', ':1: invalid value for `width`;'],
    ['profile: ../ann\n', ':1: invalid value for `profile`;'],
    ['width: 40\ntheme: dark\nwidth: 50\n', ':3: `width` is set twice'],
    ['theme: [dark\n', ':2: invalid YAML; write one setting per line, such as `width: 100`'],
    ['just words\n', ':1: write one setting per line, such as `width: 100`'],
    ['- width\n', ':1: write one setting per line'],
    ['a: &x 40\nwidth: *x\n', ':2: invalid YAML;'],
    ['__proto__: 1\n', ':1: unknown setting `__proto__`'],
  ];
  test.each(cases)('%j', async (text, message) => {
    const { run, config } = user(text);
    for (const args of [['list'], ['watched', SHOW, 'S01E01'], ['config'], []]) {
      const { stdout, stderr, code } = await run(...args);
      expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
      expect(stderr).toContain(`config.yaml${message}`);
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
    expect(config()).toBe(text);
    for (const args of [['--version'], ['--help'], ['list', '--help'], ['config', 'path']]) {
      expect(await run(...args)).toMatchObject({ stderr: '', code: 0 });
    }
    // a shell that completes says nothing
    expect(await run('complete', '--', 'read', '')).toMatchObject({ stdout: '', stderr: '' });
  });

  test.each([
    ['a folder', (file: string) => mkdirSync(file)],
    ['no text', (file: string) => writeFileSync(file, new Uint8Array([0xff, 0xfe]))],
    ['large', (file: string) => writeFileSync(file, '#'.repeat(65_537))],
  ])('%s cannot be read', async (_, make) => {
    const { run, file } = user('');
    rmSync(file);
    make(file);
    const { stdout, stderr, code } = await run('list');
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toMatch(/^recap: cannot read \S+config\.yaml: it is [^\n]+\n$/);
  });

  test.each(['', '\n', '# mine\n', '---\n', '{}', '# a\n\n  # b'])('%j is none', async (text) => {
    expect(await user(text).run('list')).toMatchObject({ stderr: '', code: 0 });
  });

  test('a variable is wrong', async () => {
    const { stderr, code } = await user('', { RECAP_WIDTH: 'x' }).run('list');
    expect(code).toBe(2);
    expect(stderr).toContain('invalid value for RECAP_WIDTH; use a number of columns');
  });
});

describe('recap config', () => {
  test('shows every setting with its value and where that is set', async () => {
    const at = user('width: 50\nfolders: [/a, /b]', { RECAP_PROFILE: 'ann', RECAP_LIBRARY: '/c' });
    const { stdout } = await at.run('config');
    const rows = stdout
      .trim()
      .split('\n')
      .map((row) => row.split(/ {2,}/));
    expect(rows).toEqual([
      ['theme', 'auto', 'default'],
      ['width', '50', at.file],
      ['titles', 'false', 'default'],
      ['folders', '/c', 'RECAP_LIBRARY'],
      ['folders', '/a', at.file],
      ['folders', '/b', at.file],
      ['profile', 'ann', 'RECAP_PROFILE'],
      ['sync', 'never', 'default'],
    ]);
    const { settings, file } = JSON.parse((await at.run('config', '--json')).stdout);
    expect(file).toBe(at.file);
    expect(settings.map(({ name }: { name: string }) => name)).toEqual(
      SETTINGS.map(({ name }) => name),
    );
    expect(await setting(at, 'width')).toEqual({
      name: 'width',
      value: 50,
      variable: 'RECAP_WIDTH',
      set: [{ source: 'file', value: 50 }],
    });
    expect((await setting(at, 'folders')).value).toEqual(['/c', '/a', '/b']);
  });

  test.each([
    ['theme', ['Light'], 'light'],
    ['width', ['100'], 100],
    ['titles', ['on'], true],
    ['profile', ['Ann'], 'ann'],
    ['profile', ['123'], '123'],
    ['folders', ['/a', '/b'], ['/a', '/b']],
    ['folders', ['here'], [join(process.cwd(), 'here')]],
  ])('set %s %j, unset', async (name, values, expected) => {
    const at = user();
    expect((await at.run('config', 'set', name, ...values)).code).toBe(0);
    expect((await setting(at, name)).value).toEqual(expected);
    expect(at.config()).toMatch(/^# yaml-language-server: \$schema=file:.*config\.schema\.json\n/);
    expect((await at.run('config', 'unset', name)).stdout).toContain(`Removed ${name}`);
    expect((await setting(at, name)).set).toEqual([]);
    expect((await at.run('config', 'unset', name)).stdout).toContain(`${name} is not set`);
  });

  test('set keeps comments, order and all other values', async () => {
    const at = user(
      '# mine\n\nwidth: 90 # wide\n\n# at night\ntheme: "dark"\nfolders:\n  - ~/a # one\n',
    );
    await at.run('config', 'set', 'width', '120');
    await at.run('config', 'set', 'titles', 'true');
    expect(at.config()).toBe(
      '# mine\n\nwidth: 120 # wide\n\n# at night\ntheme: "dark"\nfolders:\n  - ~/a # one\ntitles: true\n',
    );
  });

  test.each(['# only', '# only\n', ''])('set adds to %j', async (text) => {
    const at = user(text);
    await at.run('config', 'set', 'width', '120');
    expect(at.config()).toBe(`${text.trim()}${text ? '\n' : ''}width: 120\n`);
  });

  test('set writes through a link, and replaces an invalid value', async () => {
    const at = user('');
    rmSync(at.file);
    const target = join(at.folder, 'dotfiles.yaml');
    writeFileSync(target, 'theme: blue\n');
    symlinkSync(target, at.file);
    expect((await at.run('config', 'set', 'theme', 'light')).code).toBe(0);
    expect(readFileSync(target, 'utf8')).toBe('theme: light\n');
  });

  test.each([
    [['set'], 'name a setting'],
    [['set', 'width'], 'say what to set, as in `recap config set width 100`'],
    [['set', 'width', '7'], 'invalid value for `width`; use a number of columns from 20 to 9999'],
    [['set', 'width', '70', '80'], '`width` has one value'],
    [['set', 'height', '7'], 'Allowed choices are theme, width'],
    [['unset'], 'name a setting'],
    [['path', '--json'], 'cannot be used together'],
    [['show'], 'Allowed choices are set, unset, path'],
  ])('%j is refused, and nothing is written', async (args, message) => {
    const at = user('width: 50\n');
    const { stdout, stderr, code } = await at.run('config', ...args);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain(message);
    expect(at.config()).toBe('width: 50\n');
  });

  test('set leaves a file alone that is not YAML', async () => {
    const at = user('theme: [dark\n');
    const { stderr, code } = await at.run('config', 'set', 'theme', 'light');
    expect(code).toBe(2);
    expect(stderr).toMatch(/config\.yaml:\d+: invalid YAML, so nothing was changed; fix it first/);
    expect(at.config()).toBe('theme: [dark\n');
  });

  test('set says where a variable takes precedence', async () => {
    const at = user('', { RECAP_WIDTH: '60' });
    const { stderr } = await at.run('config', 'set', 'width', '50');
    expect(stderr).toContain('RECAP_WIDTH is set, and takes precedence');
    expect((await setting(at, 'width')).value).toBe(60);
  });

  test.each([
    [
      ['set', 'theme', ''],
      ['auto', 'dark', 'light', 'plain'],
    ],
    [['set', 'wi'], ['width']],
    [['set', 'profile', ''], ['default']],
    [['set', 'folders', '/a', ''], [':folders']],
    [['set', 'theme', 'dark', ''], []],
  ])('completes %j', async (words, expected) => {
    const { stdout } = await user().run('complete', '--', 'config', ...words);
    expect(stdout.split('\n').flatMap((line) => line.split('\t')[0] || [])).toEqual(expected);
  });
});

describe('in the reader, in a terminal', () => {
  const open = async (text: string, args: string[] = [], env: Record<string, string> = {}) => {
    const at = user(text);
    const run = inTerminal({
      args: ['read', SHOW, 'who-pushed', '--watched', 'S01E02', ...args],
      env: { HOME: at.folder, ...env },
      columns: 120,
    });
    await run.until(/Tab|Enter/);
    await run.press('j');
    return run;
  };
  const textWidth = (rows: readonly string[]) => {
    const text = rows.slice(2, -2).map((row) => row.trim());
    return Math.max(...text.map(({ length }) => length));
  };

  test('text is as wide as the settings say, and as an option says first', async () => {
    const narrow = await open('width: 40');
    expect(textWidth(narrow.rows())).toBe(40);
    const wide = await open('width: 40', ['--width', '100']);
    expect(textWidth(wide.rows())).toBeGreaterThan(90);
  });

  test.each([
    ['theme: light', {}, '\x1b[38;5;24m'],
    ['theme: dark', {}, '\x1b[38;5;117m'],
    ['theme: light', { COLORFGBG: '15;0' }, '\x1b[38;5;24m'],
    ['', { COLORFGBG: '15;0' }, '\x1b[38;5;117m'],
    ['theme: light', { RECAP_THEME: 'dark' }, '\x1b[38;5;117m'],
  ])('%j with %j: headings are %j', async (text, env, color) => {
    const run = await open(text, [], env);
    expect(run.raw()).toContain(color);
  });

  test('plain has no colors', async () => {
    const run = await open('theme: plain');
    expect(run.raw()).not.toMatch(/\x1b\[[\d;]*38;/);
    expect(run.raw()).toContain('\x1b[7m');
  });

  test('colored text in a pipe has the theme too', async () => {
    const { stdout } = await user('theme: light', { TERM: 'xterm-256color' }).run(
      'read',
      SHOW,
      'who-pushed',
      '--color',
      'always',
    );
    expect(stdout).toContain('\x1b[38;5;24m');
  });
});
