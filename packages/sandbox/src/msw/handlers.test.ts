import { setupServer } from 'msw/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClock } from '../engine/clock.ts';
import { createEmulator } from '../engine/emulator.ts';
import { mswHandlers } from './handlers.ts';

const emulator = createEmulator<object>({
  name: 'mocked',
  origin: 'https://mocked.example',
  basePath: '/v1',
  clock: createClock('2026-01-01T00:00:00Z'),
  state: () => ({}),
  routes: [{ method: 'POST', path: '/echo', handler: (_, { text }) => Response.json({ said: text() }) }],
  unmatched: (status) => Response.json({ status }, { status }),
});
const server = setupServer(...mswHandlers(emulator));

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());

describe('the emulator behind msw', () => {
  it('answers the global fetch', async () => {
    const response = await fetch('https://mocked.example/v1/echo', { method: 'POST', body: 'hello' });
    expect(await response.json()).toEqual({ said: 'hello' });
  });

  it('gives a network error for a connection fault', async () => {
    emulator.faults.inject('reset', { times: 1 });
    await expect(fetch('https://mocked.example/v1/echo', { method: 'POST', body: 'x' })).rejects.toThrow(TypeError);
  });

  it('leaves other hosts to the strict option, which stops them', async () => {
    await expect(fetch('https://elsewhere.example/')).rejects.toThrow();
  });
});
