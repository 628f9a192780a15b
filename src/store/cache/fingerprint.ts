import { type Stats, statSync } from 'node:fs';

/** Of a file as it was when it was read, by `stampOf`. */
export type Fingerprint = string;

/** Clocks of file systems tick every few milliseconds, some every two seconds. */
const TICK = 50;
const COARSE_TICK = 2000;

/**
 * A file's size and times of change, by which a change of it is seen; `undefined` where a change that comes
 * now may get the same ones, or there is no file that can be looked at.
 */
export function fingerprintOf(path: string): Fingerprint | undefined {
  const stats = looked(path);
  if (!stats) return undefined;
  const { size, mtimeMs, ctimeMs } = stats;
  const tick = ctimeMs % 1000 === 0 ? COARSE_TICK : TICK;
  return Date.now() - ctimeMs < tick ? undefined : `${size} ${mtimeMs} ${ctimeMs}`;
}

function looked(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
