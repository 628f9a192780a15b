import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { InventedShow } from '../support/demo-sources/invented-show.ts';
import { INVENTED_SHOWS, NIGHT_FERRY_LATER } from '../support/demo-sources/invented-shows.ts';
import { demoSources } from '../support/demo-sources/server.ts';
import { runHere } from '../support/in-process.ts';

const LATER = [...INVENTED_SHOWS.filter(({ id }) => id !== 903), NIGHT_FERRY_LATER];

async function home() {
  const folder = mkdtempSync(join(tmpdir(), 'recap-update-'));
  const services = await demoSources(INVENTED_SHOWS);
  onTestFinished(() => {
    services.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const data = join(folder, '.local', 'share', 'recap');
  const run = (...args: string[]) => runHere(folder, args, services.env);
  const add = async (...ids: number[]) => {
    for (const id of ids) expect((await run('add', '--id', `tvmaze:${id}`)).code).toBe(0);
  };
  return { services, run, add, data, added: join(data, 'added') };
}

/** Every file below a folder with its content and its time. */
function snapshot(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return `${path} ${statSync(path).mtimeMs} ${readFileSync(path, 'utf8')}`;
    })
    .sort();
}

describe('recap update', () => {
  test('asks each source once and writes nothing where nothing has changed', async () => {
    const { services, run, add, added } = await home();
    await add(901, 903);
    const before = snapshot(added);
    services.requests.length = 0;
    expect(await run('update')).toEqual({
      stdout: 'Night Ferry: up to date\nThe Salt Line: up to date\n',
      stderr: '',
      code: 0,
    });
    expect(services.requests.map((path) => path.replace(/\?.*/, ''))).toEqual([
      '/tvmaze/shows/903',
      '/wikipedia/w/api.php',
      '/tvmaze/shows/901',
      '/wikipedia/w/api.php',
    ]);
    expect(snapshot(added)).toEqual(before);
  });

  test('writes nothing where the source has changed and the show has not', async () => {
    const { services, run, add, added } = await home();
    await add(903);
    const before = snapshot(added);
    services.shows = INVENTED_SHOWS.map((show) => ({ ...show, country: 'Elsewhere' }));
    expect((await run('update')).stdout).toBe('Night Ferry: up to date\n');
    expect(snapshot(added)).toEqual(before);
  });

  test('counts new episodes and says nothing else about them', async () => {
    const { services, run, add } = await home();
    await add(903);
    services.shows = LATER;
    expect(await run('update')).toEqual({
      stdout: 'Night Ferry: 1 new episode\n',
      stderr: '',
      code: 0,
    });
    const { stdout } = await run('read', 'night-ferry', 'S01E03', '--watched', 'S01E03');
    expect(stdout).toContain('lights the lamp');
  });

  test('a plot that changed is fetched', async () => {
    const { services, run, add } = await home();
    await add(901);
    services.shows = INVENTED_SHOWS.map((show) => withPlot(show, '<p>Another plot.</p>'));
    expect((await run('update', 'salt line')).stdout).toBe('The Salt Line: updated\n');
    const { stdout } = await run('read', 'the-salt-line', 'S01E01', '--watched', 'S01E01');
    expect(stdout).toContain('Another plot.');
  });

  test('as JSON', async () => {
    const { services, run, add } = await home();
    await add(903);
    services.shows = LATER;
    expect(JSON.parse((await run('update', '--json')).stdout)).toEqual({
      version: 1,
      shows: [
        {
          slug: 'night-ferry',
          title: 'Night Ferry',
          outcome: 'updated',
          newEpisodes: 1,
          message: null,
        },
      ],
    });
  });

  test.each(['/tvmaze/', '/wikipedia/'])(
    '%s fails: the show stays, the others go on',
    async (service) => {
      const { services, run, add, added } = await home();
      await add(901, 903);
      const before = snapshot(join(added, 'night-ferry'));
      services.shows = LATER.map((show) => withPlot(show, '<p>Another plot.</p>'));
      let isFirst = true;
      services.fault = (path, response) => {
        if (!path.startsWith(service) || !isFirst) return false;
        isFirst = false;
        response.writeHead(403).end('Osei drowns');
        return true;
      };
      const { stdout, stderr, code } = await run('update');
      expect(stderr).toMatch(/^recap: Night Ferry: .*answers with an error \(status 403\)\n$/);
      expect(stdout).toBe('The Salt Line: updated\n');
      expect(code).toBe(1);
      expect(snapshot(join(added, 'night-ferry'))).toEqual(before);
    },
  );

  test('a list that is suddenly empty is no news', async () => {
    const { services, run, add, added } = await home();
    await add(903);
    const before = snapshot(added);
    services.shows = INVENTED_SHOWS.map((show) => ({ ...show, episodes: [] }));
    const { stderr, code } = await run('update');
    expect(stderr).toContain('Night Ferry: its episodes are not listed any more');
    expect(code).toBe(1);
    expect(snapshot(added)).toEqual(before);
  });

  test('without added shows', async () => {
    const { run, services } = await home();
    expect((await run('update')).stdout).toBe('No added shows. `recap add NAME` adds one.\n');
    expect((await run('update', 'sherlock')).stderr).toContain('was not added with `recap add`');
    expect((await run('update', 'nothing')).stderr).toContain('no added show named `nothing`');
    expect(services.requests).toEqual([]);
  });

  test('offline', async () => {
    const { run, add, services } = await home();
    await add(903);
    services.requests.length = 0;
    const { stderr, code } = await run('update', '--offline');
    expect(stderr).toMatch(/^recap: Night Ferry: offline: /);
    expect(code).toBe(1);
    expect(services.requests).toEqual([]);
  });
});

describe('a show that its source has numbered anew', () => {
  /** The Salt Line without its first episode, so that every other one of season 1 has the code of the one before. */
  const shifted = INVENTED_SHOWS.map((show) => {
    if (show.id !== 901) return show;
    const episodes = show.episodes.slice(1).map((episode) => {
      const isMoved = episode.season === 1 && episode.number !== null;
      return isMoved ? { ...episode, number: (episode.number ?? 0) - 1 } : episode;
    });
    return { ...show, episodes };
  });

  test('progress follows the episode, in every profile, and nothing opens', async () => {
    const { services, run, add } = await home();
    await add(901);
    await run('watched', 'the-salt-line', 'S01E03');
    await run('watched', 'the-salt-line', 'S02E01', '--profile', 'ann');
    services.shows = shifted;
    expect((await run('update')).stdout).toBe('The Salt Line: updated\n');
    expect((await run('watched', 'the-salt-line')).stdout).toContain('(through S01E02)');
    expect((await run('watched', 'the-salt-line', '--profile', 'ann')).stdout).toContain('S02E01');
    const { stdout } = await run('story', 'the-salt-line');
    expect(stdout).toContain('Under the altar cloth');
    expect(stdout).not.toContain('Ferris weeps');
  });

  test('where the show cannot be written, progress is as it was', async () => {
    const { services, run, add, added } = await home();
    await add(901);
    await run('watched', 'the-salt-line', 'S01E03');
    services.shows = shifted;
    // where the pointer is drafted
    mkdirSync(join(added, 'the-salt-line', `current.${process.pid}`));
    expect((await run('update')).code).toBe(1);
    expect((await run('watched', 'the-salt-line')).stdout).toContain('(through S01E03)');
  });
});

describe('recap remove', () => {
  test('takes the show out, and keeps progress and own recaps', async () => {
    const { run, add, data, added } = await home();
    await add(901, 903);
    await run('watched', 'the-salt-line', 'S01E02');
    const own = join(data, 'recaps', 'night-ferry');
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 's01e01.md'), '---\nepisode: S01E01\n---\nMine.\n');
    expect(await run('remove', 'salt line')).toEqual({
      stdout: 'Removed The Salt Line. Your progress is kept.\n',
      stderr: '',
      code: 0,
    });
    expect((await run('list')).stdout).not.toContain('Salt Line');
    await run('remove', 'night-ferry');
    expect(readdirSync(added)).toEqual([]);
    expect((await run('read', 'night-ferry', 's01e01', '--watched', 'S01E01')).stdout).toContain(
      'Mine.',
    );
    await add(901);
    expect((await run('watched', 'the-salt-line')).stdout).toContain('S01E02');
  });

  test('a show that was not added stays', async () => {
    const { run } = await home();
    const { stderr, code } = await run('remove', 'great expectations');
    expect(stderr).toBe('recap: Great Expectations was not added with `recap add`\n');
    expect(code).toBe(1);
  });
});

test('what is requested is the same whatever has been watched', async () => {
  const places = [null, 'S01E01', 'S02E04'];
  const logs: string[][] = [];
  for (const place of places) {
    const { services, run, add } = await home();
    await add(903, 901);
    if (place) {
      await run('watched', 'the-salt-line', place);
      await run('read', 'the-salt-line', 'S01E01');
      await run('story', 'the-salt-line');
    }
    services.shows = LATER;
    await run('update');
    await run('add', 'twice told', '--yes');
    logs.push(services.requests);
  }
  expect(logs[0]?.length).toBeGreaterThan(20);
  expect(logs[1]).toEqual(logs[0]);
  expect(logs[2]).toEqual(logs[0]);
});

function withPlot(show: InventedShow, plot: string): InventedShow {
  const [first, ...others] = show.episodes;
  return first ? { ...show, episodes: [{ ...first, plot }, ...others] } : show;
}
