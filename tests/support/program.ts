import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A home of its own for a run of the real program: nothing of the user's is read or written. */
export interface Home {
  readonly folder: string;
  /** Runs `recap` without a terminal. */
  run(...args: string[]): Result;
  /** The same with something on standard input. */
  runWith(input: string | Uint8Array, ...args: string[]): Result;
  /** Writes a file of the user's library, such as `show/s01e01.md`, and returns its path. */
  write(name: string, content: string | Uint8Array): string;
}

interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

/** A home that is removed when the test is over. */
export function home(env: Record<string, string> = {}): Home {
  const folder = mkdtempSync(join(tmpdir(), 'recap-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const runWith: Home['runWith'] = (input, ...args) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/recap.js', ...args], {
      encoding: 'utf8',
      input,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        LANG: 'C.UTF-8',
        TZ: 'UTC',
        NODE_DISABLE_COMPILE_CACHE: '1',
        ...env,
      },
    });
    return { stdout, stderr, code: status };
  };
  return {
    folder,
    run: (...args) => runWith('', ...args),
    runWith,
    write(name, content) {
      const path = join(folder, '.local', 'share', 'recap', 'recaps', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
  };
}
