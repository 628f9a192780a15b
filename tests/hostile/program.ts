import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { openProgress } from '../../src/store/progress/log.ts';
import { runHere } from '../support/in-process.ts';
import { PATIENCE } from '../support/patience.ts';
import type { Home } from '../support/program.ts';
import { code, show as listed } from '../support/recaps.ts';

const PROGRAM = resolve('bin/recap.js');

export interface Outcome {
  readonly stdout: string;
  readonly stderr: string;
  /** `null` if a signal ended it. */
  readonly code: number | null;
  readonly milliseconds: number;
}

/** `show.md` of ten episodes. */
export const SHOW_FILE = `---\ntitle: A Test Show\nepisodes: [${listed.order.codes
  .map((episode) => `{ code: ${episode}, title: Title }`)
  .join(', ')}]\n---\nAbout it.\n`;

/** Records, as a confirmation does, that the first episode of a show has been watched. */
export function watchFirst({ folder }: Home, show: string): void {
  const state = join(folder, '.local', 'state', 'recap');
  const progress = openProgress({ folder: state, device: hostname(), now: () => new Date() });
  progress.confirm({ slug: show, id: null, order: listed.order }, code(1));
}

/** Runs `recap` through a pipe with little memory, in a folder of the home. */
export function run(
  { folder }: Home,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const cwd = join(folder, 'cwd');
  mkdirSync(cwd, { recursive: true });
  const started = performance.now();
  const child = spawn(process.execPath, ['--max-old-space-size=512', PROGRAM, ...args], {
    cwd,
    env: {
      PATH: process.env.PATH,
      NODE_DISABLE_COMPILE_CACHE: '1',
      HOME: folder,
      TMPDIR: cwd,
      LANG: 'C.UTF-8',
      TZ: 'UTC',
      FORCE_COLOR: '0',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ ...text, code, milliseconds: performance.now() - started }),
    );
  });
}

/** The same in this process, without a limit of memory or time. */
async function runInProcess(
  { folder }: Home,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const started = performance.now();
  // code that a recap brought along would write there
  const home = process.env.HOME;
  process.env.HOME = folder;
  try {
    const result = await runHere(folder, args, { TZ: 'UTC', FORCE_COLOR: '0', ...env });
    return { ...result, milliseconds: performance.now() - started };
  } finally {
    if (home === undefined) delete process.env.HOME;
    else process.env.HOME = home;
  }
}

/**
 * How a case is run: in this process, and every thirtieth by a process of its own as well; with `npm run test:soak` all of them.
 *
 * @param index of the case, from 0
 */
export function runners(index: number): readonly (typeof run)[] {
  return process.env.RECAP_SOAK || index % 30 === 0 ? [runInProcess, run] : [runInProcess];
}

/** Runs what is given on two cores. Outcomes are in its order. */
export async function twoAtATime(starts: readonly (() => Promise<Outcome>)[]): Promise<Outcome[]> {
  const waiting = starts.entries();
  const outcomes: Outcome[] = [];
  const work = async () => {
    for (const [index, start] of waiting) outcomes[index] = await start();
  };
  await Promise.all([work(), work()]);
  return outcomes;
}

/** What is in a home besides the library, the state folder and the cache folder. */
export function strayFiles({ folder }: Home): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !/^\.(?:local\/(?:share|state)|cache)\/recap\//.test(path));
}

/** What stands in the cache of a home, together. */
export function cached({ folder }: Home): string {
  const cache = join(folder, '.cache');
  if (!existsSync(cache)) return '';
  return readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}
