import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { INVENTED_SHOWS } from '../support/demo-sources/invented-shows.ts';
import { demoSources } from '../support/demo-sources/server.ts';
import { runHere } from '../support/in-process.ts';

async function home() {
  const folder = mkdtempSync(join(tmpdir(), 'recap-add-'));
  const services = await demoSources(INVENTED_SHOWS);
  onTestFinished(() => {
    services.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const added = join(folder, '.local', 'share', 'recap', 'added');
  return {
    services,
    run: (...args: string[]) => runHere(folder, args, services.env),
    type: (args: string[], ...lines: string[]) => runHere(folder, args, services.env, lines),
    added: () => {
      try {
        return readdirSync(added).sort();
      } catch {
        return [];
      }
    },
  };
}

describe('without a terminal', () => {
  test('the one show of that title is added, told and listed', async () => {
    const { run } = await home();
    expect(await run('add', 'Night', 'ferry')).toEqual({
      stdout:
        'Added Night Ferry (2025): 3 episodes, 2 with a recap.\n\nRead it with `recap read night-ferry`.\n',
      stderr: '',
      code: 0,
    });
    expect((await run('list')).stdout).toContain('Night Ferry');
    const { stdout } = await run('read', 'night-ferry', 'S01E01', '--watched', 'S01E01');
    expect(stdout).toContain('one passenger too many');
    expect(stdout).toContain('by TVmaze');
  });

  test('several of the same title are listed with their identifiers', async () => {
    const { run, added } = await home();
    const { stderr, code } = await run('add', 'the salt line', '--yes');
    expect(stderr).toBe(
      'recap: no single show is named exactly `the salt line`; choose with `--id`: tvmaze:901 (The Salt Line 2021–2022 · Channel Five · United Kingdom); tvmaze:902 (The Salt Line 1988 · TV Norge · Norway)\n',
    );
    expect(code).toBe(1);
    expect(added()).toEqual([]);
  });

  test('a part of a title is not enough', async () => {
    const { run, added } = await home();
    expect((await run('add', 'ferry', '--yes')).stderr).toContain('tvmaze:903 (Night Ferry');
    expect(added()).toEqual([]);
  });

  test('one of several by its identifier; the second of that title gets its year', async () => {
    const { run, added } = await home();
    expect((await run('add', '--id', 'tvmaze:901')).code).toBe(0);
    expect((await run('add', '--id', 'tvmaze:902')).code).toBe(0);
    expect(added()).toEqual(['the-salt-line', 'the-salt-line-1988']);
  });

  test.each([
    ['its page on TVmaze', ['https://www.tvmaze.com/shows/903/night-ferry']],
    ['that page without https', ['tvmaze.com/shows/903']],
    ['its identifier without an option', ['tvmaze:903']],
    ['its page as the identifier', ['--id', 'https://www.tvmaze.com/shows/903']],
  ])('by %s', async (_, args) => {
    const { run, added, services } = await home();
    expect((await run('add', ...args)).stdout).toContain('Added Night Ferry (2025)');
    expect(added()).toEqual(['night-ferry']);
    expect(services.requests.join()).not.toContain('/search/shows');
  });

  test.each([
    ['with another one', ['https://www.tvmaze.com/shows/903', 'tvmaze:901'], 'one at a time'],
    ['with a page', ['https://www.tvmaze.com/shows/903', 'https://a.example/'], 'one at a time'],
    ['with --id', ['tvmaze:903', '--id', 'tvmaze:901'], 'name a show, or give its identifier'],
    ['with --follow', ['https://www.tvmaze.com/shows/903', '--follow'], 'the address of a show'],
    ['with --episode', ['tvmaze:903', '--episode', '1'], 'go with the address of a page'],
  ])('not by its page %s', async (_, args, message) => {
    const { run, added } = await home();
    const { stderr, code } = await run('add', ...args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
    expect(added()).toEqual([]);
  });

  test('a show that is there is not fetched again, except by force', async () => {
    const { run, services } = await home();
    await run('add', '--id', 'tvmaze:903');
    const before = services.requests.length;
    expect((await run('add', '--id', 'tvmaze:903')).stdout).toContain('is in your library already');
    expect(services.requests.length).toBe(before);
    expect((await run('add', '--id', 'tvmaze:903', '--force')).stdout).toContain('is up to date');
    expect(services.requests.length).toBeGreaterThan(before);
  });

  test('a show that ships with recap, all episodes told, is not fetched, except by force', async () => {
    const { run, services, added } = await home();
    const [show] = INVENTED_SHOWS;
    if (!show) throw new Error('no show');
    const shipped = { ...show, id: 77, name: 'Tiny Pretty Things', premiered: '2020-12-14' };
    services.shows = [
      shipped,
      { ...shipped, id: 78, name: 'Sherlock Holmes', premiered: '1984-04-24' },
    ];
    expect((await run('add', 'tiny pretty things')).stdout).toContain(
      'is in your library already: 10 episodes, all',
    );
    expect(added()).toEqual([]);
    expect((await run('add', 'tiny pretty things', '--force')).stdout).toContain('Added');
    expect((await run('add', 'sherlock holmes')).stdout).toContain('Added Sherlock Holmes (1984)');
    expect(added()).toEqual(['sherlock-holmes-1984', 'tiny-pretty-things']);
    expect((await run('list')).stderr).toBe('');
  });

  test('as JSON', async () => {
    const { run } = await home();
    expect(JSON.parse((await run('add', '--id', 'tvmaze:901', '--json')).stdout)).toEqual({
      version: 1,
      show: {
        slug: 'the-salt-line',
        title: 'The Salt Line',
        year: 2021,
        outcome: 'added',
        episodes: 9,
        newEpisodes: 9,
        told: 9,
      },
      leftOut: { unclear: 0, invalid: 0, insignificant: 1 },
      failed: [],
    });
  });

  test('only the sources that are asked for', async () => {
    const { run, services } = await home();
    await run('add', '--id', 'tvmaze:901', '--source', 'tvmaze');
    expect(services.requests.filter((path) => !path.startsWith('/tvmaze/'))).toEqual([]);
    const { stdout } = await run('read', 'the-salt-line', 'S01E01', '--watched', 'S01E01');
    expect(stdout).toContain('by TVmaze');
    expect((await run('add', 'x', '--source', 'wikipedia')).stderr).toContain('`tvmaze`');
    expect((await run('add', 'x', '--source', 'tvrage')).code).toBe(2);
  });

  test('a source that fails leaves what the others gave, and says so', async () => {
    const { run, services } = await home();
    services.fault = (path, response) => {
      if (!path.startsWith('/wikipedia/')) return false;
      response.writeHead(403).end('Anna dies');
      return true;
    };
    const { stdout, stderr, code } = await run('add', '--id', 'tvmaze:901');
    expect(stdout).toContain('Added The Salt Line (2021): 9 episodes, 8 with a recap.');
    expect(stderr).toMatch(
      /^recap: Wikipedia: 127\.0\.0\.1:\d+ answers with an error \(status 403\)/,
    );
    expect(stderr).toContain('`recap update the-salt-line` tries again');
    expect(code).toBe(0);
  });
});

describe('what cannot be done is one sentence, and nothing is written', () => {
  test.each<[name: string, args: string[], message: RegExp, code: number]>([
    ['no name', ['add'], /name a show, or give its identifier/, 2],
    ['a name and an identifier', ['add', 'x', '--id', 'tvmaze:1'], /name a show, or give/, 2],
    ['an address of another kind', ['add', 'ftp://example.org/anna-dies'], /not an address/, 2],
    ['no such title', ['add', 'no such show'], /no show named `no such show` was found/, 1],
    ['no such identifier', ['add', '--id', 'tvmaze:7'], /has no show tvmaze:7/, 1],
    ['an identifier of another form', ['add', '--id', 'imdb:7'], /write it as `tvmaze:82`/, 2],
    ['a path as identifier', ['add', '--id', 'tvmaze:../../x'], /write it as `tvmaze:82`/, 2],
    ['offline', ['add', 'night ferry', '--offline'], /offline: .* was not asked/, 1],
  ])('%s', async (_, args, message, code) => {
    const { run, added } = await home();
    const result = await run(...args);
    expect(result.stderr).toMatch(message);
    expect(result.stderr.trim().split('\n')).toHaveLength(1);
    expect(result.code).toBe(code);
    expect(added()).toEqual([]);
  });

  test('RECAP_OFFLINE', async () => {
    const { run, services } = await home();
    services.env.RECAP_OFFLINE = '1';
    expect((await run('add', 'night ferry')).stderr).toMatch(/offline/);
    expect(services.requests).toEqual([]);
  });
});

describe('at a terminal', () => {
  test('one of several is chosen, and progress is asked for', async () => {
    const { type, run } = await home();
    const { stdout, stderr } = await type(
      ['add', 'the salt line'],
      '9',
      'x',
      '2',
      'S05E05',
      's1e1',
    );
    expect(stdout).toContain('1  The Salt Line  2021–2022 · Channel Five · United Kingdom');
    expect(stderr).toContain('type a number from 1 to 2');
    expect(stdout).toContain('Added The Salt Line (1988): 2 episodes');
    expect(stderr).toContain('has no episode S05E05');
    expect(stdout).toContain('The Salt Line: 1 of 2 watched.');
    expect((await run('watched', 'the-salt-line')).stdout).toContain('1 of 2 watched');
  });

  test('Enter adds nothing, or leaves the show at its start', async () => {
    const { type, run, added } = await home();
    expect((await type(['add', 'the salt line'], '')).stdout).toContain('Nothing was added.');
    expect(added()).toEqual([]);
    await type(['add', 'night ferry'], '');
    expect((await run('watched', 'night-ferry')).stdout).toContain('not started');
  });

  test('the end of the input answers nothing', async () => {
    const { type, added } = await home();
    await type(['add', 'the salt line']);
    expect(added()).toEqual([]);
  });
});
