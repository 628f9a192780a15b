import type { JSONRPCMessage, RequestId, Transport } from '@modelcontextprotocol/server';

interface Waiting {
  readonly id: RequestId;
  answer?: () => Promise<void>;
}

/**
 * A transport that answers requests in the order they arrive. Otherwise the order would depend on how long each answer
 * takes, and so on hidden text.
 *
 * @param onClose called when the connection is closed, by either side
 */
export function inOrder(transport: Transport, onClose: () => void): Transport {
  let waiting: Waiting[] = [];

  const flush = async () => {
    while (waiting[0]?.answer) await waiting.shift()?.answer?.();
  };
  const ordered: Transport = {
    start: () => {
      transport.onmessage = (message, extra) => {
        if ('method' in message && 'id' in message) waiting.push({ id: message.id });
        // a canceled request gets no response
        const canceled = canceledBy(message);
        if (canceled !== undefined) waiting = waiting.filter(({ id }) => id !== canceled);
        ordered.onmessage?.(message, extra);
        void flush();
      };
      transport.onclose = () => {
        ordered.onclose?.();
        onClose();
      };
      transport.onerror = (error) => ordered.onerror?.(error);
      return transport.start();
    },
    send: async (message, options) => {
      const entry = 'method' in message ? undefined : waiting.find(({ id }) => id === message.id);
      if (!entry) return transport.send(message, options);
      entry.answer = () => transport.send(message, options);
      await flush();
    },
    close: () => transport.close(),
  };
  return ordered;
}

function canceledBy(message: JSONRPCMessage): unknown {
  if (!('method' in message) || message.method !== 'notifications/cancelled') return undefined;
  return message.params?.requestId;
}
