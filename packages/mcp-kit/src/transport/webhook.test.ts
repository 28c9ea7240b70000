import { EventEmitter } from 'node:events';
import { Secret } from '@core/secrets';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { McpServer } from '@modelcontextprotocol/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { serveHttp } from './serve-http.ts';

const secret = new Secret('shared-with-the-platform');
const token = new Secret('correct-horse-battery-staple');

interface Body {
  readonly secret: string;
  readonly changed: readonly string[];
}

async function serve() {
  const signals = new EventEmitter();
  const taken: (readonly string[])[] = [];
  const factory = () => {
    const server = new McpServer({ name: 'toy', version: '1' }, { capabilities: { resources: { subscribe: true } } });
    server.registerResource('a', 'toy://a', {}, async () => ({ contents: [{ uri: 'toy://a', text: 'a' }] }));
    return server;
  };
  const service = await serveHttp(factory, {
    host: '127.0.0.1',
    port: 0,
    path: '/mcp',
    version: '1.2.3',
    token,
    withoutToken: false,
    allowedHosts: [],
    allowedOrigins: [],
    signals,
    log: { log: () => {} },
    webhook: {
      path: '/webhook',
      secret,
      read: (body) => (typeof (body as Body).secret === 'string' ? (body as Body) : undefined),
      onDelivery: (changed) => taken.push(changed),
    },
  });
  onTestFinished(async () => {
    signals.emit('SIGINT');
    signals.emit('SIGINT');
    await service.stopped;
  });
  const deliver = (body: unknown, method = 'POST') =>
    fetch(new URL('/webhook', service.url), {
      method,
      ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  return { service, taken, deliver };
}

const delivery = { secret: secret.reveal(), changed: ['toy://a'] };

describe('deliveries of a platform', () => {
  it('are taken with the shared secret and without the token of clients', async () => {
    const { deliver, taken } = await serve();
    expect((await deliver(delivery)).status).toBe(200);
    expect(taken).toEqual([['toy://a']]);
  });

  it('are refused with another secret, of another form, too large, or not posted, and then nothing happens', async () => {
    const { deliver, taken } = await serve();
    expect((await deliver({ ...delivery, secret: 'guess' })).status).toBe(401);
    expect((await deliver({ ...delivery, secret: '' })).status).toBe(401);
    expect((await deliver({ other: 1 })).status).toBe(400);
    expect((await deliver('not json')).status).toBe(400);
    expect((await deliver({ ...delivery, padding: 'x'.repeat(5_000_000) })).status).toBe(400);
    expect((await deliver(undefined, 'GET')).status).toBe(405);
    expect(taken).toEqual([]);
  });

  it('reach a client that listens for the resource, and none that listens for another', async () => {
    const { service, deliver } = await serve();
    const headers = { authorization: `Bearer ${token.reveal()}` };
    const heard: string[] = [];
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
    client.setNotificationHandler('notifications/resources/updated', ({ params }) => {
      heard.push(params.uri);
    });
    await client.connect(new StreamableHTTPClientTransport(new URL(service.url), { requestInit: { headers } }));
    const subscription = await client.listen({ resourceSubscriptions: ['toy://a'] });
    await deliver({ ...delivery, changed: ['toy://b'] });
    await deliver(delivery);
    await expect.poll(() => heard).toEqual(['toy://a']);
    await subscription.close();
    await client.close();
  });
});
