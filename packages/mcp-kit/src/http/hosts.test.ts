import { describe, expect, it, onTestFinished } from 'vitest';
import * as z from 'zod';
import { client, failureOf, rig, scope } from '../../test/http-client.ts';
import { loopbackServer, sendJson } from '../../test/loopback-server.ts';
import { endpoint } from './endpoint.ts';
import { path } from './path.ts';

const count = z.object({ n: z.number() });
const here = endpoint<void>()({ method: 'GET', path: () => path`count`, response: count, cacheSeconds: 60 });
const there = endpoint<void>()({ method: 'GET', host: 'second', path: () => path`count`, response: count });

async function secondHost() {
  const server = await loopbackServer((_request, response) => sendJson(response, { n: 2 }));
  onTestFinished(() => server.close());
  return server;
}

describe('a service of several hosts', () => {
  it('sends an endpoint to the host it names, with the credential and what that host expects', async () => {
    const second = await secondHost();
    const { send, server } = await rig((_request, response) => sendJson(response, { n: 1 }), {
      hosts: { second: { baseUrl: `${second.url}/rx`, headers: { origin: 'https://app.example' } } },
    });
    expect([await send(here, undefined), await send(there, undefined)]).toEqual([{ n: 1 }, { n: 2 }]);
    expect(server.received.map(({ url, headers }) => [url, headers.origin])).toEqual([['/api/v1/count', undefined]]);
    expect(second.received[0]).toMatchObject({
      url: '/rx/count',
      headers: { authorization: 'Bearer sesame', origin: 'https://app.example' },
    });
  });

  it('matches what is never called below the base URL of the host', async () => {
    const second = await secondHost();
    const { send } = await rig((_request, response) => sendJson(response, { n: 1 }), {
      hosts: { second: { baseUrl: `${second.url}/rx` } },
      forbidden: [{ method: 'GET', path: /^\/count$/, incident: 'it counted down' }],
    });
    expect((await failureOf(send(there, undefined))).message).toContain('it counted down');
    expect(second.received).toHaveLength(0);
  });

  it('refuses a host that is neither https nor this machine, and an endpoint whose host is not there', async () => {
    expect(() => client('https://a.example', { hosts: { second: { baseUrl: 'http://b.example' } } })).toThrow(
      RangeError,
    );
    const http = client('https://a.example');
    await expect(http.scoped(scope()).send(there, undefined)).rejects.toThrow(RangeError);
  });
});

describe('redirects', () => {
  const redirecting = (redirects: 'same-origin' | 'refuse') =>
    rig(
      ({ url }, response) => {
        if (url?.endsWith('/count')) response.writeHead(302, { location: '/api/v1/elsewhere' }).end();
        else sendJson(response, { n: 3 });
      },
      { redirects },
    );

  it('are followed inside the origin by a read', async () => {
    const { send } = await redirecting('same-origin');
    expect(await send(here, undefined)).toEqual({ n: 3 });
  });

  it('are not followed at all where they are refused', async () => {
    const { send, server } = await redirecting('refuse');
    expect((await failureOf(send(here, undefined))).message).toContain('pointed to another address');
    expect(server.received.map(({ url }) => url)).toEqual(['/api/v1/count']);
  });
});
