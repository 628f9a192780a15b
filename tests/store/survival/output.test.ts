import { existsSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { expectSentences, machine, SHOW } from './program.ts';

/** Everything that prints a result. */
const PRINTS = [
  ['list'],
  ['list', SHOW],
  ['list', SHOW, '--json'],
  ['read', SHOW, 's01e05'],
  ['read', SHOW, 's01e05', '--json'],
  ['read', SHOW, 'who-pushed-cassie-shore'],
  ['watched'],
  ['watched', SHOW],
  ['watched', SHOW, '--json'],
  ['--help'],
  ['--version'],
  ['help'],
  ['help', 'list'],
  ['list', '--help'],
].map((args) => [args.join(' '), args] as const);

/** Runs the program in a shell, as `"$@"`; `set -o pipefail` is not in every shell. */
const shell = (line: string) => ['sh', '-c', line, 'sh'];
const PIPED = (reader: string) =>
  shell(`{ "$@"; echo $? >"$HOME/code"; } | ${reader} >/dev/null; exit $(cat "$HOME/code")`);

describe.skipIf(!existsSync('/dev/full'))('to a disk that is full (needs /dev/full)', () => {
  it.each(PRINTS)('`recap %s` says so in one sentence and exits with 1', async (_, args) => {
    const run = await machine().recap(args, { under: shell('"$@" >/dev/full') });
    expect(run.code).toBe(1);
    expectSentences(run.stderr, 1);
    expect(run.stderr).toBe('recap: cannot write the output (ENOSPC)\n');
  });

  it('a save is kept although it could not be told of', async () => {
    const device = machine();
    const run = await device.recap(['watched', SHOW, 'S01E05'], {
      under: shell('"$@" >/dev/full'),
    });
    expect(run.code).toBe(1);
    expectSentences(run.stderr, 1);
    expect(device.place()).toBe('S01E05');
  });

  it.each([
    ['an unknown command', ['nope']],
    ['an unknown option', ['list', '--nope']],
  ])('messages are lost, the exit code is not: %s', async (_, args) => {
    const run = await machine().recap(args, { under: shell('"$@" 2>/dev/full') });
    expect(run).toMatchObject({ code: 2, stderr: '' });
  });
});

describe('to a reader that has had enough', () => {
  it.each(PRINTS)('`recap %s | head -1` ends quietly', async (_, args) => {
    const run = await machine().recap(args, { under: PIPED('head -1') });
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });

  it.each(PRINTS)('`recap %s | true`, which reads nothing, ends quietly', async (_, args) => {
    const run = await machine().recap(args, { under: PIPED('true') });
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });
});

test('with stdout and stderr closed, what is printed does not land in the log', async () => {
  const device = machine();
  device.watched('S01E02');
  const under = shell('"$@" >&- 2>&-');
  await device.recap(['watched', SHOW, 'S01E05'], { under });
  const lines = device.bytes().split('\n').slice(0, -1);
  expect(lines).toHaveLength(2);
  for (const line of lines) expect(line).toMatch(/^\{"v":1,.*\}$/);
  expect(device.place()).toBe('S01E05');
});
