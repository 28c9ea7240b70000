import { HttpResponse, http as on } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { client, failureOf, scope } from '../../test/http-client.ts';
import { endpoint } from './endpoint.ts';
import { path } from './path.ts';

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const ping = endpoint<void>()({ method: 'GET', path: () => path`ping`, response: z.object({ n: z.number() }) });
const { send } = client('https://velodrome.test/api').scoped(scope());

it('works on the https address of a service, with the network replaced at the socket', async () => {
  server.use(on.get('https://velodrome.test/api/ping', () => HttpResponse.json({ n: 5 })));
  expect(await send(ping, undefined)).toEqual({ n: 5 });
});

it('takes a network error of the interceptor for a lost connection', async () => {
  let asked = 0;
  server.use(
    on.get('https://velodrome.test/api/ping', () => {
      asked += 1;
      return HttpResponse.error();
    }),
  );
  expect((await failureOf(send(ping, undefined))).kind).toBe('network');
  expect(asked).toBe(3);
});
