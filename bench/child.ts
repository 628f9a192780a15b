import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { atEnd } from './cleanup.ts';
import { Failure } from './failure.ts';

/** A program to be run without a terminal. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly folder?: string;
  /** What it reads from stdin; without it, stdin is empty. */
  readonly input?: string;
}

/** How long a program may take, in milliseconds. */
const LIMIT = 300_000;

/** How much of what a program prints to stderr is kept for a sentence about its failure. */
const LONGEST_COMPLAINT = 200;

/**
 * Runs a program whole, its output read from a pipe and thrown away.
 *
 * @returns milliseconds from its start until its output has ended
 * @throws {Failure} if it cannot be started, takes over five minutes, or ends with another code than 0
 */
export function timeCommand(command: Command): Promise<number> {
  return run(command, () => {});
}

/** What a program prints. @throws {Failure} as `timeCommand` does */
export async function outputOf(command: Command): Promise<string> {
  const chunks: Buffer[] = [];
  await run(command, (chunk) => chunks.push(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function run(
  { file, args, env, folder, input }: Command,
  onOutput: (chunk: Buffer) => void,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let complaint = '';
    let isLate = false;
    const start = performance.now();
    const child = spawn(file, args, { env, cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] });
    // a program that reads nothing closes it
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
    const kill = () => child.kill('SIGKILL');
    const forget = atEnd(kill);
    const timer = setTimeout(() => {
      isLate = true;
      kill();
    }, LIMIT);
    child.stdout.on('data', onOutput);
    child.stderr.on('data', (chunk) => {
      complaint = `${complaint}${chunk}`.slice(0, LONGEST_COMPLAINT);
    });
    const end = () => {
      clearTimeout(timer);
      forget();
    };
    child.on('error', (error) => {
      end();
      reject(new Failure('cannot be started', error.message));
    });
    child.on('close', (code, signal) => {
      const milliseconds = performance.now() - start;
      end();
      if (isLate) reject(new Failure(`over ${LIMIT / 1000} s`));
      else if (code === 0) resolve(milliseconds);
      else reject(new Failure(`ended with ${signal ?? code}`, complaint.split('\n')[0]));
    });
  });
}
