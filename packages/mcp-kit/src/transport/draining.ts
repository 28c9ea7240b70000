import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/server';

type MessageListener = NonNullable<Transport['onmessage']>;

/** A transport that knows what is still to be answered. */
export interface DrainingTransport extends Transport {
  /** Resolves when every request received so far has been answered or the connection is closed, at the latest after `deadlineMs`. */
  readonly drained: (deadlineMs: number) => Promise<void>;
  /** Resolves when the connection is closed, by whichever side. */
  readonly closed: Promise<void>;
}

/**
 * Wraps a transport and counts: requests received and not yet answered, questions asked and not yet answered. While
 * draining, questions to the client are answered "connection closed", because no answer can come any more.
 */
export function drainingTransport(inner: Transport): DrainingTransport {
  const owed = new Set<string | number>();
  const asked = new Set<string | number>();
  const closed = Promise.withResolvers<void>();
  let draining = false;
  let notify = (): void => {};

  const settle = (): void => {
    if (draining && owed.size === 0) notify();
  };
  const refuseQuestion = (id: string | number): void => {
    asked.delete(id);
    outer.onmessage?.({ jsonrpc: '2.0', id, error: { code: -32_000, message: 'The client closed the connection' } });
  };
  const receive: MessageListener = (message, extra) => {
    const id = idOf(message);
    // A subscription is a request that stays open for good: nobody waits for its end.
    if (id !== undefined && 'method' in message) {
      if (message.method !== 'subscriptions/listen') owed.add(id);
    } else if (id !== undefined) asked.delete(id);
    if ('method' in message && message.method === 'notifications/cancelled') {
      owed.delete((message.params as { requestId?: string | number } | undefined)?.requestId ?? '');
      settle();
    }
    outer.onmessage?.(message, extra);
  };

  const outer: DrainingTransport = {
    start: () => {
      inner.onmessage = receive;
      inner.onclose = () => {
        closed.resolve();
        notify();
        outer.onclose?.();
      };
      inner.onerror = (error) => outer.onerror?.(error);
      return inner.start();
    },
    send: async (message, options) => {
      await inner.send(message, options);
      const id = idOf(message);
      if (id === undefined) return;
      if (!('method' in message)) {
        owed.delete(id);
        settle();
      } else if (draining) queueMicrotask(() => refuseQuestion(id));
      else asked.add(id);
    },
    close: () => inner.close(),
    closed: closed.promise,
    drained: (deadlineMs) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, deadlineMs);
        notify = () => {
          clearTimeout(timer);
          resolve();
        };
        draining = true;
        for (const id of asked) refuseQuestion(id);
        settle();
      }),
  };
  return outer;
}

function idOf(message: JSONRPCMessage): string | number | undefined {
  return 'id' in message ? (message.id ?? undefined) : undefined;
}
