// Measures how long after a key the diagnostics of `recap lsp` come, in a show of 100 files. Needs a build.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const KEYS = 60;
const NAMES = 'Marlowe Quillon Ferris Hadley Otto Delia Bette Corwin'.split(' ');
const WORDS =
  'the a of and harbor light storm rope lantern morning rain window letter engine tide market bridge silver garden keeper'.split(
    ' ',
  );

const home = mkdtempSync(join(tmpdir(), 'recap-lsp-'));
const folder = join(home, 'harbor');
mkdirSync(folder);
let seed = 1;
const pick = (list) => {
  seed = (seed * 48271) % 2147483647;
  return list[seed % list.length];
};
const codes = Array.from({ length: 99 }, (_, index) => {
  const [season, number] = [Math.floor(index / 11) + 1, (index % 11) + 1];
  return `S${String(season).padStart(2, '0')}E${String(number).padStart(2, '0')}`;
});
const secrets =
  '{ phrase: Delia pushed, after: S09E11 }, { phrase: Otto is the keeper, after: S05E05 }';
writeFileSync(
  join(folder, 'show.md'),
  `---\ntitle: Harbor Lights\nepisodes: [${codes.map((code) => `{ code: ${code} }`).join(', ')}]\nsecrets: [${secrets}]\n---\n`,
);
const textOf = (code) => {
  const paragraphs = Array.from({ length: 8 }, () => {
    const words = Array.from({ length: 60 }, () =>
      pick([1, 2, 3, 4]) === 1 ? pick(NAMES) : pick(WORDS),
    );
    return `The ${words.join(' ')}.`;
  });
  return `---\nepisode: ${code}\n---\n\n${paragraphs.join('\n\n')}\n`;
};
for (const code of codes) writeFileSync(join(folder, `${code.toLowerCase()}.md`), textOf(code));

const server = spawn(process.execPath, [resolve('bin/recap.js'), 'lsp'], {
  env: { ...process.env, HOME: home },
  stdio: ['pipe', 'pipe', 'inherit'],
});
const connection = createProtocolConnection(
  new StreamMessageReader(server.stdout),
  new StreamMessageWriter(server.stdin),
);
let tell = () => {};
connection.onNotification('textDocument/publishDiagnostics', () => tell(performance.now()));
const diagnosed = () => new Promise((done) => (tell = done));
connection.listen();
await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });

async function measure(name, code, line) {
  const uri = pathToFileURL(join(folder, name)).href;
  const text = code ? textOf(code) : undefined;
  const textDocument = { uri, version: 1 };
  const opened = performance.now();
  const first = diagnosed();
  connection.sendNotification('textDocument/didOpen', {
    textDocument: { ...textDocument, languageId: 'markdown', text },
  });
  const opening = (await first) - opened;
  const times = [];
  for (let key = 0; key < KEYS; key++) {
    const start = { line, character: 4 + key };
    const next = diagnosed();
    const pressed = performance.now();
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: key + 2 },
      contentChanges: [{ range: { start, end: start }, text: pick([...'etaoin shrdlu']) }],
    });
    times.push((await next) - pressed);
    await sleep(30);
  }
  times.sort((a, b) => a - b);
  const at = (share) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
  process.stdout.write(
    `${name}: opened in ${Math.round(opening)} ms; ${KEYS} keys: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, slowest ${at(1)} ms\n`,
  );
}

await measure('s04e04.md', 'S04E04', 4);
connection.dispose();
server.stdin.end();
rmSync(home, { recursive: true, force: true });
