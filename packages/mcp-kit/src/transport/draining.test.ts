import type { JSONRPCMessage, Transport } from '@modelcontextprotocol/server';
import { describe, expect, it } from 'vitest';
import { drainingTransport } from './draining.ts';

/** A transport whose far end is the test. */
async function pair() {
  const inner: Transport = { start: async () => {}, close: async () => inner.onclose?.(), send: async () => {} };
  const received: JSONRPCMessage[] = [];
  const outer = drainingTransport(inner);
  outer.onmessage = (message) => received.push(message);
  await outer.start();
  const arrive = (message: object) => inner.onmessage?.({ jsonrpc: '2.0', ...message } as JSONRPCMessage);
  const answer = (id: number) => outer.send({ jsonrpc: '2.0', id, result: {} } as JSONRPCMessage);
  return { outer, inner, received, arrive, answer };
}

const state = async (promise: Promise<void>) => {
  const open = Symbol('open');
  const first = await Promise.race([promise, new Promise((resolve) => setTimeout(resolve, 20, open))]);
  return first === open ? 'waiting' : 'drained';
};

describe('a draining transport', () => {
  it('waits for every request that has arrived, and for nothing else', async () => {
    const { outer, arrive, answer } = await pair();
    arrive({ id: 1, method: 'tools/call' });
    arrive({ id: 2, method: 'tools/list' });
    arrive({ id: 3, method: 'subscriptions/listen' });
    arrive({ method: 'notifications/initialized' });
    await answer(2);
    const drained = outer.drained(5_000);
    expect(await state(drained)).toBe('waiting');
    await answer(1);
    expect(await state(drained)).toBe('drained');
  });

  it('is drained at once when nothing is owed', async () => {
    const { outer, arrive, answer } = await pair();
    arrive({ id: 0, method: 'initialize' });
    await answer(0);
    expect(await state(outer.drained(5_000))).toBe('drained');
  });

  it('does not wait for a request that the client cancelled', async () => {
    const { outer, arrive } = await pair();
    arrive({ id: 1, method: 'tools/call' });
    arrive({ method: 'notifications/cancelled', params: { requestId: 1 } });
    expect(await state(outer.drained(5_000))).toBe('drained');
  });

  it('stops waiting at its deadline, and when the connection is closed', async () => {
    const late = await pair();
    late.arrive({ id: 1, method: 'tools/call' });
    expect(await state(late.outer.drained(5))).toBe('drained');
    const closed = await pair();
    closed.arrive({ id: 1, method: 'tools/call' });
    const drained = closed.outer.drained(60_000);
    await closed.inner.close();
    expect(await state(drained)).toBe('drained');
    await closed.outer.closed;
  });

  it('answers questions to the client itself once no answer can come any more', async () => {
    const { outer, arrive, received, answer } = await pair();
    arrive({ id: 1, method: 'tools/call' });
    await outer.send({ jsonrpc: '2.0', id: 'q1', method: 'elicitation/create', params: {} } as JSONRPCMessage);
    await outer.send({ jsonrpc: '2.0', id: 'q2', method: 'elicitation/create', params: {} } as JSONRPCMessage);
    arrive({ id: 'q1', result: {} });
    const drained = outer.drained(5_000);
    await outer.send({ jsonrpc: '2.0', id: 'q3', method: 'elicitation/create', params: {} } as JSONRPCMessage);
    await state(drained);
    const refused = received.filter((message) => 'error' in message).map((message) => (message as { id: string }).id);
    expect(refused).toEqual(['q2', 'q3']);
    await answer(1);
    expect(await state(drained)).toBe('drained');
  });
});
