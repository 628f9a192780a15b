import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How often to look, in milliseconds. */
const LOOK = 20;

/** Looks in a row that must find the same: longer than Ink holds frames back, and than an Escape key is waited for. */
const LOOKS = 5;

/** Where the system does not say what a process does, its silence has to do. */
const SILENT_LOOKS = 15;

/** A program that has not come to rest by then is stuck. */
const LONGEST = 30_000;

/**
 * Waits until a program has nothing left to do: it waits for input, has used no processor time, and has written nothing. A
 * machine that others use too makes it take longer, and nothing else.
 *
 * @param written how much it has written so far
 */
export async function untilIdle(pid: number, written: () => number): Promise<void> {
  const until = Date.now() + LONGEST;
  let before: string | undefined;
  for (let same = 0; same < LOOKS && Date.now() < until; ) {
    await sleep(LOOK);
    const activity = activityOf(pid);
    const now = `${written()} ${activity?.time}`;
    const isSame = now === before && activity?.isRunning !== true;
    same = isSame ? same + (activity ? 1 : LOOKS / SILENT_LOOKS) : 0;
    before = now;
  }
}

/** What a process is doing, by Linux's /proc; `undefined` where there is none, or the process has ended. */
function activityOf(pid: number): { isRunning: boolean; time: string } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // behind the name, which may hold anything: the state is the first field, processor times are the 12th and 13th
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return {
      isRunning: fields[0] === 'R' || fields[0] === 'D',
      time: `${fields[11]} ${fields[12]}`,
    };
  } catch {
    return undefined;
  }
}
