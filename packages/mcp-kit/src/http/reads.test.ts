import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { client, failureOf, rig, scope } from '../../test/http-client.ts';
import { sendJson } from '../../test/loopback-server.ts';
import { Failure } from '../failure/failure.ts';
import { answered, endpoint } from './endpoint.ts';
import { path } from './path.ts';

const count = z.object({ n: z.number() });
const getCount = endpoint<{ day?: string }>()({
  method: 'GET',
  path: () => path`count`,
  query: ({ day }) => ({ day, types: ['watts', 'heartrate'] }),
  response: count,
});
const cachedCount = endpoint<void>()({ method: 'GET', path: () => path`count`, response: count, cacheSeconds: 60 });
const search = endpoint<string>()({
  method: 'POST',
  effect: 'read',
  path: () => path`search`,
  body: (text) => ({ text, left_out: undefined, kept: null }),
  response: count,
});
const write = endpoint<void>()({ method: 'POST', path: () => path`count`, response: 'none' });

describe('a read', () => {
  it('sends the credential, the query without absent values, and lists as one comma-separated value', async () => {
    const { send, server } = await rig((_request, response) => sendJson(response, { n: 1 }));
    await send(getCount, {});
    expect(server.received[0]?.url).toBe('/api/v1/count?types=watts%2Cheartrate');
    expect(server.received[0]?.headers.authorization).toBe('Bearer sesame');
  });

  it('is sent again after a lost connection and after a passing refusal', async () => {
    const { send, server } = await rig((_request, response, nth) => {
      if (nth === 0) response.destroy();
      else sendJson(response, { n: nth }, nth === 1 ? 503 : 200);
    });
    expect(await send(getCount, {})).toEqual({ n: 2 });
    expect(server.received).toHaveLength(3);
  });

  it('waits as long as a 429 asks, counting a date from the clock of the service', async () => {
    const servedAt = new Date(Date.now() - 600_000);
    const { send } = await rig(
      (_request, response, nth) => {
        if (nth > 0) return sendJson(response, { n: 1 });
        const until = new Date(servedAt.getTime() + 1_000).toUTCString();
        response.writeHead(429, { date: servedAt.toUTCString(), 'retry-after': until }).end();
      },
      { totalTimeoutMs: 5_000 },
    );
    const started = performance.now();
    expect(await send(getCount, {})).toEqual({ n: 1 });
    expect(performance.now() - started).toBeGreaterThan(950);
  });

  it('fails at once when the wait is longer than the time left, and says how long', async () => {
    const { send } = await rig((_request, response) => response.writeHead(429, { 'retry-after': '12' }).end());
    const started = performance.now();
    const failure = await failureOf(send(getCount, {}));
    expect(failure.toText()).toBe(
      'rate_limited: Velodrome asks to slow down. Next: wait 12 s, then send the same call once.',
    );
    expect(failure.retryAfterSeconds).toBe(12);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('ends at the total deadline however often it is retried', async () => {
    const { send } = await rig((_request, response) => setTimeout(() => response.destroy(), 90), {
      retries: 50,
      totalTimeoutMs: 400,
    });
    const started = performance.now();
    expect((await failureOf(send(getCount, {}))).kind).toBe('timeout');
    expect(performance.now() - started).toBeLessThan(700);
  });

  it('ends at once when the call is cancelled, and when its deadline passes', async () => {
    const { http } = await rig(() => {});
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 30);
    const started = performance.now();
    const cancelled = await failureOf(http.scoped(scope(cancel.signal)).send(getCount, {}));
    expect(cancelled.toText()).toMatch(/^timeout: The call was cancelled/);
    const late = await failureOf(http.scoped(scope(AbortSignal.timeout(30))).send(getCount, {}));
    expect(late.toText()).toMatch(/^timeout: Velodrome did not answer in time/);
    expect(performance.now() - started).toBeLessThan(500);
  });

  it('may be a POST that changes nothing: it is retried, needs no confirmation, and leaves the cache alone', async () => {
    const { http, server } = await rig((request, response, nth) => {
      if (request.method === 'POST' && nth === 1) response.destroy();
      else sendJson(response, { n: nth });
    });
    const { send } = http.scoped(scope(undefined, false));
    await send(cachedCount, undefined);
    expect(await send(search, 'hill')).toEqual({ n: 2 });
    expect(server.received[2]?.body).toBe('{"text":"hill","kept":null}');
    expect(await send(cachedCount, undefined)).toEqual({ n: 0 });
  });

  it('follows a redirect inside the same origin', async () => {
    const { send } = await rig((request, response) => {
      if (request.url.startsWith('/moved')) sendJson(response, { n: 3 });
      else response.writeHead(307, { location: '/moved' }).end();
    });
    expect(await send(getCount, {})).toEqual({ n: 3 });
  });

  it('stops following redirects that go in a circle', async () => {
    const { send, server } = await rig((_request, response) => response.writeHead(302, { location: '/again' }).end());
    expect((await failureOf(send(getCount, {}))).kind).toBe('upstream');
    expect(server.received).toHaveLength(4);
  });

  it('passes on the failure of a missing credential unchanged, without sending anything', async () => {
    const missing = new Failure('auth', 'No api_key is set', { next: 'run setup' });
    const { send, server } = await rig((_request, response) => sendJson(response, { n: 1 }), {
      authorize: () => Promise.reject(missing),
    });
    expect(await failureOf(send(getCount, {}))).toBe(missing);
    expect(server.received).toHaveLength(0);
  });

  it('of a whole address goes there when the provider allows the host, and is blocked otherwise', async () => {
    const file = endpoint<string>()({ method: 'GET', path: (address) => new URL(address), response: 'text' });
    const storage = await rig((_request, response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('ride'),
    );
    const { port } = new URL(storage.server.url);
    const allowed = await rig((_request, response) => response.end(), { otherHosts: (url) => url.port === port });
    const address = new URL('/some/ride.fit?Signature=a%2Bb', storage.server.url).href;
    expect(await allowed.send(file, address)).toBe('ride');
    expect(storage.server.received[0]?.url).toBe('/some/ride.fit?Signature=a%2Bb');
    const closed = await rig((_request, response) => response.end());
    expect((await failureOf(closed.send(file, address))).kind).toBe('blocked');
    expect(storage.server.received).toHaveLength(1);
  });

  it("fails as the provider's own fetch says, once", async () => {
    let calls = 0;
    const refused = new Failure('auth', 'The login was refused', { next: 'log in again' });
    const { send } = await rig((_request, response) => response.end(), {
      fetch: async () => {
        calls += 1;
        throw refused;
      },
    });
    expect(await failureOf(send(getCount, {}))).toBe(refused);
    expect(calls).toBe(1);
  });

  it('of a forbidden endpoint is blocked with its incident', async () => {
    const { send, server } = await rig((_request, response) => sendJson(response, { n: 1 }), {
      forbidden: [{ method: 'GET', path: /^\/count$/, incident: 'it emptied a calendar in 2024' }],
    });
    const failure = await failureOf(send(getCount, {}));
    expect(failure.kind).toBe('blocked');
    expect(failure.message).toContain('it emptied a calendar in 2024');
    expect(server.received).toHaveLength(0);
  });
});

describe('identical reads under way', () => {
  it('share one request, and one caller giving up does not end it for the other', async () => {
    const { http, server } = await rig(async (_request, response, nth) => {
      await wait(60);
      sendJson(response, { n: nth });
    });
    const impatient = http.scoped(scope(AbortSignal.timeout(20)));
    const patient = http.scoped(scope());
    const [first, second] = await Promise.allSettled([impatient.send(getCount, {}), patient.send(getCount, {})]);
    expect(first.status).toBe('rejected');
    expect(second).toEqual({ status: 'fulfilled', value: { n: 0 } });
    expect(server.received).toHaveLength(1);
  });

  it('are told apart by their bodies, whatever form these have', async () => {
    const { send, server } = await rig((_request, response, nth) => sendJson(response, { n: nth }));
    const ask = endpoint<unknown>()({
      method: 'POST',
      effect: 'read',
      path: () => path`search`,
      body: (body) => body,
      response: count,
      cacheSeconds: 60,
    });
    const form = (word: string) => {
      const data = new FormData();
      data.set('q', word);
      return data;
    };
    const bodies = [
      { q: 'a' },
      { q: 'b' },
      new URLSearchParams({ q: 'a' }),
      new URLSearchParams({ q: 'b' }),
      form('a'),
      form('b'),
    ];
    for (const body of bodies) await send(ask, body);
    expect(server.received).toHaveLength(6);
    await send(ask, { q: 'a' });
    await send(ask, new URLSearchParams({ q: 'b' }));
    expect(server.received).toHaveLength(6);
  });

  it('are ended upstream when every caller has given up', async () => {
    let closed = false;
    const { http } = await rig((_request, response) => {
      response.on('close', () => {
        closed = true;
      });
    });
    await failureOf(http.scoped(scope(AbortSignal.timeout(20))).send(getCount, {}));
    await wait(50);
    expect(closed).toBe(true);
  });

  it('of different accounts are never shared', async () => {
    let account = 'a';
    const { send, server } = await rig((_request, response, nth) => sendJson(response, { n: nth }), {
      account: () => account,
    });
    expect(await send(cachedCount, undefined)).toEqual({ n: 0 });
    account = 'b';
    expect(await send(cachedCount, undefined)).toEqual({ n: 1 });
    account = 'a';
    expect(await send(cachedCount, undefined)).toEqual({ n: 2 });
    expect(server.received).toHaveLength(3);
  });
});

describe('a cached answer', () => {
  it('is reused until its time is over, by the injected clock', async () => {
    let now = new Date('2026-03-01T08:00:00Z');
    const { send } = await rig((_request, response, nth) => sendJson(response, { n: nth }), { now: () => now });
    await send(cachedCount, undefined);
    now = new Date('2026-03-01T08:00:59Z');
    expect(await send(cachedCount, undefined)).toEqual({ n: 0 });
    now = new Date('2026-03-01T08:01:00Z');
    expect(await send(cachedCount, undefined)).toEqual({ n: 1 });
  });

  it('is dropped by a write, also by one that failed', async () => {
    const { send } = await rig((request, response, nth) => {
      if (request.method === 'POST') sendJson(response, {}, nth === 1 ? 200 : 500);
      else sendJson(response, { n: nth });
    });
    expect(await send(cachedCount, undefined)).toEqual({ n: 0 });
    await send(write, undefined);
    expect(await send(cachedCount, undefined)).toEqual({ n: 2 });
    await failureOf(send(write, undefined));
    expect(await send(cachedCount, undefined)).toEqual({ n: 4 });
  });

  it('never holds what a read brought that began before the write', async () => {
    const { send } = await rig(async (request, response, nth) => {
      if (request.method === 'GET' && nth === 0) await wait(80);
      sendJson(response, { n: nth });
    });
    const before = send(cachedCount, undefined);
    await wait(20);
    await send(write, undefined);
    expect(await send(cachedCount, undefined)).toEqual({ n: 2 });
    expect(await before).toEqual({ n: 0 });
    expect(await send(cachedCount, undefined)).toEqual({ n: 2 });
  });

  it('cannot be changed by a caller', async () => {
    const { send } = await rig((_request, response) => sendJson(response, { n: 1 }));
    const answer = await send(cachedCount, undefined);
    expect(() => {
      answer.n = 2;
    }).toThrow(TypeError);
  });

  it('makes room for newer ones when the memory is full', async () => {
    const { http, server } = await rig((_request, response, nth) => sendJson(response, { n: nth }), { cacheBytes: 40 });
    const { send } = http.scoped(scope());
    const numbered = endpoint<number>()({
      method: 'GET',
      path: (n) => path`count/${n}`,
      response: count,
      cacheSeconds: 60,
    });
    for (let n = 0; n < 6; n += 1) await send(numbered, n);
    await send(numbered, 5);
    expect(server.received).toHaveLength(6);
    await send(numbered, 0);
    expect(server.received).toHaveLength(7);
  });
});

describe('an expired token', () => {
  it('is renewed once for all requests that met it, and each is sent once more', async () => {
    let token = 'old';
    let renewals = 0;
    const { send, server } = await rig(
      (request, response) => sendJson(response, { n: 1 }, request.headers.authorization === 'new' ? 200 : 401),
      {
        authorize: (headers) => headers.set('authorization', token),
        onUnauthorized: async () => {
          renewals += 1;
          await wait(20);
          token = 'new';
          return true;
        },
      },
    );
    expect(await Promise.all([send(getCount, { day: '1' }), send(getCount, { day: '2' })])).toEqual([
      { n: 1 },
      { n: 1 },
    ]);
    expect(renewals).toBe(1);
    expect(server.received).toHaveLength(4);
  });

  it('is renewed with a view of what was sent, so that a newer token is not renewed again', async () => {
    let token = 'old';
    const refused: (string | null)[] = [];
    const { send } = await rig(
      (request, response) => sendJson(response, { n: 1 }, request.headers.authorization === 'new' ? 200 : 401),
      {
        authorize: (headers) => {
          headers.set('authorization', token);
          token = 'new';
        },
        onUnauthorized: async (headers) => {
          refused.push(headers.get('authorization'));
          return true;
        },
      },
    );
    expect(await send(getCount, {})).toEqual({ n: 1 });
    expect(refused).toEqual(['old']);
  });

  it('that stays refused after renewal is an auth failure that names the command', async () => {
    const { send, server } = await rig((_request, response) => sendJson(response, {}, 401), {
      onUnauthorized: async () => true,
    });
    expect((await failureOf(send(getCount, {}))).next).toContain('npx velodrome-mcp auth login');
    expect(server.received).toHaveLength(2);
  });
});

describe('a file', () => {
  const file = endpoint<void>()({ method: 'GET', path: () => path`file`, response: 'bytes', maxBytes: 1_000 });
  const content = Buffer.from('FIT file content');

  it('is unpacked when it is gzip by its first bytes, whatever its name and type say', async () => {
    const { send } = await rig((_request, response, nth) =>
      response
        .writeHead(200, { 'content-type': 'application/octet-stream' })
        .end(nth === 0 ? gzipSync(content) : content),
    );
    expect(Buffer.from(await send(file, undefined)).equals(content)).toBe(true);
    expect(Buffer.from(await send(file, undefined)).equals(content)).toBe(true);
  });

  it('is refused when it unpacks to more than the limit, is damaged, empty, or a message', async () => {
    const bodies = [gzipSync(Buffer.alloc(5_000)), gzipSync(content).subarray(0, 20), Buffer.alloc(0)];
    const { send } = await rig((_request, response, nth) => {
      const body = bodies[nth];
      if (body === undefined) sendJson(response, { error: 'no file' });
      else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(body);
    });
    for (let n = 0; n < 4; n += 1) expect((await failureOf(send(file, undefined))).kind).toBe('contract');
  });
});

describe('requests of one account', () => {
  it('are no more than so many at once', async () => {
    let atOnce = 0;
    let most = 0;
    const { send } = await rig(
      async (_request, response, nth) => {
        atOnce += 1;
        most = Math.max(most, atOnce);
        await wait(40);
        atOnce -= 1;
        sendJson(response, { n: nth });
      },
      { pacing: { gapMs: 0, concurrency: 2 }, timeoutMs: 2_000, totalTimeoutMs: 5_000 },
    );
    await Promise.all(['1', '2', '3', '4', '5'].map((day) => send(getCount, { day })));
    expect(most).toBe(2);
  });

  it('leave the queue when they are cancelled while waiting, without having been sent', async () => {
    const { http, server } = await rig(
      async (_request, response) => {
        await wait(100);
        sendJson(response, { n: 1 });
      },
      { pacing: { gapMs: 0, concurrency: 1 } },
    );
    const first = http.scoped(scope()).send(getCount, { day: '1' });
    await wait(10);
    const failure = await failureOf(http.scoped(scope(AbortSignal.timeout(20))).send(write, undefined));
    expect(failure.kind).toBe('timeout');
    await first;
    expect(server.received).toHaveLength(1);
  });
});

describe('the base URL of a client', () => {
  it('is https, or http on this machine', () => {
    expect(() => client('http://intervals.icu/api/v1')).toThrow(RangeError);
    expect(() => client('ftp://127.0.0.1')).toThrow(RangeError);
    expect(() => client('http://127.0.0.1:4010')).not.toThrow();
  });
});

describe('what a change is checked against', () => {
  const checked = endpoint<void>()({
    method: 'GET',
    path: () => path`count`,
    response: count,
    cacheSeconds: 60,
    anewForWrites: true,
  });

  it('is read anew by a tool that writes, and kept for the tools that only look', async () => {
    const { http, server } = await rig((_request, response, nth) => sendJson(response, { n: nth }));
    const looking = http.scoped(scope());
    const writing = http.scoped({ ...scope(), forWrite: true });
    expect(await looking.send(checked, undefined)).toEqual({ n: 0 });
    expect(await looking.send(checked, undefined)).toEqual({ n: 0 });
    expect(await writing.send(checked, undefined)).toEqual({ n: 1 });
    expect(await writing.send(checked, undefined)).toEqual({ n: 2 });
    expect(await looking.send(checked, undefined)).toEqual({ n: 2 });
    expect(await writing.send(cachedCount, undefined)).toEqual({ n: 3 });
    expect(await writing.send(cachedCount, undefined)).toEqual({ n: 3 });
    expect(server.received).toHaveLength(4);
  });
});

describe('a list of whole objects', () => {
  const one = endpoint<string>()({ method: 'GET', path: (id) => path`one/${id}`, response: count, cacheSeconds: 60 });
  const all = endpoint<void>()({
    method: 'GET',
    path: () => path`all`,
    response: z.array(count),
    cacheSeconds: 60,
    alsoAnswers: (rows) => rows.map((row) => answered(one, String(row.n), row)),
  });

  it('answers for each of them until a write', async () => {
    const { send, server } = await rig((request, response) => {
      const [, id] = /one\/(\d+)/.exec(request.url ?? '') ?? [];
      sendJson(response, id === undefined ? [{ n: 7 }, { n: 8 }] : { n: Number(id) });
    });
    await send(all, undefined);
    expect(await send(one, '8')).toEqual({ n: 8 });
    expect(server.received).toHaveLength(1);
    await send(one, '9');
    await send(write, undefined);
    await send(one, '8');
    expect(server.received).toHaveLength(4);
  });
});
