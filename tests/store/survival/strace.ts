import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Machine, type Result, works } from './program.ts';

/** Some places that run tests have no strace, or do not let it trace. */
export const hasStrace = works('strace', '-qq', '-o', '/dev/null', 'true');

/** The system calls that touch what has been watched. `mkdir` is `mkdirat` on some processors. */
const CALLS = '?mkdir,?mkdirat,openat,read,pread64,getdents64,?statx,?newfstatat,write,fsync,close';

export interface Traced extends Result {
  /** The calls on the state folder and those above it, in order: `openat(…) = 3`. */
  readonly calls: readonly string[];
}

/**
 * Runs the program with its system calls on the state folder traced, in a run that can be made to fail there.
 *
 * @param fault what to inject, as `strace -e inject=` takes it
 */
export async function traced(
  machine: Machine,
  args: readonly string[],
  fault?: string,
): Promise<Traced> {
  const { home, state, log } = machine;
  const trace = join(home, 'trace');
  const paths = [log, state, join(home, '.local', 'state'), join(home, '.local'), home];
  const result = await machine.recap(args, {
    under: [
      ...['strace', '-f', '-qq', '-o', trace, '-e', `trace=${CALLS}`],
      ...paths.flatMap((path) => ['-P', path]),
      ...(fault === undefined ? [] : ['-e', `inject=${fault}`]),
    ],
  });
  const calls = readFileSync(trace, 'utf8')
    .split('\n')
    .map((line) => line.replace(/^\d+ +/, ''));
  return { ...result, calls };
}

/** The name of a call of the trace, the same on all processors; empty for what is none. */
export function callName(call: string): string {
  const name = /^(\w+)\(/.exec(call)?.[1] ?? '';
  return name === 'mkdirat' ? 'mkdir' : name;
}

/** What to inject at the n-th of the calls of a name, counted from 1. */
export function faultAt(name: string, n: number, what: string): string {
  const calls = name === 'mkdir' ? '?mkdir,?mkdirat' : name;
  return `${calls}:${what === 'KILL' ? 'signal=KILL' : `error=${what}`}:when=${n}`;
}

/** Whether the fault was met: without this a test could pass for the wrong reason. */
export function wasMet({ calls }: Traced, what: string): boolean {
  const sign = what === 'KILL' ? '+++ killed by SIGKILL +++' : '(INJECTED)';
  return calls.some((call) => call.includes(sign));
}
