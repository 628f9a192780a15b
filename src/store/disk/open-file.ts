import { closeSync, constants, fstatSync, openSync, type Stats } from 'node:fs';

/** An open file. */
export interface OpenFile {
  readonly descriptor: number;
  readonly stats: Stats;
}

/**
 * Opens a file for reading and closes it again. A pipe that nobody writes to is opened at once, and what is opened is
 * what the stats are of, whatever has been put in its place since.
 *
 * @param links whether a link is followed; else it cannot be opened
 * @throws the error of the file operation that failed, or what `read` throws
 */
export function withOpenFile<T>(
  path: string,
  { links }: { readonly links: 'follow' | 'refuse' },
  read: (file: OpenFile) => T,
): T {
  const refuse = links === 'refuse' ? (constants.O_NOFOLLOW ?? 0) : 0;
  // Windows has neither flag
  const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | refuse);
  try {
    return read({ descriptor, stats: fstatSync(descriptor) });
  } finally {
    closeSync(descriptor);
  }
}
