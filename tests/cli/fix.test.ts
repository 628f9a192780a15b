import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeFixedFile } from '../../src/author/fix/fix-files.ts';
import { home } from '../support/program.ts';
import { inTerminal } from '../support/terminal.ts';

const SHOW = '---\ntitle: A\nepisodes: [{ code: S01E01 }, { code: S01E05 }]\n---\nAda.\n';
const WRONG = '---\nTitle: Who?: a\n---\nAda :spoiler[SECRET]{After=1.05} here.\n';
const RIGHT = '---\ntitle: "Who?: a"\n---\nAda :spoiler[SECRET]{after=S01E05} here.\n';

/** A home whose library has a show with a recap that can be fixed. */
function withMistakes() {
  const { folder, run, write } = home();
  write('a-show/show.md', SHOW);
  const path = write('a-show/x.md', WRONG);
  return { folder, run, write, path, text: () => readFileSync(path, 'utf8') };
}

test('--fix without a terminal shows the changes and writes none', () => {
  const { run, path, text } = withMistakes();
  const { stdout, stderr, code } = run('check', '--fix', path);
  expect(stdout).toContain('-Title: Who?: a\n+title: "Who?: a"\n');
  expect(stdout).toContain('-Ada :spoiler[SECRET]{After=1.05} here.\n');
  expect(stderr).toBe('recap: nothing was written; `--yes` fixes 1 file\n');
  expect(code).toBe(1);
  expect(text()).toBe(WRONG);
});

test('--fix --yes writes them, checks again, and finds nothing more to fix', () => {
  const { run, path, text } = withMistakes();
  const { stderr, code } = run('check', '--fix', '--yes', 'a-show');
  expect(stderr).toContain('recap: fixed 1 file\n');
  expect(stderr).toContain('0 errors');
  expect(code).toBe(0);
  expect(text()).toBe(RIGHT);
  const again = run('check', '--fix', '--yes', path);
  expect(again.stdout).toBe('');
  expect(again.stderr).toContain('nothing to fix automatically');
  expect(readdirSync(dirname(path))).toEqual(['show.md', 'x.md']);
});

test('a mode stays, and a link is followed', () => {
  const { run, path } = withMistakes();
  const target = join(dirname(path), 'text.txt');
  renameSync(path, target);
  chmodSync(target, 0o640);
  symlinkSync('text.txt', path);
  expect(run('check', '--fix', '--yes', path).code).toBe(0);
  expect(readFileSync(target, 'utf8')).toBe(RIGHT);
  expect(statSync(target).mode & 0o777).toBe(0o640);
});

test('a read-only file is named and stays as it is', () => {
  const { run, path, text } = withMistakes();
  chmodSync(path, 0o444);
  const { stderr, code } = run('check', '--fix', '--yes', path);
  expect(stderr).toMatch(/x\.md is read-only; not changed\n$/);
  expect(code).toBe(1);
  expect(text()).toBe(WRONG);
});

test('a file that was changed meanwhile stays as it is', () => {
  const { path, text } = withMistakes();
  expect(() => writeFixedFile({ path, before: RIGHT, after: RIGHT })).toThrow(
    'was changed in the meantime',
  );
  expect(text()).toBe(WRONG);
});

test('added shows are never fixed, nor what was not named', () => {
  const { folder, run, write, text } = withMistakes();
  const added = join(folder, '.local/share/recap/added/b-show/1');
  mkdirSync(added, { recursive: true });
  writeFileSync(join(dirname(added), 'current'), '1\n');
  writeFileSync(join(added, 'show.md'), SHOW);
  writeFileSync(join(added, 'x.md'), WRONG);
  for (const name of ['b-show', added, join(added, 'x.md')]) {
    expect(run('check', '--fix', '--yes', name).stdout).not.toContain('+title');
  }
  expect(readFileSync(join(added, 'x.md'), 'utf8')).toBe(WRONG);
  const other = write('a-show/y.md', RIGHT);
  run('check', '--fix', '--yes', other);
  expect(text()).toBe(WRONG);
});

test.each([
  [['--fix'], 'name the files or shows to fix'],
  [['--yes', '.'], '`--yes` needs `--fix`'],
  [['--fix', '--json', '.'], 'cannot be used together'],
  [['--fix', '--watch', '.'], 'cannot be used together'],
  [['--fix', '--format', 'github', '.'], 'cannot be used together'],
  [['--fix', 'nowhere'], 'no file, show or library named `nowhere`'],
])('wrong usage is one sentence: recap check %j', (args, sentence) => {
  const { stdout, stderr, code } = home().run('check', ...args);
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  expect(stderr).toContain(sentence);
});

test('a control character in a diff does nothing to a terminal', () => {
  const { run, write } = withMistakes();
  const path = write('a-show/y.md', '---\nTitle: Y\n---\nAda \u001b[2Jfell.\u200b\n');
  const { stdout } = run('check', '--fix', path);
  expect(stdout).toContain('-Ada <U+001B>[2Jfell.<U+200B>\n+Ada fell.\n');
});

describe('in a terminal it asks first', () => {
  test.each([
    ['y', RIGHT, 0],
    ['n', WRONG, 1],
    ['', WRONG, 1],
  ])('the answer %j', async (answer, text, code) => {
    const mistakes = withMistakes();
    const args = ['check', '--fix', mistakes.path];
    const terminal = inTerminal({ args, env: { HOME: mistakes.folder } });
    await terminal.until('Write these changes to 1 file? [y/N]');
    expect(terminal.screen()).toContain('+title: "Who?: a"');
    expect(mistakes.text()).toBe(WRONG);
    await terminal.press(...answer, 'Enter');
    expect(await terminal.exit).toBe(code);
    expect(mistakes.text()).toBe(text);
  });

  test('Ctrl-C ends it with 130', async () => {
    const mistakes = withMistakes();
    const args = ['check', '--fix', mistakes.path];
    const terminal = inTerminal({ args, env: { HOME: mistakes.folder } });
    await terminal.until('[y/N]');
    await terminal.press('Ctrl-C');
    expect(await terminal.exit).toBe(130);
    expect(mistakes.text()).toBe(WRONG);
  });
});
