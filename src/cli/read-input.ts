import { MAX_FILE_BYTES } from '../model/recap-source.ts';
import { UserError } from '../model/user-error.ts';

/** Reads all of standard input. @throws {UserError} if it is larger than a file may be */
export async function readInput(input: NodeJS.ReadableStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_FILE_BYTES) {
      throw new UserError(`it is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB`);
    }
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
