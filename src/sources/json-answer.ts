import type { HttpAnswer } from '../http/client.ts';
import { HttpError } from '../http/http-error.ts';

/**
 * The JSON of an answer; `undefined` where the service does not know what was asked for.
 *
 * @throws {HttpError} `invalid` where it is not JSON, such as the page of a network that wants a log-in
 */
export function jsonOf(answer: HttpAnswer, host: string): unknown {
  if (answer.kind !== 'found') return undefined;
  try {
    return JSON.parse(answer.text);
  } catch {
    // the parser's message quotes the answer
    const what = /html/.test(answer.type) || /^\s*</.test(answer.text) ? 'a web page' : 'no JSON';
    throw new HttpError('invalid', host, `${host} answers with ${what} instead of data`);
  }
}
