import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** How a server answers its requests, one after the other; the last answer stays. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface LocalServer {
  readonly origin: string;
  /** Method, path and query of every request so far, with its headers. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
}

/** A server on this machine that is closed when the test is over. */
export async function localServer(...answers: Answer[]): Promise<LocalServer> {
  const requests: LocalServer['requests'] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(requests.length, answers.length - 1)];
    requests.push({ path: request.url ?? '', headers: request.headers });
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${portOf(server.address())}`, requests };
}

/** An answer with a body and headers. */
export function reply(status: number, body = '', headers: Record<string, string> = {}): Answer {
  return (_, response) => response.writeHead(status, headers).end(body);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening');
  return address.port;
}
