import { type Stats, statSync } from 'node:fs';

/** A file's size and the times of its last change, by which a later change is noticed. */
export type Fingerprint = string;

/** Clocks of file systems tick every few milliseconds, some every two seconds. */
const TICK = 50;
const COARSE_TICK = 2000;

/**
 * The fingerprint of a file; `undefined` if a change made now might leave it as it is, or if there is no such file.
 */
export function fingerprintOf(path: string): Fingerprint | undefined {
  const stats = looked(path);
  return stats && fingerprint(stats, Date.now());
}

/** The same of a file's stats. @param time when they were taken, in milliseconds, before the file was read */
export function fingerprint(
  { size, mtimeMs, ctimeMs }: Stats,
  time: number,
): Fingerprint | undefined {
  const tick = ctimeMs % 1000 === 0 ? COARSE_TICK : TICK;
  return time - ctimeMs < tick ? undefined : `${size} ${mtimeMs} ${ctimeMs}`;
}

function looked(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
