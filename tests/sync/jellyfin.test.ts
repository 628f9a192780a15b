import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openAudience } from '../../src/app/audience.ts';
import { countProposals } from '../../src/app/count-proposals.ts';
import { Configuration } from '../../src/store/config/configuration.ts';
import { runHere } from '../support/in-process.ts';
import { type JellyfinItem, jellyfinServer } from '../support/jellyfin-server.ts';
import { type Answer, reply } from '../support/local-server.ts';

/** Whether the deadlines are short. */
let isImpatient = false;
const silence: Answer = () => {};

beforeEach(() => {
  isImpatient = false;
});

vi.mock('../../src/sync/deadlines.ts', async () => {
  const { deadlines } = await import('../support/deadlines.ts');
  return { SYNC_DEADLINES: deadlines(() => isImpatient), PAIRING_PACE: 5 };
});

const SHOWS = { harbor: 'Harbor Lights', salt: 'The Salt Line' };

/** A home whose library has two shows of two seasons. @param text what they hide, which differs between two libraries */
function home(text = 'A.', secret = 'A phrase') {
  const folder = mkdtempSync(join(tmpdir(), 'recap-sync-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const codes = ['S01E01', 'S01E02', 'S01E03', 'S02E01', 'S02E02'];
  for (const [slug, title] of Object.entries(SHOWS)) {
    const show = join(folder, '.local', 'share', 'recap', 'recaps', slug);
    mkdirSync(show, { recursive: true });
    const episodes = codes.map((code) => `{ code: ${code} }`).join(', ');
    writeFileSync(
      join(show, 'show.md'),
      `---\ntitle: ${title}\nyear: 2019\nepisodes: [${episodes}]\nsecrets: [{ phrase: "${secret}", after: S02E02 }]\n---\n${text}\n`,
    );
    writeFileSync(join(show, 's01e03.md'), `---\nepisode: S01E03\ngist: "${text}"\n---\n${text}\n`);
  }
  const file = join(folder, '.local', 'state', 'recap', 'sync.json');
  return {
    folder,
    file,
    run: (...args: string[]) => runHere(folder, args, {}),
    type: (lines: string[], ...args: string[]) => runHere(folder, args, {}, lines),
    stored: () => (existsSync(file) ? readFileSync(file, 'utf8') : null),
  };
}

const SERIES: readonly JellyfinItem[] = [
  { Id: 'h', Type: 'Series', Name: 'Harbor Lights', ProductionYear: 2019 },
  {
    Id: 's',
    Type: 'Series',
    Name: 'Das Salz',
    OriginalTitle: 'The Salt Line',
    ProductionYear: 2019,
  },
  { Id: 'x', Type: 'Series', Name: 'Harbor Lights', ProductionYear: 1984 },
];

function episode(
  series: string,
  season: number | null,
  number: number,
  more: Partial<JellyfinItem> = {},
): JellyfinItem {
  const { Name } = SERIES.find(({ Id }) => Id === series) ?? { Name: '' };
  return {
    Id: `${series}${season}${number}`,
    Type: 'Episode',
    Name: `Part ${number}`,
    SeriesId: series,
    SeriesName: Name,
    ParentIndexNumber: season,
    IndexNumber: number,
    played: { 'ann-id': true },
    ...more,
  };
}

const unplayed = { played: { 'ann-id': false } };
const WATCHED = [...SERIES, episode('h', 1, 1), episode('h', 1, 2), episode('h', 1, 3, unplayed)];

async function paired(items: readonly JellyfinItem[] = WATCHED) {
  const at = home();
  const server = await jellyfinServer();
  server.items = items;
  const { code, stderr } = await at.run('sync', 'jellyfin', '--url', server.origin);
  expect(code, stderr).toBe(0);
  return { ...at, server };
}

describe('pairing', () => {
  test('shows a code, waits until it is entered, and keeps the token where only its owner reads it', async () => {
    const { run, file, stored } = home();
    const server = await jellyfinServer();
    server.items = WATCHED;
    server.asksBeforeEntered = 2;
    const { stdout, stderr, code } = await run(
      'sync',
      'jellyfin',
      '--url',
      `${server.origin}/web/index.html#/home`,
    );
    expect(code).toBe(0);
    expect(stderr).toContain('Quick Connect: 123456\n');
    expect(stderr).toContain('is set up for Ann');
    expect(stdout).toMatch(/Harbor Lights +not started +S01E02 +all episodes up to there/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(stored()).toContain('token-0');
    expect(`${stdout}${stderr}`).not.toMatch(/token|secret/i);
    const paths = server.requests.map(({ path }) => path.replace(/\?.*/, ''));
    expect(paths.filter((path) => path === '/QuickConnect/Connect')).toHaveLength(3);
  });

  test('asks and sets what is agreed to', async () => {
    const { type } = home();
    const server = await jellyfinServer();
    server.items = WATCHED;
    const { stdout } = await type(['y'], 'sync', 'jellyfin', '--url', server.origin);
    expect(stdout).toContain('Set your progress in 1 show.');
    expect((await type([], 'watched', 'harbor')).stdout).toContain('S01E02');
  });

  test('sets nothing by itself', async () => {
    const { run } = await paired();
    expect((await run('sync')).stderr).toContain(
      'nothing was set; `--yes` sets your progress in 1 show',
    );
    expect((await run('watched', 'harbor')).stdout).toContain('not started');
  });

  test('is refused where Quick Connect is off, at other servers, and at public ones without https', async () => {
    const { run, stored } = home();
    const server = await jellyfinServer();
    server.isQuickConnectOn = false;
    const off = await run('sync', 'jellyfin', '--url', server.origin);
    expect(off.stderr).toContain('Quick Connect is turned off');
    server.fault = () => reply(404);
    const other = await run('sync', 'jellyfin', '--url', server.origin);
    expect(other.stderr).toContain('is not a Jellyfin server');
    const open = await run('sync', 'jellyfin', '--url', 'http://jellyfin.example.org');
    expect(open).toMatchObject({ code: 2 });
    expect(open.stderr).toContain('is not an address of your own network, so it needs https');
    expect([off.code, other.code]).toEqual([1, 1]);
    expect(stored()).toBe(null);
  });

  test('begins only where it can be stored, and for a show of the library', async () => {
    const { folder, run } = home();
    const server = await jellyfinServer();
    const url = ['sync', 'jellyfin', '--url', server.origin];
    expect((await run(...url, '--show', 'nothing')).stderr).toContain('no show');
    const state = join(folder, '.local', 'state', 'recap');
    mkdirSync(dirname(state), { recursive: true });
    writeFileSync(state, '');
    const { stderr, code } = await run(...url);
    expect(stderr).toMatch(/cannot write .*sync\.json: a file is where a folder should be/);
    expect(code).toBe(1);
    expect(server.requests).toEqual([]);
  });

  test('a code that expires says so', async () => {
    const { run, stored } = home();
    const server = await jellyfinServer();
    server.fault = (path) => (path === '/QuickConnect/Connect' ? reply(404) : undefined);
    const { stderr, code } = await run('sync', 'jellyfin', '--url', server.origin);
    expect(stderr).toContain('the code has expired; run the same command again');
    expect(code).toBe(1);
    expect(stored()).toBe(null);
  });
});

describe('what is read', () => {
  test('comes page by page', async () => {
    const { run, server } = await paired();
    server.most = 1;
    server.requests.length = 0;
    const { stdout } = await run('sync', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      services: [{ service: 'jellyfin', outcome: 'read', message: null }],
      entries: { read: 2, episodes: 2 },
      shows: [{ slug: 'harbor', proposed: 'S01E02', set: false }],
    });
    expect(server.requests).toHaveLength(5);
  });

  test.each<[string, readonly JellyfinItem[], object[]]>([
    [
      'a gap ends it',
      [episode('h', 1, 1), episode('h', 1, 3)],
      [{ proposed: 'S01E01', gap: { first: 'S01E02' } }],
    ],
    [
      'a file of two episodes',
      [episode('h', 1, 1, { IndexNumberEnd: 2 })],
      [{ proposed: 'S01E02' }],
    ],
    ['a title in another language', [episode('s', 1, 1)], [{ slug: 'salt', proposed: 'S01E01' }]],
    ['a remake is another show', [episode('x', 1, 1)], []],
    ['an episode without a number', [episode('h', null, 1)], [{ proposed: null, kind: 'stay' }]],
    ['somebody else’s', [episode('h', 1, 1, { played: { 'bob-id': true } })], []],
  ])('%s', async (_, items, shows) => {
    const { run } = await paired([...SERIES, ...items]);
    expect(JSON.parse((await run('sync', '--json')).stdout)).toMatchObject({ shows });
  });

  test('a rewatch and what is no longer marked as watched lower nothing', async () => {
    const { run, server, type } = await paired();
    await run('sync', '--yes');
    server.items = [...SERIES, episode('h', 1, 1), episode('h', 1, 2, unplayed)];
    expect((await type(['y', 'y', 'y'], 'sync')).stdout).toContain('No progress to set.');
    server.items = SERIES;
    await run('sync', '--yes');
    expect((await run('watched', 'harbor')).stdout).toContain('through S01E02');
  });

  test('what is asked and proposed is the same whatever the library hides', async () => {
    const seen = await Promise.all(
      ['Delia pushed her', `Otto ${'inherits it all '.repeat(40)}`].map(async (text) => {
        const { run } = home(text, text.slice(0, 15));
        const server = await jellyfinServer();
        server.items = WATCHED;
        const url = ['--url', server.origin];
        const results = [
          await run('sync', 'jellyfin', ...url),
          await run('sync', '--json'),
          await run('sync', '--yes'),
        ];
        const requests = server.requests.map(({ path }) => path);
        const port = new URL(server.origin).port;
        return JSON.stringify({ results, requests }).replaceAll(port, 'PORT');
      }),
    );
    expect(seen[1]).toBe(seen[0]);
    expect(seen[0]).toContain('S01E02');
  });
});

describe('what goes wrong', () => {
  test.each([
    ['a token that has expired', 401],
    ['a user who is gone or forbidden', 403],
    ['an identifier that is no longer known', 400],
  ])('%s', async (_, status) => {
    const { run, server } = await paired();
    if (status === 401) server.tokens.clear();
    else if (status === 403) server.tokens.set('token-0', 'bob-id');
    else server.fault = () => reply(status);
    const { stdout, stderr, code } = await run('sync', '--yes');
    expect(stderr).toMatch(/no longer accepts this device or its user; pair again with/);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });

  test.each<[string, ReturnType<typeof reply>, RegExp]>([
    ['an error', reply(500, 'SECRET'), /answers with an error \(status 500\)/],
    ['no JSON', reply(200, '<html>SECRET</html>'), /unexpected response/],
    ['another JSON', reply(200, '{"Items":[{"SECRET":1}]}'), /unexpected response/],
    ['too much', reply(200, `"${'x'.repeat(17_000_000)}"`), /larger than/],
    [
      'a redirect to another host',
      reply(302, '', { location: 'https://evil.example/' }),
      /redirects to another site/,
    ],
    ['nothing', silence, /took too long/],
  ])('%s is one sentence, and proposes nothing', async (_, answer, message) => {
    const { run, server } = await paired();
    isImpatient = answer === silence;
    server.fault = () => answer;
    const { stdout, stderr, code } = await run('sync', '--yes');
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(`${stdout}${stderr}`).not.toMatch(/SECRET|token/);
    expect(code).toBe(1);
    expect((await run('watched', 'harbor')).stdout).toContain('not started');
  });

  test('a page that fails after others proposes nothing either', async () => {
    const { run, server } = await paired();
    server.most = 1;
    let pages = 0;
    server.fault = () => (++pages > 4 ? reply(501) : undefined);
    expect((await run('sync', '--yes')).code).toBe(1);
    expect((await run('watched', 'harbor')).stdout).toContain('not started');
  });

  test('a slow server is waited for', async () => {
    const { run, server } = await paired();
    isImpatient = true;
    server.fault = (path) => {
      return (request, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        // together longer than the server may be silent
        const pieces = [...'{"Items":[],"TotalRecordCount":0}'];
        const send = () => {
          const piece = pieces.shift();
          if (piece === undefined) {
            response.end();
            return;
          }
          response.write(piece);
          setTimeout(send, 20);
        };
        expect(path).toBe('/Items');
        request.resume();
        send();
      };
    };
    expect((await run('sync', '--json')).code).toBe(0);
  });

  test('offline nothing is asked', async () => {
    const { run, server } = await paired();
    server.requests.length = 0;
    const { stderr, code } = await run('sync', '--offline');
    expect(stderr).toContain('offline');
    expect(code).toBe(1);
    expect(server.requests).toHaveLength(0);
  });
});

describe('what is set up', () => {
  test('is forgotten with its token, which the server revokes', async () => {
    const { run, stored, server } = await paired();
    expect(server.tokens.size).toBe(1);
    expect(await run('sync', 'jellyfin', '--forget')).toEqual({
      stdout: 'Jellyfin: forgotten.\n',
      stderr: '',
      code: 0,
    });
    expect(stored()).toBe(null);
    expect(server.tokens.size).toBe(0);
    expect((await run('sync')).stderr).toContain('no service is set up');
    expect((await run('sync', 'jellyfin', '--forget')).stdout).toBe('Jellyfin: was not set up.\n');
  });

  test('is set up again with a new token, and the server revokes the earlier one', async () => {
    const { run, stored, server } = await paired();
    const [before = ''] = server.tokens.keys();
    expect((await run('sync', 'jellyfin', '--url', server.origin)).code).toBe(0);
    const [after = '', ...others] = server.tokens.keys();
    expect(others).toEqual([]);
    expect(after).not.toBe(before);
    expect(stored()).toContain(after);
    expect(stored()).not.toContain(before);
  });

  test('is set up again where the earlier token cannot be revoked, which is said', async () => {
    const { run, stored, server } = await paired();
    const before = stored();
    server.fault = (path) => (path === '/Sessions/Logout' ? reply(500) : undefined);
    const { stderr, code } = await run('sync', 'jellyfin', '--url', server.origin);
    expect(stderr).toMatch(/Jellyfin has not revoked the earlier access \(.*status 500/);
    expect(code).toBe(0);
    expect(stored()).not.toBe(before);
  });

  test('is forgotten as JSON', async () => {
    const { run } = await paired();
    const forget = async () =>
      JSON.parse((await run('sync', 'jellyfin', '--forget', '--json')).stdout);
    expect(await forget()).toEqual({ version: 1, forgotten: 'jellyfin', revoked: true });
    expect(await forget()).toEqual({ version: 1, forgotten: null, revoked: null });
  });

  test.each<[string, Answer, string[], RegExp]>([
    ['fails', reply(500), [], /answers with an error \(status 500\)/],
    ['has no such page', reply(404), [], /unexpected response/],
    ['is not asked', reply(204), ['--offline'], /offline/],
  ])('is forgotten where the server %s, which is said', async (_, answer, options, why) => {
    const { run, stored, server } = await paired();
    server.fault = (path) => (path === '/Sessions/Logout' ? answer : undefined);
    const args = ['sync', 'jellyfin', '--forget', '--json', ...options];
    const { stdout, stderr, code } = await run(...args);
    expect(JSON.parse(stdout)).toMatchObject({ forgotten: 'jellyfin', revoked: false });
    expect(stderr).toMatch(
      /^recap: Jellyfin has not revoked this device's access \(.*delete the device/,
    );
    expect(stderr).toMatch(why);
    expect(code).toBe(1);
    expect(stored()).toBe(null);
  });

  test('is forgotten where the server has revoked the token before', async () => {
    const { run, server } = await paired();
    server.tokens.clear();
    expect(await run('sync', 'jellyfin', '--forget')).toMatchObject({ stderr: '', code: 0 });
  });

  test('belongs to a profile', async () => {
    const { run } = await paired();
    const { stderr, code } = await run('sync', '--profile', 'bob');
    expect(stderr).toContain('no service is set up');
    expect(code).toBe(2);
  });

  test('in a file that cannot be read is not quoted', async () => {
    const { run, file } = await paired();
    writeFileSync(file, '{"SECRET": ');
    const { stderr, code } = await run('sync');
    expect(stderr).toMatch(/sync\.json is corrupt or from a newer version; delete it/);
    expect(stderr).not.toContain('SECRET');
    expect(code).toBe(1);
  });

  test.each([
    [['sync', '--url', 'http://10.0.0.1']],
    [['sync', '--forget']],
    [['sync', 'plex']],
    [['sync', 'kodi', '--url', 'nonsense']],
    [['sync', 'kodi', '--url', 'ftp://10.0.0.1']],
    [['sync', 'kodi', '--url', 'http://10.0.0.1', '--forget']],
  ])('recap %j is a usage error', async (args) => {
    const { run } = home();
    expect((await run(...args)).code).toBe(2);
  });
});

test('on start the number of proposals is asked for, and failures are nobody’s news', async () => {
  const { folder, server, run } = await paired();
  const surroundings = { env: { HOME: folder }, platform: process.platform, home: () => folder };
  const device = () => 'test-device';
  const config = new Configuration(surroundings);
  await config.load();
  const host = { ...surroundings, device, now: () => new Date(), config };
  const audience = openAudience(host, {});
  const options = { host, isOffline: false, signal: new AbortController().signal };
  expect(await countProposals(audience, undefined, options)).toBe(1);
  server.fault = () => reply(500);
  expect(await countProposals(audience, undefined, options)).toBe(0);
  server.fault = undefined;
  await run('sync', '--yes');
  expect(await countProposals(openAudience(host, {}), undefined, options)).toBe(0);
});
