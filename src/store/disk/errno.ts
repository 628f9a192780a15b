import { constants } from 'node:os';

/**
 * The code of a failed file operation, such as `ENOSPC`. Its message, which names paths as Node does, is
 * dropped. Any other error is a bug and is thrown again.
 */
export function errno(error: unknown): string {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) throw error;
  const { code } = error;
  if (code in constants.errno || !('errno' in error)) return code;
  // Node has no code for some, such as `EDQUOT`, but knows the number of each.
  const names = Object.entries(constants.errno);
  return names.find(([, number]) => error.errno === -number)?.[0] ?? code;
}
