import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { home } from '../support/program.ts';

/** A recap of a megabyte: more than any pipe holds. */
const LONG = `---\ntitle: Long\n---\n${'The rooftop is quiet tonight.\n\n'.repeat(35_000)}The end.\n`;

/** Runs a line of a shell, in which `recap` is the program. */
function shell(line: string, env: NodeJS.ProcessEnv) {
  const program = `'${process.execPath}' '${process.cwd()}/bin/recap.js'`;
  const { stdout, stderr, status } = spawnSync(
    'bash',
    ['-c', `recap() { ${program} "$@"; }; ${line}`],
    {
      encoding: 'utf8',
      env,
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return { stdout, stderr, status };
}

function longHome() {
  const run = home();
  run.write('a-show/long.md', LONG);
  return { HOME: run.folder, PATH: process.env.PATH, LANG: 'C.UTF-8' };
}

test('a reader of a pipe that stops early ends the program without a word', () => {
  const line = 'recap read a-show long | head -1; echo ${PIPESTATUS[0]}';
  expect(shell(line, longHome())).toEqual({
    stdout: 'a-show · not started\n0\n',
    stderr: '',
    status: 0,
  });
});

test('nothing is lost through a pipe that is read slowly', () => {
  const { stdout } = shell('recap read a-show long | (sleep 1; cat)', longHome());
  expect(stdout.match(/quiet/g)).toHaveLength(35_000);
  expect(stdout).toMatch(/The end\.\n$/);
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!hasPython)('nothing is lost through a pipe that does not block', () => {
  const unblocking = `
    import fcntl, os, subprocess, sys, time
    read, write = os.pipe()
    fcntl.fcntl(write, fcntl.F_SETFL, os.O_NONBLOCK)
    child = subprocess.Popen(sys.argv[1:], stdout=write)
    os.close(write)
    time.sleep(1)
    with os.fdopen(read, 'rb') as pipe: text = pipe.read()
    print(text.count(b'quiet'), child.wait())
  `.replaceAll('\n    ', '\n');
  const env = longHome();
  const args = [process.execPath, 'bin/recap.js', 'read', 'a-show', 'long'];
  expect(execFileSync('python3', ['-c', unblocking, ...args], { encoding: 'utf8', env })).toBe(
    '35000 0\n',
  );
});

test.skipIf(process.platform !== 'linux')('a full disk is said, and the exit code is 1', () => {
  const { stderr, status } = shell('recap list > /dev/full', longHome());
  expect(stderr).toBe('recap: cannot write the output (ENOSPC)\n');
  expect(status).toBe(1);
});

test('a closed stdout breaks nothing', () => {
  expect(shell('recap list >&-', longHome()).status).toBe(0);
});

test('a file gets all of it', () => {
  const { stdout } = shell(
    'recap read a-show long > "$HOME/out"; grep -c quiet "$HOME/out"',
    longHome(),
  );
  expect(stdout).toBe('35000\n');
});

test('a reader that stops early stops no recording', () => {
  const env = longHome();
  const line = `
    printf 'Title,Date\\nTiny Pretty Things: Season 1: Episode 1,2/1/21\\n' > "$HOME/history.csv"
    recap import "$HOME/history.csv" --yes | true
    recap watched tiny-pretty-things`;
  expect(shell(line, env).stdout).toContain('S01E01');
});
