import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClock } from '../engine/clock.ts';
import { createEmulator } from '../engine/emulator.ts';
import { type ServedEmulator, serveEmulator } from '../http/serve.ts';
import { FAULTS } from './list.ts';

const ROW = { id: 12, name: 'ride', load: 71.5, owner: { athlete_id: '77', tags: ['a'] } };
const NOW = '2026-01-01T12:00:00Z';

function shop() {
  return createEmulator<{ sold: number }>({
    name: 'shop',
    origin: 'https://shop.example',
    basePath: '',
    clock: createClock(NOW),
    state: () => ({ sold: 0 }),
    routes: [
      { method: 'GET', path: '/rows', handler: () => Response.json([ROW]) },
      {
        method: 'POST',
        path: '/rows',
        handler: (_, { state }) => {
          state.sold += 1;
          return Response.json({ id: state.sold });
        },
      },
    ],
    unmatched: (status) => Response.json({ status }, { status }),
  });
}

let served: ServedEmulator | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

/** Arms a fault on a shop behind real HTTP, and gives back how one GET ends. */
async function overHttp(id: string) {
  const emulator = shop();
  served = await serveEmulator(emulator);
  emulator.faults.inject(id);
  await served.settled();
  const url = `${served.url}/rows`;
  return { emulator, url, get: () => fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(1500) }) };
}

const causeCode = (error: unknown) => ((error as Error).cause as { code?: string } | undefined)?.code;

describe('every fault through the real HTTP front', () => {
  const statusFaults = FAULTS.filter((fault) => fault.stage === 'instead');
  it.each(statusFaults.map((fault) => [fault.id, fault.status]))('%s answers %i', async (id, status) => {
    const { get, emulator } = await overHttp(id as string);
    const response = await get();
    expect(response.status).toBe(status);
    expect(emulator.requests[0]?.fault).toBe(id);
  });

  it('http-401-once lets the second request through, http-401 never does', async () => {
    const once = await overHttp('http-401-once');
    expect([(await once.get()).status, (await once.get()).status]).toEqual([401, 200]);
    await served?.close();
    const good = await overHttp('http-401');
    expect([(await good.get()).status, (await good.get()).status]).toEqual([401, 401]);
  });

  it('429 comes with Retry-After only when asked', async () => {
    expect((await (await overHttp('http-429-retry-after')).get()).headers.get('retry-after')).toBe('1');
    await served?.close();
    expect((await (await overHttp('http-429')).get()).headers.get('retry-after')).toBeNull();
  });

  it('html-200 is an HTML page that looks like success', async () => {
    const response = await (await overHttp('html-200')).get();
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('<!doctype html>');
  });

  it('redirect-elsewhere points to another host', async () => {
    expect((await (await overHttp('redirect-elsewhere')).get()).headers.get('location')).toMatch(
      /^https:\/\/elsewhere\.invalid/,
    );
  });

  it('refused closes the port until the fault is cleared', async () => {
    const { get, emulator } = await overHttp('refused');
    const error = await get().catch((reason: unknown) => reason);
    expect(causeCode(error)).toBe('ECONNREFUSED');
    expect(emulator.requests).toEqual([]);
    emulator.faults.clear();
    await served?.settled();
    expect((await get()).status).toBe(200);
  });

  it('reset breaks the connection before an answer', async () => {
    const error = await (await overHttp('reset')).get().catch((reason: unknown) => reason);
    expect(['ECONNRESET', 'UND_ERR_SOCKET']).toContain(causeCode(error));
  });

  it('closed-mid-body sends headers and half of the body', async () => {
    const response = await (await overHttp('closed-mid-body')).get();
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
  });

  it('silence says nothing at all', async () => {
    const { url } = await overHttp('silence');
    await expect(fetch(url, { signal: AbortSignal.timeout(300) })).rejects.toThrow(/timeout/i);
  });

  it('drip starts at once and does not get far', async () => {
    const { url } = await overHttp('drip');
    const response = await fetch(url, { signal: AbortSignal.timeout(700) });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow(/timeout/i);
  });

  it('answer-lost changes state and gives no answer', async () => {
    const { url, emulator } = await overHttp('answer-lost');
    await expect(fetch(url, { method: 'POST', body: '{}' })).rejects.toThrow('fetch failed');
    expect(emulator.state.sold).toBe(1);
    expect(emulator.writes()).toHaveLength(1);
  });

  it('truncated-json ends in the middle', async () => {
    const text = await (await (await overHttp('truncated-json')).get()).text();
    expect(text.startsWith('[{"id":12')).toBe(true);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
  });

  it('wrong-content-type keeps the body', async () => {
    const response = await (await overHttp('wrong-content-type')).get();
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(JSON.parse(await response.text())).toEqual([ROW]);
  });

  it.each([
    ['missing-field', [{ name: 'ride', load: 71.5, owner: ROW.owner }]],
    ['other-type', [{ ...ROW, id: { unexpected: [true] } }]],
    ['all-null', [{ id: null, name: null, load: null, owner: { athlete_id: null, tags: [null] } }]],
    ['nan-strings', [{ ...ROW, id: 'NaN', load: 'NaN' }]],
  ])('%s alters the rows', async (id, expected) => {
    expect(await (await (await overHttp(id)).get()).json()).toEqual(expected);
  });

  it('huge-ids puts integers over 2^53 where ids were', async () => {
    const text = await (await (await overHttp('huge-ids')).get()).text();
    expect(text).toContain('"id":9007199254740993,');
    expect(text).toContain('"athlete_id":"9007199254740993"');
  });

  it('body-50mb is valid JSON with 50 MB behind it', async () => {
    const response = await (await overHttp('body-50mb')).get();
    let bytes = 0;
    for await (const chunk of response.body ?? []) bytes += chunk.length;
    expect(bytes).toBeGreaterThan(50 * 1024 * 1024);
  });

  it('clock-skew dates the answer ten minutes ahead', async () => {
    const response = await (await overHttp('clock-skew')).get();
    expect(response.headers.get('date')).toBe('Thu, 01 Jan 2026 12:10:00 GMT');
  });

  it('has a test above for each fault of the list', () => {
    const wireAndReply = FAULTS.filter((fault) => fault.stage !== 'instead').map((fault) => fault.id);
    expect(wireAndReply.sort()).toEqual(
      [
        'all-null',
        'answer-lost',
        'body-50mb',
        'clock-skew',
        'closed-mid-body',
        'drip',
        'huge-ids',
        'missing-field',
        'nan-strings',
        'other-type',
        'refused',
        'reset',
        'silence',
        'truncated-json',
        'wrong-content-type',
      ].sort(),
    );
  });
});

describe('connection faults without a socket', () => {
  it.each([
    ['refused', 'ECONNREFUSED'],
    ['reset', 'UND_ERR_SOCKET'],
    ['answer-lost', 'UND_ERR_SOCKET'],
  ])('%s rejects like fetch does, with the cause %s', async (id, code) => {
    const emulator = shop();
    emulator.faults.inject(id);
    const error = await emulator.fetch(new Request('https://shop.example/rows')).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(causeCode(error)).toBe(code);
  });

  it('silence ends when the caller gives up', async () => {
    const emulator = shop();
    emulator.faults.inject('silence');
    const request = new Request('https://shop.example/rows', { signal: AbortSignal.timeout(20) });
    await expect(emulator.fetch(request)).rejects.toThrow(/timeout/i);
  });

  it('silence lasts 60 s for a caller that does not', async () => {
    vi.useFakeTimers();
    try {
      const emulator = shop();
      emulator.faults.inject('silence');
      const ended = vi.fn();
      const pending = emulator.fetch(new Request('https://shop.example/rows')).catch(ended);
      await vi.advanceTimersByTimeAsync(59_000);
      expect(ended).not.toHaveBeenCalled();
      await vi.advanceTimersByTimeAsync(1_500);
      await pending;
      expect(ended).toHaveBeenCalledOnce();
    } finally {
      vi.useRealTimers();
    }
  });

  it('closed-mid-body fails while the body is read', async () => {
    const emulator = shop();
    emulator.faults.inject('closed-mid-body');
    const response = await emulator.fetch(new Request('https://shop.example/rows'));
    await expect(response.text()).rejects.toThrow('terminated');
  });
});
