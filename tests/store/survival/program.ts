import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type EpisodeCode, episodeCode } from '../../../src/model/episode.ts';
import { type Place, ViewingOrder } from '../../../src/model/order.ts';
import { logName } from '../../../src/store/progress/device.ts';
import { openProgress } from '../../../src/store/progress/log.ts';
import { PATIENCE } from '../../support/patience.ts';

/** A show of the built-in library with ten episodes. */
export const SHOW = 'tiny-pretty-things';
export const ORDER = new ViewingOrder(Array.from({ length: 10 }, (_, n) => episodeCode(1, n + 1)));

const NODE = process.execPath;
const PROGRAM = resolve('bin/recap.js');

export interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

interface Conditions {
  /** What runs the program: `strace` with its options, `prlimit`, a shell. */
  readonly under?: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Runs as another user, which only root can. */
  readonly uid?: number;
  readonly killAfterMs?: number;
}

/** A machine of one reader, whose home is removed when the test is over. */
export interface Machine {
  readonly home: string;
  /** The state folder, and this machine's log in it. */
  readonly state: string;
  readonly log: string;
  recap(args: readonly string[], conditions?: Conditions): Promise<Result>;
  /** Writes a file of the state folder, as other programs and earlier runs do. */
  write(name: string, content: string | Uint8Array): void;
  /** Records that the reader has watched a show through an episode, before the test. */
  watched(through: EpisodeCode): void;
  /** What the log holds; empty without one. */
  bytes(): string;
  /** The reader's place in a show, as a new run reads it. */
  place(show?: string, order?: ViewingOrder): Place;
}

export function machine(): Machine {
  const home = mkdtempSync(join(tmpdir(), 'recap-survival-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const state = join(home, '.local', 'state', 'recap');
  const log = join(state, logName(hostname()));
  const progress = () => openProgress({ folder: state, device: hostname(), now: () => new Date() });
  return {
    home,
    state,
    log,
    recap: (args, { under = [], ...conditions } = {}) =>
      launch([...under, NODE, PROGRAM, ...args], home, conditions),
    write(name, content) {
      const file = join(state, name);
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      writeFileSync(file, content, { mode: 0o600 });
    },
    watched(through) {
      expect(progress().confirm({ slug: SHOW, id: null, order: ORDER }, through).kind).toBe(
        'recorded',
      );
    },
    bytes() {
      try {
        return readFileSync(log, 'utf8');
      } catch {
        return '';
      }
    },
    place(show = SHOW, order = ORDER) {
      return progress().of({ slug: show, id: null, order }).through;
    },
  };
}

/** Starts a command and waits for its end. */
function launch(
  [file = '', ...args]: readonly string[],
  home: string,
  { env, uid, killAfterMs }: Conditions,
): Promise<Result> {
  const child = spawn(file, args, {
    cwd: home,
    env: {
      PATH: process.env.PATH,
      NODE_DISABLE_COMPILE_CACHE: '1',
      HOME: home,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      FORCE_COLOR: '0',
      NODE,
      PROGRAM,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: killAfterMs ?? PATIENCE,
    killSignal: 'SIGKILL',
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk;
    });
  }
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code, signal) => done({ ...text, code, signal }));
  });
}

/**
 * Random moments in the life of a program, about half of which come before its end. How long it lives is learned from
 * run to run, as a machine may be quick now and busy then.
 */
export function killTimes() {
  let life = 1_000;
  return {
    /** Milliseconds after the start. */
    next: () => Math.round(life * (0.3 + Math.random())) + 1,
    /** Whether it was killed then, or had ended. */
    learn(wasKilled: boolean): void {
      life *= wasKilled ? 1.25 : 0.8;
    },
  };
}

/** Whether a command can be run here, and ends well. */
export function works(file: string, ...args: string[]): boolean {
  return spawnSync(file, args, { stdio: 'ignore' }).status === 0;
}

/** Whether the program can be run as that user: by root, and where that user may read it. */
export function canRunAs(uid: number): boolean {
  if (process.getuid?.() !== 0) return false;
  const { status } = spawnSync(NODE, [PROGRAM, '--version'], { uid, gid: uid, stdio: 'ignore' });
  return status === 0;
}

/** Nothing but so many sentences of ours: no stack trace, no message of Node's. */
export function expectSentences(stderr: string, count: number): void {
  const lines = stderr.split('\n').slice(0, -1);
  expect(lines, stderr).toHaveLength(count);
  for (const line of lines) {
    expect(line).toMatch(/^recap: \S/);
    expect(line).not.toMatch(/internal error|\bat .*:\d+:\d+|node:|Error\b/);
  }
}
