import { setTimeout as sleep } from 'node:timers/promises';

/** How long the system's opener has to report a failure, in milliseconds. */
const SOON = 3000;

/**
 * Opens a web address with the system's program for it: `xdg-open`, `open`, or what Windows has. The address is an
 * argument of that program; no shell reads it.
 *
 * @param address as `URL` writes it
 * @returns whether the program could be started and has not failed soon after
 */
export async function openAddress(address: string): Promise<boolean> {
  const { default: open } = await import('open');
  try {
    const opener = await open(address);
    const hasFailed = new Promise<boolean>((resolve) => {
      if (opener.exitCode !== null) resolve(opener.exitCode !== 0);
      opener.once('exit', (code) => resolve(code !== 0));
      opener.once('error', () => resolve(true));
    });
    return !(await Promise.race([hasFailed, sleep(SOON, false, { ref: false })]));
  } catch {
    return false;
  }
}
