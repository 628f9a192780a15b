import type { FetchAnswer } from './fetch.ts';
import { HttpError } from './http-error.ts';

/**
 * The bytes of a response.
 *
 * @param most bytes, after any decompression
 * @param onChunk called for every chunk that arrives, so that the caller can detect silence
 * @throws {HttpError} `too-large`
 */
export async function bodyBytes(
  response: FetchAnswer,
  host: string,
  most: number,
  onChunk: () => void,
): Promise<Uint8Array> {
  const tooLarge = () =>
    new HttpError('too-large', host, `the answer of ${host} is larger than ${megabytes(most)} MB`);
  const { body } = response;
  if (body === null) return new Uint8Array();
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await body.cancel();
    throw tooLarge();
  }
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    onChunk();
    size += value?.byteLength ?? 0;
    if (size > most) {
      await reader.cancel();
      throw tooLarge();
    }
    if (value !== undefined) chunks.push(value);
    if (done) return Buffer.concat(chunks);
  }
}

/** Decodes bytes. @throws {HttpError} `invalid` if they are not UTF-8 */
export function utf8Text(bytes: Uint8Array, host: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new HttpError('invalid', host, `the answer of ${host} is not text in UTF-8`);
  }
}

function megabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1_000_000));
}
