import { describe, expect, test } from 'vitest';
import { home } from '../support/program.ts';

const SHOW = 'tiny-pretty-things';

describe('reading without a terminal', () => {
  test('without a show: the library, and how to go on', () => {
    const { stdout, stderr, code } = home().run();
    expect(stdout).toContain('Tiny Pretty Things');
    expect(stderr).toMatch(/recap list SHOW/);
    expect(code).toBe(0);
  });

  test('an article keeps what is gated, and shows it once the place allows', () => {
    const { run } = home();
    const closed = run('read', SHOW, 'who-pushed');
    expect(closed.code).toBe(0);
    expect(closed.stdout).toContain('Who pushed Cassie Shore?');
    expect(closed.stdout).not.toMatch(/Delia|Nabil|coma/);
    const open = run('read', SHOW, 'who-pushed', '--watched', 'S01E10');
    expect(open.stdout).toMatch(/Delia/);
    expect(open.stdout).not.toContain('opens after');
  });

  test('what has been watched is kept, and opens that recap but no later gate', () => {
    const { run } = home();
    expect(run('watched', SHOW, 'S01E05').stdout).toBe(
      'Tiny Pretty Things: 5 of 10 watched (through S01E05)\n',
    );
    const recap = run('read', SHOW, 's01e05').stdout;
    expect(recap).toContain('S01E05 Split Sole');
    expect(recap).toMatch(/\[▒ .* · S01E07\]/);
    expect(run('read', SHOW, '1x6').stdout).toContain('▒▒ The recap · opens after S01E06 ▒▒');
  });

  test('a part of a name will do, without case and accents', () => {
    const { run } = home();
    expect(run('read', 'pretty', 'PUSHED').stdout).toContain('Who pushed Cassie Shore?');
  });

  test('a number is an episode of the season of the next one; `next` and `last` go by the place', () => {
    const { run } = home();
    const title = (...args: string[]) => run('read', 'great-expectations', ...args).stdout;
    expect(title('2')).toContain('S01E02');
    expect(title('ep3')).toContain('S01E03');
    expect(title('Season 1 Episode 5')).toContain('S01E05');
    expect(title('next')).toContain('S01E01');
    expect(run('watched', 'great', 'next').stdout).toContain('through S01E01');
    expect(run('watched', 'great', '4').stdout).toContain('through S01E04');
    expect(title('last')).toMatch(/S01E04/);
    expect(title('next')).toMatch(/S01E05/);
    expect(run('story', 'great', '--from', '3', '--json').stdout).toContain('"episode": "S01E03"');
    expect(run('list', 'great', '--json', '--watched', 'e2').stdout).toContain(
      '"through": "S01E02"',
    );
  });

  test('--width sets the columns', () => {
    const lines = home().run('read', SHOW, 'who', '--width', '40').stdout.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBe(40);
  });
});

describe('how far one is', () => {
  test('forward, back, --none, and --undo of each', () => {
    const { run } = home();
    const through = (...args: string[]) => {
      const { shows } = JSON.parse(run('watched', SHOW, ...args, '--json').stdout);
      return shows[0].watched.through;
    };
    expect(through()).toBe(null);
    expect(through('S01E04')).toBe('S01E04');
    expect(through('s1e6')).toBe('S01E06');
    expect(through('1x02')).toBe('S01E02');
    expect(through('--none')).toBe(null);
    expect(through('--undo')).toBe('S01E02');
    expect(through('--undo')).toBe('S01E06');
    expect(through('--undo')).toBe('S01E04');
    expect(through('--undo')).toBe(null);
    expect(run('watched', SHOW, '--undo')).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/nothing to undo for Tiny Pretty Things on this device/),
    });
  });

  test('--watched records nothing', () => {
    const { run } = home();
    run('read', SHOW, 'who', '--watched', 'S01E10');
    expect(run('watched', SHOW).stdout).toBe('Tiny Pretty Things: not started\n');
  });
});

describe('JSON', () => {
  test('the shows', () => {
    const { shows, version } = JSON.parse(home().run('list', '--json').stdout);
    expect(version).toBe(1);
    expect(shows.find(({ slug }: { slug: string }) => slug === SHOW)).toEqual({
      slug: SHOW,
      title: 'Tiny Pretty Things',
      year: 2020,
      network: 'Netflix',
      status: 'ended',
      coming: null,
      watched: { through: null, count: 0, of: 10 },
    });
  });

  test('a show: titles stay hidden until the episode before is watched', () => {
    const { run } = home();
    const titles = (...args: string[]) => {
      const { recaps } = JSON.parse(run('list', SHOW, '--json', ...args).stdout);
      return recaps.slice(0, 3).map(({ title, state }: Record<string, string>) => [title, state]);
    };
    expect(titles()).toEqual([
      ['Corps', 'next'],
      [null, 'later'],
      [null, 'later'],
    ]);
    expect(titles('--watched', 'S01E01')).toEqual([
      ['Corps', 'watched'],
      ['Range of Motion', 'next'],
      [null, 'later'],
    ]);
    expect(titles('--titles')[2]).toEqual(['Class Act', 'later']);
  });

  test('a recap: curtains in words', () => {
    const { recap } = JSON.parse(home().run('read', SHOW, 'who', '--json').stdout);
    expect(recap.markdown).toContain('[our verdict: hidden until S01E10]');
    expect(recap.markdown).not.toMatch(/[\ufdd0-\ufdef]|Delia/);
    expect(recap.curtains).toContainEqual({ label: 'our verdict', opensAfter: 'S01E10' });
  });
});

/** What is wrong, the exit code, and what the one sentence on stderr says. */
const mistakes: [args: string[], code: number, message: RegExp][] = [
  [['read', 'tinny'], 2, /^recap: no show named `tinny`; did you mean `tiny-pretty-things`\?\n$/],
  [
    ['read', SHOW, 'who-pulled'],
    2,
    /no recap named `who-pulled`; did you mean `who-pushed-cassie-shore`\?/,
  ],
  [['read', SHOW, '2x1'], 2, /has no episode S02E01; its episodes go from S01E01 to S01E10/],
  [['watched', SHOW, 'four'], 2, /`four` is not an episode; write it as `S01E04`/],
  [['watched', SHOW, 'S01E04', '--none'], 2, /cannot be used together/],
  [['watched', '--undo'], 2, /needs a show/],
  [['list', '--watched', 'S01E01'], 2, /needs a show/],
  [['read', SHOW, 'who', '--watched', 'soon'], 2, /`soon` is not an episode/],
  [['lst'], 2, /unknown command `lst`; did you mean `list`\?/],
  [['list', '--jsn'], 2, /unknown option '--jsn'/],
  [['list', '--width', '3'], 2, /from 20 to 9999/],
];

describe('mistakes get one clear sentence and the exit code', () => {
  test.each(mistakes)('%j', (args, code, message) => {
    const result = home().run(...args);
    expect(result.stderr).toMatch(message);
    expect(result.stdout).toBe('');
    expect(result.code).toBe(code);
  });

  test('a broken file is named with what is wrong, and the others are there', () => {
    const { write, run } = home();
    write('a-show/s01e01.md', '---\nepisode: one\n---\nDelia pushed her.\n');
    write('a-show/s01e02.md', '---\nepisode: S01E02\n---\nText.\n');
    const { stdout, stderr, code } = run('list', 'a-show');
    expect(stdout).toContain('S01E02');
    expect(stderr).toMatch(/a-show\/s01e01\.md: `episode` is not an episode code/);
    expect(stderr).not.toContain('Delia');
    expect(code).toBe(0);
  });

  test.each([
    ['list', 'a-show'],
    ['read', 'a-show'],
    ['read', 'a-show', 'S01E01'],
    ['read', 'a-show', 'S01E01', '--watched', 'S01E01'],
    ['story', 'a-show'],
    ['previously', 'a-show'],
    ['watched', 'a-show'],
    ['watched', 'a-show', 'S01E01'],
  ])('an invalid `show.md` is named as the cause: recap %s %s %s', (...args) => {
    const { write, run } = home();
    write(
      'a-show/show.md',
      '---\ntitle: A\nyear: about 2023\nepisodes: [{ code: S01E01 }]\n---\nIntro.\n',
    );
    write('a-show/s01e01.md', '---\nepisode: S01E01\n---\nDelia pushed her.\n');
    const { stdout, stderr, code } = run(...args);
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
    expect(stderr).toMatch(
      /^recap: cannot open a-show: .*a-show\/show\.md: `year` is not a year; write it as `2020`\n$/,
    );
  });

  test('a file that is not UTF-8 cannot be read', () => {
    const { write, run } = home();
    write('a-show/s01e01.md', Buffer.from('---\nepisode: S01E01\n---\nDelia \xff', 'latin1'));
    const { stdout, stderr, code } = run('read', 'a-show', '1x1');
    expect(stderr).toMatch(/s01e01\.md: the file is not UTF-8; save it as UTF-8/);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });

  test('a recap that is not understood hides more, and says so without quoting', () => {
    const { write, run } = home();
    write(
      'a-show/article.md',
      '---\ntitle: T\n---\nPublic.\n\n:::spoiler{after=finale}\nDelia\n:::\n',
    );
    const { stdout, stderr, code } = run('read', 'a-show', 'article', '--watched', 'S09E09');
    expect(stdout).toContain('Public.');
    expect(stdout + stderr).not.toMatch(/Delia|finale/);
    expect(stderr).toMatch(/more is hidden than its author meant/);
    expect(code).toBe(0);
  });

  test('where nothing can be recorded, it says so and exits with 1', () => {
    const { run } = home({ RECAP_STATE: '/dev/null/state' });
    const { stderr, code } = run('watched', SHOW, 'S01E04');
    expect(stderr).toMatch(/could not be recorded.*\(ENOTDIR\); nothing was changed/);
    expect(code).toBe(1);
  });
});
