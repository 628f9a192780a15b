/** Why a file cannot be read. */
export type Reason =
  | { readonly kind: 'missing' | 'not-a-file' | 'spreadsheet' | 'packed' | 'encrypted' | 'corrupt' }
  | { readonly kind: 'too-large'; readonly megabytes: number }
  | { readonly kind: 'too-many'; readonly files: number }
  /** The system refused; `fileErrorWords` has words for the code. */
  | { readonly kind: 'failed'; readonly code: string };

/** A file that cannot be read. It has no message, as those of libraries quote what they read: `reason` says why. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly reason: Reason;

  constructor(reason: Reason) {
    super();
    this.reason = reason;
  }
}

/** An error of the system, or of a library that unpacks, as one of ours. */
export function unreadable(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new UnreadableFile({ kind: 'missing' });
  const isOfSystem = /^E[A-Z0-9]+$/.test(code) && !code.startsWith('ERR');
  return new UnreadableFile(isOfSystem ? { kind: 'failed', code } : { kind: 'corrupt' });
}
