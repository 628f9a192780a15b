import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { runHere } from '../support/in-process.ts';
import { home } from '../support/program.ts';
import { inTerminal } from '../support/terminal.ts';
import { zip } from '../support/zip.ts';

const SHOW = 'tiny-pretty-things';

/** A home, and files of its user's. */
function withFiles(env?: Record<string, string>) {
  const { folder, runWith, write } = home(env);
  const run = (...args: string[]) => runHere(folder, args, env);
  const file = (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const through = async (): Promise<string | null> => {
    const { stdout } = await run('watched', SHOW, '--json');
    return JSON.parse(stdout).shows[0].watched.through;
  };
  return { folder, run, runWith, write, file, through };
}

const netflix = (...titles: string[]) =>
  `Title,Date\n${titles.map((title) => `"${title}","3/1/21"\n`).join('')}`;

const activity = (name: string, episode: string) =>
  `Profile Name,Start Time,Duration,Attributes,Title,Supplemental Video Type,Device Type,Bookmark,Latest Bookmark,Country
${name},2021-01-02 20:00:00,00:40:00,,Tiny Pretty Things: Season 1: ${episode},,TV,00:40:00,00:40:00,X
`;

const FRENCH = netflix(
  'Tiny Pretty Things: Saison 1: Double tour',
  'Tiny Pretty Things: Saison 1: Souplesse',
  'Tiny Pretty Things: Saison 1: Corps',
  'Tiny Pretty Things: Saison 1: PRIVATEROW',
  'PRIVATESHOW: Saison 1: Corps',
);

const trakt = (resetAt: string | null, ...episodes: [number, string][]) =>
  JSON.stringify([
    {
      plays: 1,
      last_watched_at: '2025-01-01T00:00:00.000Z',
      reset_at: resetAt,
      show: { title: 'Tiny Pretty Things', year: 2020, ids: {} },
      seasons: [
        {
          number: 1,
          episodes: episodes.map(([number, day]) => ({
            number,
            plays: 1,
            last_watched_at: `${day}T20:00:00.000Z`,
          })),
        },
      ],
    },
  ]);

describe('an import without a terminal', () => {
  test('shows what it would set, asks about a gap, and sets nothing', async () => {
    const { run, file, through } = withFiles();
    const { stdout, stderr, code } = await run('import', file('x.txt', FRENCH));
    expect(stdout).toBe(`  5 entries read (Netflix viewing history)
  3 of episodes in your library
  1 of shows in your library, but recap cannot tell the episode
  1 of films, or of 1 show that your library does not have

  Show                Now          Proposed  Why
  Tiny Pretty Things  not started  S01E02    S01E03 and S01E04 are missing

Have you watched S01E03 and S01E04 of Tiny Pretty Things? Then:
  recap watched tiny-pretty-things S01E05

To add the show that your library does not have: \`--add 1\`
`);
    expect(stderr).toBe('recap: nothing was set; `--yes` sets your progress in 1 show\n');
    expect(code).toBe(0);
    expect(await through()).toBe(null);
  });

  test('--yes sets it, and --undo takes it back', async () => {
    const { run, file, through } = withFiles();
    const path = file('x.csv', FRENCH);
    const { stdout, stderr, code } = await run('import', path, '--yes');
    expect(stdout).toContain('Set your progress in 1 show. To undo: recap watched SHOW --undo');
    expect([stderr, code, await through()]).toEqual(['', 0, 'S01E02']);
    expect((await run('import', path, '--yes')).stdout).toContain('No progress to set.');
    await run('watched', SHOW, '--undo');
    expect(await through()).toBe(null);
  });

  test('reading with somebody, nothing is imported', async () => {
    const { run, file, through } = withFiles();
    const answer = await run('import', file('n.csv', FRENCH), '--yes', '--with', 'sam');
    const before = await run('--with', 'sam', 'import', file('n.csv', FRENCH), '--yes');
    expect([answer.code, before.code, await through()]).not.toContain(0);
    expect(await through()).toBe(null);
  });

  test('several files are one union', async () => {
    const { run, file, through } = withFiles();
    const codes = file('codes', `${SHOW} 1x3\n${SHOW} 1x4\n`);
    const { stdout } = await run('import', file('a', FRENCH), codes, '-y');
    expect(stdout).toContain('(Netflix viewing history, list of episodes)');
    expect(await through()).toBe('S01E05');
  });

  test('never lowers a place', async () => {
    const { run, file, through } = withFiles();
    await run('watched', SHOW, 'S01E08');
    expect((await run('import', file('a', FRENCH), '--yes')).stdout).toMatch(/S01E08\s+-\s/);
    expect(await through()).toBe('S01E08');
  });

  test('a rewatch is offered, and not begun by --yes', async () => {
    const { run, file, through } = withFiles();
    await run('watched', SHOW, 'S01E08');
    const path = file('a', trakt('2025-02-01T00:00:00.000Z', [1, '2025-03-01'], [2, '2024-01-01']));
    const { stdout } = await run('import', path, '--yes');
    expect(stdout).toMatch(/S01E08\s+S01E01\?\s+begun again on 2025-02-01/);
    expect(stdout).toContain('recap watched tiny-pretty-things S01E01');
    expect(await through()).toBe('S01E08');
  });

  test('a list of codes needs a show, which --show tells', async () => {
    const { run, file, through } = withFiles();
    const path = file('a', 'S01E01\nS01E02\n');
    expect(await run('import', path)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'recap: these files name no show; name it with `--show SHOW`\n',
    });
    await run('import', path, '--show', 'pretty', '--yes');
    expect(await through()).toBe('S01E02');
  });

  test('--show leaves the other shows alone', async () => {
    const { run, file, through } = withFiles();
    const path = file('a', `${SHOW} 1x1\ngreat-expectations 1x1\n`);
    expect((await run('import', path, '--show', 'great', '--yes')).stdout).not.toContain('Tiny');
    expect(await through()).toBe(null);
  });

  test('plays of several people are never taken together', async () => {
    const { run, file, through } = withFiles();
    const ann = activity('PRIVATEANN', 'Corps');
    const path = file('a', `${ann}${activity('PRIVATEBEN', 'Range of Motion').split('\n')[1]}\n`);
    const refused = await run('import', path, '--yes');
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toMatch(/the plays of 2 profiles; choose one with `--viewer NAME`/);
    expect(refused.stderr).not.toContain('PRIVATE');
    expect((await run('import', path, '--viewer', 'Somebody')).code).toBe(2);
    await run('import', path, '--viewer', 'privateann', '--yes');
    expect(await through()).toBe('S01E01');
  });

  test('JSON, without and with --yes', async () => {
    const { run, file } = withFiles();
    const path = file('a', FRENCH);
    const report = async (...args: string[]) =>
      JSON.parse((await run('import', path, '--json', ...args)).stdout);
    const shown = {
      slug: SHOW,
      title: 'Tiny Pretty Things',
      watched: { through: null, count: 0, of: 10 },
      was: null,
      proposed: 'S01E02',
      kind: 'raise',
      why: 'S01E03 and S01E04 are missing',
      gap: { first: 'S01E03', last: 'S01E04', count: 2, reaching: 'S01E05' },
      begunAgain: null,
      unclear: 1,
      set: false,
    };
    expect(await report()).toEqual({
      version: 1,
      shapes: ['Netflix viewing history'],
      files: { read: 1, leftOut: [] },
      entries: { read: 5, episodes: 3, unclear: 1, elsewhere: 1, otherShows: 1, leftOut: 0 },
      shows: [shown],
      added: [],
    });
    expect((await report('--yes')).shows).toEqual([
      { ...shown, set: true, watched: { through: 'S01E02', count: 2, of: 10 } },
    ]);
  });
});

describe('files that are no histories', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    [
      'a text',
      'Dear diary, PRIVATE',
      /`.*x` is not a watch history that recap knows; recap reads Netflix, .* and a list of episode codes$/m,
    ],
    [
      'a table',
      'a,b\nPRIVATE,1\n',
      /`.*x` is a table that recap does not know; one with the columns `show`, `season` and `episode` works/,
    ],
    [
      'a broken archive',
      Buffer.from('PK\x03\x04PRIVATE', 'latin1'),
      /`.*x` is truncated or corrupt; download it again/,
    ],
    ['a broken JSON', '[{"plays": 1, "show": "PRIVATE', /`.*x` is truncated or corrupt/],
    [
      'a broken list',
      'S01E01\nPRIVATE\n',
      /`.*x` has no episode code in line 2; write it as `S01E04`/,
    ],
    [
      'a compressed one that was cut off',
      gzipSync(netflix('PRIVATE')).subarray(0, 30),
      /`.*x` is truncated or corrupt/,
    ],
    [
      'another kind of archive',
      Buffer.from('7z\xbc\xaf\x27\x1cPRIVATE', 'latin1'),
      /`.*x` is packed in a way/,
    ],
    [
      'the old format of Excel',
      Buffer.from('\xd0\xcf\x11\xe0PRIVATE', 'latin1'),
      /`.*x` is a spreadsheet; save it as CSV/,
    ],
    ['an empty one', '', /`.*x` is empty/],
    [
      'a diary of films',
      'Date,Name,Year,Letterboxd URI\n2020-12-07,PRIVATE,2020,u\n',
      /`.*x` comes from Letterboxd: it holds films, not watched episodes/,
    ],
  ])('%s', async (_, content, message) => {
    const { run, file } = withFiles();
    const { stdout, stderr, code } = await run('import', file('x', content));
    expect(stderr).toMatch(message);
    expect(stderr).not.toContain('PRIVATE');
    expect([stdout, code]).toEqual(['', 1]);
  });

  test('one among others is named and left out', async () => {
    const { run, file, through } = withFiles();
    const other = file('other', 'Dear diary');
    const { stdout, stderr, code } = await run('import', other, file('x', FRENCH), '--yes');
    expect(stderr).toMatch(/^recap: left out: `.*other` is not a watch history/);
    expect(stdout).toContain('  1 file left out\n');
    expect([code, await through()]).toEqual([0, 'S01E02']);
    const { files } = JSON.parse((await run('import', other, file('x', FRENCH), '--json')).stdout);
    expect(files).toEqual({ read: 1, leftOut: [{ file: other, why: 'unknown' }] });
  });

  test('one that breaks off counts for nothing', async () => {
    const { run, file, through } = withFiles();
    const broken = file('a', trakt(null, [1, '2024-01-01'], [2, '2024-01-01']).slice(0, -1));
    const { stderr, code } = await run('import', broken, file('b', `${SHOW} 1x1\n`), '--yes');
    expect(stderr).toMatch(/left out: `.*a` is truncated or corrupt/);
    expect([code, await through()]).toEqual([0, 'S01E01']);
  });

  test('a missing one is an error, and nothing is read', async () => {
    const { run, file, folder, through } = withFiles();
    const path = join(folder, 'nowhere');
    expect(await run('import', file('x', FRENCH), path, '--yes')).toMatchObject({
      stdout: '',
      stderr: `recap: file not found: \`${path}\`\n`,
      code: 1,
    });
    expect(await run('import')).toMatchObject({ code: 2 });
    expect(await through()).toBe(null);
  });

  test('one that cannot be opened is named, and the others are read', async () => {
    const { run, file, folder, through } = withFiles();
    const loop = join(folder, 'loop');
    symlinkSync(loop, loop);
    const { stderr } = await run('import', loop, file('x', FRENCH), '--yes');
    expect(stderr).toMatch(/left out: `.*loop` cannot be read: .*\(ELOOP\)/);
    expect(await through()).toBe('S01E02');
  });

  test('films only are no episodes, and no mistake', async () => {
    const { run, file } = withFiles();
    const films = '[{"plays":1,"movie":{"title":"A Film","year":2024}}]';
    const { stdout, stderr, code } = await run('import', file('x', films), '--yes');
    expect(stdout).toContain('  0 of episodes in your library\n  1 no watched episodes');
    expect([stderr, code]).toEqual(['', 0]);
  });
});

describe('where files are', () => {
  test('a folder means the files in it; pictures and other tables are passed over', async () => {
    const { run, folder, through } = withFiles();
    mkdirSync(join(folder, 'data', 'deep', '.hidden'), { recursive: true });
    writeFileSync(join(folder, 'data', 'picture.jpg'), 'x');
    writeFileSync(join(folder, 'data', 'ratings.csv'), 'a,b\n1,2\n');
    writeFileSync(join(folder, 'data', 'one.csv'), FRENCH);
    writeFileSync(join(folder, 'data', 'deep', 'two.txt'), `${SHOW} 1x3\n`);
    writeFileSync(join(folder, 'data', 'deep', '.hidden', 'three.txt'), `${SHOW} 1x4\n`);
    const { stdout, stderr } = await run('import', join(folder, 'data'), '--yes');
    expect(stdout).toContain('(list of episodes, Netflix viewing history)');
    expect(stdout).toContain('1 file left out');
    expect([stderr, await through()]).toEqual(['', 'S01E03']);
  });

  test('a folder without histories says so', async () => {
    const { run, folder } = withFiles();
    mkdirSync(join(folder, 'data'));
    const { stderr, code } = await run('import', join(folder, 'data'));
    expect(stderr).toMatch(/^recap: no watch history in `.*data`; recap reads Netflix/);
    expect(code).toBe(1);
  });

  test('a compressed file is read as it is', async () => {
    const { run, file, through } = withFiles();
    await run('import', file('x.gz', gzipSync(FRENCH)), '--yes');
    expect(await through()).toBe('S01E02');
  });

  test.each([
    ['a history', FRENCH],
    ['a compressed one', gzipSync(FRENCH)],
    ['an archive', zip({ 'a/NetflixViewingHistory.csv': FRENCH })],
  ])('standard input: %s', async (_, input) => {
    const { run, runWith, through } = withFiles();
    const { stderr, code } = runWith(input, 'import', '-', '--yes');
    expect([stderr, code, await through()]).toEqual(['', 0, 'S01E02']);
    expect(await run('import', '-')).toMatchObject({ code: 1, stderr: 'recap: `-` is empty\n' });
  });

  test('an archive: its histories are read, and other files of it passed over', async () => {
    const { run, file, through } = withFiles();
    const path = file(
      'x.zip',
      zip({
        'netflix/CONTENT_INTERACTION/ViewingActivity.csv': activity('Ann', 'Corps'),
        'netflix/PROFILES/Profiles.csv': 'Profile Name,Kids\nAnn,N\n',
        'netflix/Cover sheet.pdf': '%PDF',
        '__MACOSX/netflix/._ViewingActivity.csv': 'x',
        'trakt/watched-history-1.json': trakt(null, [2, '2024-01-01']),
      }),
    );
    const { stdout, stderr } = await run('import', path, '--yes');
    expect(stdout).toContain('(Netflix viewing activity, Trakt)');
    expect(stdout).toContain('1 file left out');
    expect([stderr, await through()]).toEqual(['', 'S01E02']);
  });

  test('an archive within an archive is to be unpacked; a spreadsheet is no archive', async () => {
    const { run, file } = withFiles();
    const nested = await run(
      'import',
      file('x.zip', zip({ 'inner.zip': zip({ 'a.csv': FRENCH }) })),
    );
    expect(nested.stderr).toMatch(
      /`.*x.zip: inner.zip` is packed in a way that recap does not read/,
    );
    const sheet = zip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' });
    expect((await run('import', file('x', sheet))).stderr).toMatch(
      /`.*x` is a spreadsheet; save it as CSV/,
    );
    expect([nested.code, (await run('import', file('y.zip', zip({})))).code]).toEqual([1, 1]);
  });
});

describe('progress that cannot be kept', () => {
  test('where nothing can be recorded, it says so and exits with 1', async () => {
    const { run, file } = withFiles({ RECAP_STATE: '/proc/recap-state' });
    const { stderr, code } = await run('import', file('x', FRENCH), '--yes');
    expect(stderr).toMatch(/could not be recorded in .*ENOENT/);
    expect(code).toBe(1);
  });

  test('where the record cannot be read, nothing is proposed', async () => {
    const { run, file } = withFiles({ RECAP_STATE: '/dev/null/state' });
    const { stdout, stderr, code } = await run('import', file('x', FRENCH), '--yes');
    expect(stderr).toMatch(/cannot read your progress from .*\(ENOTDIR\)/);
    expect(stderr).toMatch(/your progress is unknown, so nothing is proposed/);
    expect([stdout, code]).toEqual(['', 1]);
  });
});

describe('in a terminal', () => {
  const start = async (content: string, ...before: string[]) => {
    const { folder, run, file, through } = withFiles();
    if (before.length > 0) await run(...before);
    const args = ['import', file('x', content)];
    return { through, terminal: inTerminal({ args, env: { HOME: folder } }) };
  };

  test.each([
    ['y', 'S01E02'],
    ['n', null],
    ['', null],
    ['x', null],
  ])('the answer %j', async (answer, place) => {
    const { terminal, through } = await start(FRENCH);
    await terminal.until('Set your progress in 1 show? [y/N]');
    await terminal.press(...answer, 'Enter');
    expect(await terminal.exit).toBe(0);
    expect(await through()).toBe(place);
  });

  test('Ctrl-C ends it with 130', async () => {
    const { terminal, through } = await start(FRENCH);
    await terminal.until('Set your progress in 1 show? [y/N]');
    await terminal.press('Ctrl-C');
    expect(await terminal.exit).toBe(130);
    expect(await through()).toBe(null);
  });

  test('a rewatch is asked about', async () => {
    const history = trakt('2025-02-01T00:00:00.000Z', [1, '2025-03-01'], [2, '2024-01-01']);
    const { terminal, through } = await start(history, 'watched', SHOW, 'S01E08');
    await terminal.until('Go back to S01E01 in Tiny Pretty Things? [y/N]');
    await terminal.press('y', 'Enter');
    expect(await terminal.exit).toBe(0);
    expect(await through()).toBe('S01E01');
  });
});
