import type { FetchAnswer } from './fetch.ts';
import { HttpError } from './http-error.ts';

/**
 * The text of an answer.
 *
 * @param most bytes, after any decompression
 * @param onChunk called for every part that arrives, so that silence can be noticed
 * @throws {HttpError} `too-large`, or `invalid` where it is not UTF-8
 */
export async function bodyText(
  response: FetchAnswer,
  host: string,
  most: number,
  onChunk: () => void,
): Promise<string> {
  const tooLarge = () =>
    new HttpError('too-large', host, `the answer of ${host} is larger than ${megabytes(most)} MB`);
  const { body } = response;
  if (body === null) return '';
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await body.cancel();
    throw tooLarge();
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const reader = body.getReader();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    onChunk();
    size += value?.byteLength ?? 0;
    if (size > most) {
      await reader.cancel();
      throw tooLarge();
    }
    try {
      text += value === undefined ? '' : decoder.decode(value, { stream: true });
      if (done) return text + decoder.decode();
    } catch {
      await reader.cancel();
      throw new HttpError('invalid', host, `the answer of ${host} is not text in UTF-8`);
    }
  }
}

function megabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1_000_000));
}
