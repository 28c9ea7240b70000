import { EventEmitter } from 'node:events';
import { request as rawRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Secret } from '@core/secrets';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { describe, expect, it, onTestFinished } from 'vitest';
import { toyServer } from '../../test/toy-server.ts';
import { type HttpServeOptions, serveHttp } from './serve-http.ts';

const token = new Secret('correct-horse-battery-staple');

async function serve(options: Partial<HttpServeOptions> = {}) {
  const signals = new EventEmitter();
  const finished: number[] = [];
  const service = await serveHttp(() => toyServer(finished), {
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
    drainMs: 2_000,
    ...options,
  });
  onTestFinished(async () => {
    signals.emit('SIGINT');
    signals.emit('SIGINT');
    await service.stopped;
  });
  return { service, signals, finished };
}

const headers = {
  authorization: `Bearer ${token.reveal()}`,
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
};
const call = (ms: number) =>
  JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'wait', arguments: { ms } } });
const post = (url: string, body: string, extra: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers: { ...headers, ...extra } });

/** A request with headers that fetch does not let one set. */
function raw(url: string, sent: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = rawRequest(url, { method: 'POST', headers: { ...headers, ...sent } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    request.on('error', reject);
    request.end(call(0));
  });
}

describe('serving over HTTP', () => {
  it.each(['legacy', 'auto'] as const)('serves the official client (%s)', async (mode) => {
    const { service } = await serve();
    const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } });
    await client.connect(new StreamableHTTPClientTransport(new URL(service.url), { requestInit: { headers } }));
    const result = await client.callTool({ name: 'wait', arguments: { ms: 1 } });
    expect(result.content).toEqual([{ type: 'text', text: 'waited 1' }]);
    await client.close();
  });

  it('refuses a missing, wrong, shorter or longer token, and a token in another place', async () => {
    const { service, finished } = await serve();
    const right = token.reveal();
    for (const authorization of [
      '',
      'Bearer ',
      'Bearer x',
      `Bearer ${right.slice(1)}`,
      `Bearer ${right}x`,
      `Basic ${right}`,
    ]) {
      const response = await post(service.url, call(0), { authorization });
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect((await fetch(`${service.url}?token=${right}`, { method: 'POST', body: call(0) })).status).toBe(401);
    expect(finished).toEqual([]);
  });

  it('refuses a Host that is not this machine, and a web page of another origin', async () => {
    const { service } = await serve();
    expect(await raw(service.url, { host: 'evil.example' })).toBe(403);
    expect(await raw(service.url, { origin: 'https://evil.example' })).toBe(403);
    expect(await raw(service.url, { origin: 'http://localhost:6274' })).toBe(200);
  });

  it('takes the hosts and origins that it was told to', async () => {
    const { service } = await serve({ allowedHosts: ['mcp.example.com'], allowedOrigins: ['app.example.com'] });
    expect(await raw(service.url, { host: 'mcp.example.com' })).toBe(200);
    expect(await raw(service.url, { origin: 'https://app.example.com' })).toBe(200);
    expect(await raw(service.url, { host: 'other.example.com' })).toBe(403);
  });

  it('refuses a body over the limit', async () => {
    const { service } = await serve({ maxBodyBytes: 1_000 });
    expect((await post(service.url, JSON.stringify({ padding: 'x'.repeat(2_000) }))).status).toBe(413);
  });

  it('tells its health without a token, and nothing else', async () => {
    const { service } = await serve();
    const response = await fetch(new URL('/health', service.url));
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok', version: '1.2.3' }]);
    expect((await fetch(new URL('/', service.url))).status).toBe(404);
  });

  it('serves without a token when told so by name, on this machine', async () => {
    const { service } = await serve({ token: undefined, withoutToken: true });
    expect((await post(service.url, call(0), { authorization: '' })).status).toBe(200);
  });

  it('fails with the reason when the port is taken', async () => {
    const { service } = await serve();
    const port = Number(new URL(service.url).port);
    await expect(serve({ port })).rejects.toThrow('EADDRINUSE');
  });
});

describe('an unsafe bind is refused', () => {
  it.each([
    ['without a token', { token: undefined }, /needs a token/],
    ['with a short token', { token: new Secret('short') }, /shorter than 16/],
    ['to every address without allowed hosts', { host: '0.0.0.0' }, /reachable from other machines/],
    [
      'without a token to every address',
      { host: '0.0.0.0', token: undefined, withoutToken: true },
      /this machine only/,
    ],
    ['to every IPv6 address without allowed hosts', { host: '::' }, /reachable from other machines/],
  ])('%s', async (_name, options, message) => {
    await expect(serve(options)).rejects.toThrow(message);
  });
});

describe('a request to stop', () => {
  it('lets the call under way finish, refuses new work, and then stops', async () => {
    const { service, signals, finished } = await serve();
    const slow = post(service.url, call(400));
    await wait(100);
    signals.emit('SIGTERM');
    await wait(50);
    // A connection that is still open gets 503; a new one is refused.
    const late = await post(service.url, call(1)).then(
      (answer) => answer.status,
      () => 'refused',
    );
    expect([503, 'refused']).toContain(late);
    const response = await slow;
    expect(await response.text()).toContain('waited 400');
    await service.stopped;
    expect(finished).toEqual([400]);
    await expect(fetch(service.url)).rejects.toThrow();
  });

  it('does not wait longer than its deadline', async () => {
    const { service, signals } = await serve({ drainMs: 150 });
    const slow = post(service.url, call(10_000)).then(
      () => 'answered',
      () => 'cut',
    );
    await wait(50);
    const started = performance.now();
    signals.emit('SIGTERM');
    await service.stopped;
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(await slow).toBe('cut');
  });

  it('stops at once when it is repeated', async () => {
    const { service, signals } = await serve({ drainMs: 60_000 });
    const slow = post(service.url, call(10_000)).catch(() => 'cut');
    await wait(50);
    signals.emit('SIGINT');
    signals.emit('SIGINT');
    await service.stopped;
    expect(await slow).toBe('cut');
  });
});
