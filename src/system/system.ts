import { type PlatformPath, posix, win32 } from 'node:path';

/** What differs between operating systems, as far as recap depends on it. Tests pass in that of another system. */
export interface System {
  readonly platform: NodeJS.Platform;
  /** How its paths are written. */
  readonly path: PlatformPath;
  /** Whether names that differ only in case are names of different files. */
  readonly isCaseSensitive: boolean;
  /** Whether names that differ only in their Unicode normal form are names of different files. */
  readonly isFormSensitive: boolean;
  /** Whether a program can be stopped and continued by signals, as by Ctrl-Z in a shell. */
  readonly hasJobControl: boolean;
}

/** The facts of a system, as its file systems usually are: APFS and NTFS can also be made case-sensitive. */
export function systemOf(platform: NodeJS.Platform): System {
  const isWindows = platform === 'win32';
  const isMac = platform === 'darwin';
  return {
    platform,
    path: isWindows ? win32 : posix,
    isCaseSensitive: !isWindows && !isMac,
    isFormSensitive: !isMac,
    hasJobControl: !isWindows,
  };
}

/** The system that the program runs on. */
export const SYSTEM = systemOf(process.platform);
