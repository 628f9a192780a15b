import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE } from './patience.ts';

/** How often to look, in milliseconds. */
const LOOK = 15;

/** Looks in a row that must find nothing done: longer than the reader waits with a frame and after an Escape key. */
const LOOKS = 7;

/** The same where nothing waits for an Escape key. */
const FEW_LOOKS = 4;

/** Where the system does not say what a process does, its silence has to do. */
const SILENT_LOOKS = 20;

/** Milliseconds after which it no longer counts that a program has not noticed its input. */
const UNNOTICED = 10_000;

/** A program in a terminal, as it is watched from outside. */
export interface Watched {
  readonly pid: number;
  /** How much it has written so far. */
  written(): number;
  hasEnded(): boolean;
}

/**
 * Sends input and waits until the program has noticed it and has nothing left to do: it and all it has started wait,
 * and have neither run nor written anything. A machine that others use too makes it take longer, and nothing else.
 *
 * @param isBrief whether the input is no Escape key and more follows
 */
export async function sendAndSettle(program: Watched, send: () => void, isBrief: boolean) {
  const before = activityOf(program.pid);
  send();
  const noticed = () => {
    const now = activityOf(program.pid);
    return !before || !now || now.isRunning || now.runs !== before.runs;
  };
  const until = Date.now() + UNNOTICED;
  while (Date.now() < until && !program.hasEnded() && !noticed()) await sleep(1);
  await untilIdle(program, isBrief ? FEW_LOOKS : LOOKS);
}

/** Waits until a program has nothing left to do, or has ended. */
export async function untilIdle(program: Watched, looks = LOOKS): Promise<void> {
  const until = Date.now() + PATIENCE;
  let before: string | undefined;
  for (let same = 0; same < looks && !program.hasEnded() && Date.now() < until; ) {
    await sleep(LOOK);
    const activity = activityOf(program.pid);
    const now = `${program.written()} ${activity?.runs}`;
    const isSame = now === before && activity?.isRunning !== true;
    same = isSame ? same + (activity ? 1 : looks / SILENT_LOOKS) : 0;
    before = now;
  }
}

interface Activity {
  /** Whether a thread runs, waits for a processor or for a disk. */
  readonly isRunning: boolean;
  /** All threads, and how often each has run. */
  readonly runs: string;
}

/** What a process and all that it has started are doing, by Linux's /proc; `undefined` where there is none, or the process has ended. */
function activityOf(pid: number): Activity | undefined {
  let isRunning = false;
  let runs = '';
  const waiting = [pid];
  for (const process of waiting) {
    try {
      for (const thread of readdirSync(`/proc/${process}/task`)) {
        const folder = `/proc/${process}/task/${thread}`;
        const stat = readFileSync(`${folder}/stat`, 'utf8');
        // behind the name, which may hold anything
        isRunning ||= /[RD]/.test(stat.charAt(stat.lastIndexOf(')') + 2));
        // the last of three numbers: how often it was given a processor
        runs += `${thread} ${readFileSync(`${folder}/schedstat`, 'utf8')}`;
        const children = readFileSync(`${folder}/children`, 'utf8').trim();
        if (children) waiting.push(...children.split(' ').map(Number));
      }
    } catch {
      // ended meanwhile
      if (process === pid) return undefined;
    }
  }
  return { isRunning, runs };
}
