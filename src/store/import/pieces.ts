import { signatureOf } from './signature.ts';
import { UnreadableFile, unreadable } from './unreadable-file.ts';

/** Far more than any real history: a limit for archives that grow when they are unpacked. */
const MAX_MEGABYTES = 1024;
/** Enough to see what kind of file it is. */
const SIGNATURE_BYTES = 512;

/**
 * Bytes up to the limit, with every failure as one of ours.
 *
 * @throws {UnreadableFile}
 */
export async function* guarded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  try {
    for await (const piece of pieces) {
      length += piece.length;
      if (length > MAX_MEGABYTES * 1024 * 1024) {
        throw new UnreadableFile({ kind: 'too-large', megabytes: MAX_MEGABYTES });
      }
      yield piece;
    }
  } catch (error) {
    throw unreadable(error);
  }
}

/**
 * What was unpacked, if it is not packed once more.
 *
 * @throws {UnreadableFile}
 */
export async function* plainOnly(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = guarded(bytes);
  const first = await take(pieces);
  const signature = signatureOf(first);
  if (signature === 'spreadsheet') throw new UnreadableFile({ kind: 'spreadsheet' });
  if (signature !== 'plain') throw new UnreadableFile({ kind: 'packed' });
  yield first;
  yield* pieces;
}

/** The first bytes, as many as it takes to see what kind of file it is. */
export async function take(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  let taken = Buffer.alloc(0);
  while (taken.length < SIGNATURE_BYTES) {
    const { done, value } = await pieces.next();
    if (done) break;
    taken = Buffer.concat([taken, value]);
  }
  return taken;
}

/** All bytes at once. @throws {UnreadableFile} beyond the limit */
export async function collect(
  pieces: AsyncIterable<Uint8Array>,
  megabytes: number,
): Promise<Buffer> {
  const all: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > megabytes * 1024 * 1024) {
      throw new UnreadableFile({ kind: 'too-large', megabytes });
    }
    all.push(piece);
  }
  return Buffer.concat(all);
}
