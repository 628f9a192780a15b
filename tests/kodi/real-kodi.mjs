// Runs a real Kodi without a screen, with a small library of empty files, and lets `recap sync` read it.
// Needs Debian's `kodi`, `xvfb` and `sqlite3`, and a build. Prints what it does; fails if anything is not as it should be.
//   node tests/kodi/real-kodi.mjs [FILE]   writes Kodi's answers to FILE, for tests/sync/kodi.test.ts
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PORT = 18_080;
const CREDENTIALS = { user: 'kodi', password: 'lamp' };
const RECAP = resolve('bin/recap.js');
const [recordingFile] = process.argv.slice(2);

const home = mkdtempSync(join(tmpdir(), 'recap-kodi-'));
const media = join(home, 'TV');
const userdata = join(home, '.kodi', 'userdata');
const env = { ...process.env, HOME: home, KODI_HOME: undefined };

/** Two shows; of the first, three of four episodes are watched. */
const SHOWS = [
  { title: 'Harbor Lights', year: 2019, seasons: [[1, 1, 0], [1]] },
  { title: 'The Salt Line', year: 2021, seasons: [[2, 0]] },
];

function say(text) {
  process.stdout.write(`${text}\n`);
}

function write(path, text) {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
}

function makeMedia() {
  for (const { title, year, seasons } of SHOWS) {
    const folder = join(media, title);
    write(
      join(folder, 'tvshow.nfo'),
      `<tvshow><title>${title}</title><premiered>${year}-01-01</premiered></tvshow>`,
    );
    for (const [season, counts] of seasons.entries()) {
      for (const [episode, playcount] of counts.entries()) {
        const name = `${title} S0${season + 1}E0${episode + 1}`;
        write(join(folder, `${name}.mkv`), '');
        const played = playcount > 0 ? '<lastplayed>2024-05-01 20:15:00</lastplayed>' : '';
        write(
          join(folder, `${name}.nfo`),
          `<episodedetails><title>Part ${episode + 1}</title><season>${season + 1}</season><episode>${episode + 1}</episode><playcount>${playcount}</playcount>${played}</episodedetails>`,
        );
      }
    }
  }
}

function makeSettings() {
  const settings = {
    'services.webserver': true,
    'services.webserverport': PORT,
    'services.webserverauthentication': true,
    'services.webserverusername': CREDENTIALS.user,
    'services.webserverpassword': CREDENTIALS.password,
    'services.webserverssl': false,
    'videolibrary.importwatchedstate': true,
    'general.addonupdates': 2,
  };
  const lines = Object.entries(settings).map(
    ([id, value]) => `<setting id="${id}">${value}</setting>`,
  );
  write(join(userdata, 'guisettings.xml'), `<settings version="2">${lines.join('')}</settings>`);
  write(
    join(userdata, 'advancedsettings.xml'),
    '<advancedsettings><videolibrary><importwatchedstate>true</importwatchedstate></videolibrary></advancedsettings>',
  );
  write(
    join(userdata, 'sources.xml'),
    `<sources><video><source><name>TV</name><path>${media}/</path></source></video></sources>`,
  );
}

async function startKodi() {
  const child = spawn('xvfb-run', ['-a', '-s', '-screen 0 640x480x24', 'kodi', '--standalone'], {
    env: { ...env, LIBGL_ALWAYS_SOFTWARE: '1', AE_SINK: 'NULL' },
    stdio: 'ignore',
    detached: true,
  });
  for (let tries = 0; tries < 240; tries++) {
    if ((await call('JSONRPC.Ping').catch(() => undefined)) === 'pong') return child;
    assert.equal(child.exitCode, null, 'Kodi ended by itself');
    await sleep(500);
  }
  throw new Error('Kodi does not answer');
}

async function stopKodi(child) {
  await call('Application.Quit').catch(() => {});
  for (let tries = 0; tries < 60 && child.exitCode === null; tries++) await sleep(500);
  if (child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
}

async function call(method, params = {}) {
  const { user, password } = CREDENTIALS;
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const response = await fetch(`http://127.0.0.1:${PORT}/jsonrpc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const { result, error } = await response.json();
  assert.equal(error, undefined, JSON.stringify(error));
  return result;
}

/** What the settings of a source would do by hand: its files are shows, and what is known of them is in their `.nfo`. */
function setContent() {
  const folder = join(userdata, 'Database');
  const name = readdirSync(folder).find((file) => /^MyVideos\d+\.db$/.test(file));
  assert.ok(name, 'Kodi has made no database');
  execFileSync('sqlite3', [
    join(folder, name),
    `insert into path (strPath, strContent, strScraper, scanRecursive, useFolderNames, noUpdate, exclude) values ('${media}/', 'tvshows', 'metadata.local', 0, 0, 0, 0)`,
  ]);
}

async function scan() {
  await call('VideoLibrary.Scan');
  const expected = SHOWS.flatMap(({ seasons }) => seasons.flat()).length;
  for (let tries = 0; tries < 120; tries++) {
    const { limits } = await call('VideoLibrary.GetEpisodes');
    if (limits.total === expected) return;
    await sleep(500);
  }
  throw new Error('Kodi has not scanned the library');
}

/** Passes requests on to Kodi and keeps its answers. */
async function recorder(recorded) {
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { authorization = '' } = request.headers;
    const answer = await fetch(`http://127.0.0.1:${PORT}${request.url}`, {
      method: request.method,
      headers: { 'content-type': 'application/json', authorization },
      body: Buffer.concat(chunks),
    });
    const text = await answer.text();
    if (answer.ok)
      recorded.push({ request: JSON.parse(Buffer.concat(chunks)), answer: JSON.parse(text) });
    response
      .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') })
      .end(text);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return server;
}

/** As a person would: asynchronously, since the answers pass through this process. */
async function recap(...args) {
  say(`$ recap ${args.join(' ').replace(CREDENTIALS.password, 'PASSWORD')}`);
  const child = spawn(process.execPath, [RECAP, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const code = await new Promise((done) => child.on('close', done));
  say(`${output}(exit code ${code})\n`);
  return { output, code };
}

makeMedia();
makeSettings();
for (const { title, seasons } of SHOWS) {
  const slug = title.toLowerCase().replace(/^the /, '').replace(/ /g, '-');
  const codes = seasons.flatMap((counts, season) =>
    counts.map((_, episode) => `{ code: S0${season + 1}E0${episode + 1} }`),
  );
  write(
    join(home, '.local/share/recap/recaps', slug, 'show.md'),
    `---\ntitle: ${title}\nepisodes: [${codes.join(', ')}]\n---\n`,
  );
}

let kodi = await startKodi();
const { version } = await call('Application.GetProperties', { properties: ['version'] });
say(`Kodi ${version.major}.${version.minor} (${version.revision})`);
try {
  await stopKodi(kodi);
  setContent();
  kodi = await startKodi();
  await scan();
  const recorded = [];
  const server = await recorder(recorded);
  const { port } = server.address();
  const { user, password } = CREDENTIALS;

  const wrong = await recap('sync', 'kodi', '--url', `http://${user}:wrong@127.0.0.1:${port}`);
  assert.equal(wrong.code, 1);
  assert.match(wrong.output, /another name or password/);

  const first = await recap(
    'sync',
    'kodi',
    '--url',
    `http://${user}:${password}@127.0.0.1:${port}`,
    '--yes',
  );
  assert.equal(first.code, 0);
  assert.match(first.output, /Harbor Lights +not started +S01E02 +S01E03 is missing/);
  assert.match(first.output, /The Salt Line +not started +S01E01/);
  assert.doesNotMatch(first.output, new RegExp(password));

  // a rewatch, and an episode that is marked as not watched
  const { episodes } = await call('VideoLibrary.GetEpisodes', { properties: ['showtitle'] });
  for (const { episodeid, showtitle } of episodes) {
    if (showtitle !== 'Harbor Lights') continue;
    await call('VideoLibrary.SetEpisodeDetails', { episodeid, playcount: 0 });
  }
  const second = await recap('sync', '--yes');
  assert.match(second.output, /No progress to set/);
  const { output } = await recap('watched', 'harbor-lights');
  assert.match(output, /S01E02/);
  await recap('sync', 'kodi', '--forget');
  server.close();
  server.closeAllConnections();
  if (recordingFile) {
    const answers = recorded.filter(({ request }) => request.method !== 'JSONRPC.Ping');
    writeFileSync(recordingFile, `${JSON.stringify({ version, recorded: answers }, null, 2)}\n`);
    say(`${answers.length} answers recorded`);
  }
  say('A real Kodi is read as it should be.');
} finally {
  await stopKodi(kodi);
  rmSync(home, { recursive: true, force: true });
}
