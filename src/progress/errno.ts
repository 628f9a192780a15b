/**
 * The code of a failed file operation, such as `ENOSPC`. Its message, which names paths as Node does, is
 * dropped. Any other error is a bug and is thrown again.
 */
export function errno(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return error.code;
  throw error;
}
