import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Editor, editorOn } from '../support/lsp-client.ts';

async function start(home: string): Promise<{ server: ChildProcess; editor: Editor }> {
  const server = spawn(process.execPath, ['bin/recap.js', 'lsp', '--stdio'], {
    env: { PATH: process.env.PATH, HOME: home },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    server.kill('SIGKILL');
  });
  const { stdin, stdout } = server;
  if (!stdin || !stdout) throw new Error('no pipes');
  return { server, editor: await editorOn(stdout, stdin) };
}

test('a crash of the server loses nothing', async () => {
  const home = mkdtempSync(join(tmpdir(), 'recap-lsp-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const folder = join(home, 'harbor');
  mkdirSync(folder);
  const file = join(folder, 's01e01.md');
  const saved = '---\nepisode: S01E01\n---\n\nSaved.\n';
  writeFileSync(join(folder, 'show.md'), '---\ntitle: H\nepisodes: [{ code: S01E01 }]\n---\n');
  writeFileSync(file, saved);
  const typed = '---\nepisode: S01E01\n---\n\nTyped :spoiler[and not saved.\n';

  const first = await start(home);
  first.editor.open(file, saved);
  expect(await first.editor.diagnosed(file)).toEqual([]);
  const before = first.editor.diagnosed(file);
  first.editor.type(
    file,
    { line: 4, character: 0 },
    { line: 5, character: 0 },
    'Typed :spoiler[and not saved.\n',
  );
  const found = await before;
  expect(found.map(({ code }) => code)).toContain('spoiler/unclosed');
  first.server.kill('SIGKILL');
  await once(first.server, 'exit');
  expect(readFileSync(file, 'utf8')).toBe(saved);

  // the editor starts it again, and sends what it has
  const second = await start(home);
  second.editor.open(file, typed);
  expect(await second.editor.diagnosed(file)).toEqual(found);
});

test('it ends when the editor closes its end', async () => {
  const home = mkdtempSync(join(tmpdir(), 'recap-lsp-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const { server, editor } = await start(home);
  const ended = once(server, 'exit');
  editor.end();
  expect(await ended).toEqual([0, null]);
});
