import { Readable, type Writable } from 'node:stream';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Host } from '../app/host.ts';
import { type DoorOptions, enter } from './door.ts';
import { inOrder } from './in-order.ts';
import { createServer } from './server.ts';

/**
 * Serves one client over two streams, until the client closes its end.
 *
 * @param onError called for a message that violates the protocol; the connection may continue
 * @throws {UserError} for an invalid profile, before anything is served
 */
export async function serve(
  host: Host,
  options: DoorOptions,
  input: NodeJS.ReadableStream,
  output: Writable,
  onError: () => void,
): Promise<void> {
  enter(host, options);
  const source = input instanceof Readable ? input : new Readable().wrap(input);
  await new Promise<void>((resolve) => {
    const transport = inOrder(new StdioServerTransport(source, output), resolve);
    output.once('error', () => transport.close());
    serveStdio(() => createServer(host, options), { transport, onerror: onError });
  });
}
