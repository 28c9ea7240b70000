import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { failureOf, rig } from '../../test/http-client.ts';
import { sendJson } from '../../test/loopback-server.ts';
import type { FailureKind } from '../failure/failure.ts';
import { endpoint } from './endpoint.ts';
import { path } from './path.ts';
import { wire } from './wire.ts';

const ride = wire.object({ id: wire.id, power: wire.number });
const getRide = endpoint<{ id: string }>()({ method: 'GET', path: ({ id }) => path`ride/${id}`, response: ride });
const putRide = endpoint<{ id: string; power: number }>()({
  method: 'PUT',
  path: ({ id }) => path`ride/${id}`,
  body: ({ power }) => ({ power }),
  response: ride,
});

interface Fault {
  readonly name: string;
  readonly answer: (response: ServerResponse) => void;
  readonly read: FailureKind;
  readonly write: FailureKind;
  /** Requests of a read that the server sees; a write is always seen once. */
  readonly reads: number;
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    response.writeHead(code, { 'content-type': 'application/json', ...headers }).end('{"error":"secret detail"}');
const ok = { 'content-type': 'application/json' };

const faults: readonly Fault[] = [
  { name: '400', answer: status(400), read: 'bad_input', write: 'bad_input', reads: 1 },
  { name: '401 for good', answer: status(401), read: 'auth', write: 'auth', reads: 1 },
  { name: '402', answer: status(402), read: 'forbidden', write: 'forbidden', reads: 1 },
  { name: '403', answer: status(403), read: 'forbidden', write: 'forbidden', reads: 1 },
  { name: '404', answer: status(404), read: 'not_found', write: 'not_found', reads: 1 },
  { name: '405', answer: status(405), read: 'contract', write: 'contract', reads: 1 },
  { name: '409', answer: status(409), read: 'conflict', write: 'conflict', reads: 1 },
  { name: '410', answer: status(410), read: 'contract', write: 'contract', reads: 1 },
  { name: '418', answer: status(418), read: 'upstream', write: 'upstream', reads: 1 },
  { name: '422', answer: status(422), read: 'bad_input', write: 'bad_input', reads: 1 },
  { name: '429 without Retry-After', answer: status(429), read: 'rate_limited', write: 'rate_limited', reads: 3 },
  {
    name: '429 with a long Retry-After',
    answer: status(429, { 'retry-after': '40' }),
    read: 'rate_limited',
    write: 'rate_limited',
    reads: 1,
  },
  { name: '500', answer: status(500), read: 'upstream', write: 'ambiguous_write', reads: 1 },
  { name: '502', answer: status(502), read: 'upstream', write: 'ambiguous_write', reads: 3 },
  { name: '503', answer: status(503), read: 'upstream', write: 'ambiguous_write', reads: 3 },
  { name: '504', answer: status(504), read: 'upstream', write: 'ambiguous_write', reads: 3 },
  { name: '522', answer: status(522), read: 'upstream', write: 'ambiguous_write', reads: 3 },
  {
    name: 'an HTML error page with status 200',
    answer: (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>'),
    read: 'contract',
    write: 'ambiguous_write',
    reads: 1,
  },
  {
    name: 'a wrong content type',
    answer: (response) => response.writeHead(200, { 'content-type': 'image/png' }).end('{"id":1}'),
    read: 'contract',
    write: 'ambiguous_write',
    reads: 1,
  },
  {
    name: 'truncated JSON in a complete answer',
    answer: (response) => response.writeHead(200, ok).end('{"id":1,"pow'),
    read: 'contract',
    write: 'ambiguous_write',
    reads: 1,
  },
  {
    name: 'an empty answer',
    answer: (response) => response.writeHead(200, ok).end(),
    read: 'contract',
    write: 'ambiguous_write',
    reads: 1,
  },
  {
    name: 'a connection reset before the answer',
    answer: (response) => response.destroy(),
    read: 'network',
    write: 'ambiguous_write',
    reads: 3,
  },
  {
    name: 'a connection closed mid-body',
    answer: (response) => {
      response.writeHead(200, { ...ok, 'content-length': '100' });
      response.write('{"id":1,', () => response.destroy());
    },
    read: 'network',
    write: 'ambiguous_write',
    reads: 3,
  },
  { name: 'silence', answer: () => {}, read: 'timeout', write: 'ambiguous_write', reads: 1 },
  {
    name: 'a slow drip',
    answer: (response) => {
      response.writeHead(200, ok);
      const drip = setInterval(() => response.write(' '), 40);
      response.on('close', () => clearInterval(drip));
    },
    read: 'timeout',
    write: 'ambiguous_write',
    reads: 1,
  },
  {
    name: 'a missing field',
    answer: (response) => sendJson(response, { power: 200 }),
    read: 'contract',
    write: 'ambiguous_write',
    reads: 1,
  },
  {
    name: 'a field of another type',
    answer: (response) => sendJson(response, { id: 1, power: { watts: 200 } }),
    read: 'contract',
    write: 'ambiguous_write',
    reads: 1,
  },
  {
    name: 'a redirect to another host',
    answer: (response) => response.writeHead(302, { location: 'http://localhost:1/elsewhere' }).end(),
    read: 'upstream',
    write: 'ambiguous_write',
    reads: 1,
  },
];

describe.each(faults)('$name', ({ answer, read, write, reads }) => {
  it(`fails a read as ${read}, after ${reads} request(s)`, async () => {
    const { send, server } = await rig((_request, response) => answer(response));
    const failure = await failureOf(send(getRide, { id: 'r1' }));
    expect(failure.kind).toBe(read);
    expect(server.received).toHaveLength(reads);
    expect(failure.toText()).not.toMatch(/secret detail|127\.0\.0\.1|http:|Sign in|localhost|Error/);
    expect(failure.next).not.toBe('');
  });

  it(`fails a write as ${write}, sent exactly once`, async () => {
    const { send, server } = await rig((_request, response) => answer(response));
    const failure = await failureOf(send(putRide, { id: 'r1', power: 250 }));
    expect(failure.kind).toBe(write);
    expect(server.received).toHaveLength(1);
    if (write === 'ambiguous_write') expect(failure.next).toMatch(/^read the object or the day first/);
  });
});

describe('a fault in the answer', () => {
  it('is named by the field of our schema, never by its value', async () => {
    const { send } = await rig((_request, response) => sendJson(response, { id: 1, power: 'the password' }));
    const failure = await failureOf(send(getRide, { id: 'r1' }));
    expect(failure.message).toBe('Velodrome sent field `power` in a form that this version does not know');
  });

  it('never names a key that the service chose', async () => {
    const zones = endpoint<void>()({
      method: 'GET',
      path: () => path`zones`,
      response: z.record(z.string(), z.object({ from: z.number() })),
    });
    const { send } = await rig((_request, response) => sendJson(response, { 'my email@x.y': { from: 'a' } }));
    expect((await failureOf(send(zones, undefined))).message).toContain('field `*.from`');
  });

  it('is refused when a body of 50 MB arrives, before it is in memory', async () => {
    let written = 0;
    const { send } = await rig(
      (_request, response) => {
        response.writeHead(200, ok);
        const block = Buffer.alloc(1_000_000, ' ');
        const more = (): void => {
          if (written >= 50_000_000 || response.destroyed) return;
          written += block.length;
          response.write(block, more);
        };
        more();
      },
      { timeoutMs: 5_000, totalTimeoutMs: 5_000 },
    );
    const failure = await failureOf(send(getRide, { id: 'r1' }));
    expect(failure.kind).toBe('contract');
    expect(failure.message).toBe('Velodrome sent more than 25 MB');
    expect(written).toBeLessThan(50_000_000);
  });

  it('is refused when a small compressed body unpacks beyond the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(30_000_000, ' '));
    expect(bomb.length).toBeLessThan(100_000);
    const { send } = await rig((_request, response) =>
      response.writeHead(200, { ...ok, 'content-encoding': 'gzip' }).end(bomb),
    );
    expect((await failureOf(send(getRide, { id: 'r1' }))).message).toBe('Velodrome sent more than 25 MB');
  });
});

describe('a service that is away', () => {
  it('fails a read as network, and says that a write was not sent', async () => {
    const { send, server } = await rig(() => {});
    await server.close();
    expect((await failureOf(send(getRide, { id: 'r1' }))).kind).toBe('network');
    const failure = await failureOf(send(putRide, { id: 'r1', power: 250 }));
    expect(failure.kind).toBe('network');
    expect(failure.next).toMatch(/^nothing was written/);
  });
});

describe('an answer lost after the write was applied', () => {
  it('is an ambiguous write, and the write is not repeated', async () => {
    let applied = 0;
    const { send } = await rig((_request, response) => {
      applied += 1;
      response.destroy();
    });
    expect((await failureOf(send(putRide, { id: 'r1', power: 250 }))).kind).toBe('ambiguous_write');
    expect(applied).toBe(1);
  });
});

describe('explicit nulls and "NaN" strings', () => {
  it('are "nothing recorded"', async () => {
    const { send } = await rig((_request, response, nth) =>
      sendJson(response, { id: 7, power: nth === 0 ? null : 'NaN' }),
    );
    expect(await send(getRide, { id: 'r1' })).toEqual({ id: '7', power: null });
    expect(await send(getRide, { id: 'r1' })).toEqual({ id: '7', power: null });
  });
});

describe('an id over 2^53', () => {
  it('arrives with all its digits', async () => {
    const { send } = await rig((_request, response) =>
      response.writeHead(200, ok).end('{"id": 9007199254740993, "power": 250.5}'),
    );
    expect(await send(getRide, { id: 'r1' })).toEqual({ id: '9007199254740993', power: 250.5 });
  });
});
