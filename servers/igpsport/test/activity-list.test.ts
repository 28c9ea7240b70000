import { describe, expect, it } from 'vitest';
import { connectPort } from './port.ts';

const pages = (sent: readonly string[]) => sent.filter((each) => each.includes('queryMyActivity')).length;
const window = { oldest: '2026-07-17', newest: '2026-10-14' };

describe.each(['cn', 'intl'] as const)('the list of rides of %s', (region) => {
  it('is all of history, newest first, each ride once, over the cap of 20 rows a page', async () => {
    const { port, world } = connectPort({ region, days: 180 });
    const { items, total, more, skipped } = await port.activities.list({});
    const expected = world.rides.list().map(({ rideId }) => String(rideId));
    expect(expected.length).toBeGreaterThan(100);
    expect(items.map(({ rideId }) => rideId)).toEqual(expected);
    expect({ total, more, skipped }).toEqual({ total: expected.length, more: false, skipped: 0 });
  });

  it('takes both ends of the window in, and asks the service for it', async () => {
    const { port, world, sandbox } = connectPort({ region });
    const days = world.rides.list().map(({ startLocal }) => startLocal.slice(0, 10));
    const [newest = '', oldest = ''] = [days[3], days[9]];
    const { items } = await port.activities.list({ oldest, newest });
    expect(items.map(({ startTime }) => startTime)).toEqual(days.filter((day) => day >= oldest && day <= newest));
    expect(sandbox.emulator.requests.at(-1)?.query).toMatchObject({ beginTime: oldest, endTime: newest, pageNo: '1' });
    expect(sandbox.emulator.requests.at(-1)?.query.sortType).toBe(region === 'cn' ? '1' : undefined);
  });

  it('stops at a limit, and says that there is more', async () => {
    const { port, sent, world } = connectPort({ region });
    const { items, more, total } = await port.activities.list({ limit: 25 });
    expect(items).toHaveLength(25);
    expect({ more, total }).toEqual({ more: true, total: world.rides.list().length });
    expect(pages(sent())).toBe(2);
  });

  it('is empty for a window without rides', async () => {
    const { port } = connectPort({ region });
    expect(await port.activities.list({ oldest: '2019-01-01', newest: '2019-02-01' })).toMatchObject({
      items: [],
      more: false,
    });
  });
});

describe('a list with the quirks of the service', () => {
  const expected = async () => (await connectPort().port.activities.list(window)).items.map(({ rideId }) => rideId);

  it.each(['rows', 'list', 'array'] as const)('is read from the shape `%s`', async (shape) => {
    const { port, world } = connectPort();
    world.quirks.listShape = shape;
    expect((await port.activities.list(window)).items.map(({ rideId }) => rideId)).toEqual(await expected());
  });

  it('is empty when `data` is null', async () => {
    const { port, world } = connectPort();
    world.quirks.listShape = 'null';
    expect((await port.activities.list(window)).items).toEqual([]);
  });

  it.each(['rows', 'array'] as const)('ends when the last page comes again and again (%s)', async (shape) => {
    const { port, world } = connectPort();
    world.quirks.lastPageRepeats = true;
    world.quirks.listShape = shape;
    expect((await port.activities.list(window)).items.map(({ rideId }) => rideId)).toEqual(await expected());
  });

  it('is cut to the window here when the service ignores it, without reading all of history', async () => {
    const { port, world, sent } = connectPort();
    world.quirks.ignoresDates = true;
    const { items, total } = await port.activities.list({ oldest: '2026-10-01', newest: '2026-10-10' });
    expect(items.every(({ startTime }) => startTime! >= '2026-10-01' && startTime! <= '2026-10-10')).toBe(true);
    expect(items.length).toBeGreaterThan(2);
    expect(total).toBeNull();
    expect(pages(sent())).toBeLessThan(4);
  });

  it.each([
    ['dotted', /^2026-10-13$/],
    ['dotted-time', /^2026-10-13T\d\d:\d\d:\d\d$/],
    ['dashed-time', /^2026-10-13T\d\d:\d\d:\d\d$/],
  ] as const)('has days in one spelling, whatever the account’s (%s)', async (dates, form) => {
    const { port, world } = connectPort();
    world.quirks.dates = dates;
    expect((await port.activities.list({ limit: 1 })).items[0]?.startTime).toMatch(form);
  });

  it('keeps rows without day, speed and climb: they cannot be shown to be outside', async () => {
    const { port, world } = connectPort();
    world.quirks.sparseRows = true;
    const [row] = (await port.activities.list(window)).items;
    expect(row).toMatchObject({ startTime: null, avgSpeed: null, totalAscent: null });
  });

  it('leaves out a row that cannot be read, counts it, and names the field', async () => {
    const { port } = connectPort(
      {},
      { fetch: answering([{ rideId: 1, title: 'a' }, { title: 'no id' }, { rideId: 2 }]) },
    );
    const { items, skipped, skippedBecause } = await port.activities.list({});
    expect(items.map(({ rideId }) => rideId)).toEqual(['1', '2']);
    expect({ skipped, skippedBecause }).toEqual({ skipped: 1, skippedBecause: 'rideId' });
  });

  it('is refused when no row can be read: the service has changed', async () => {
    const { port } = connectPort({}, { fetch: answering([{ ride: 1 }, { ride: 2 }]) });
    await expect(port.activities.list({})).rejects.toMatchObject({ kind: 'contract' });
  });

  it('keeps ids beyond 2^53 exact', async () => {
    const { port } = connectPort({}, { fetch: answering('[{"rideId":9007199254740993}]') });
    expect((await port.activities.list({})).items[0]?.rideId).toBe('9007199254740993');
  });
});

/** A service that knows one list and every password. */
function answering(rows: unknown): typeof globalThis.fetch {
  const claims = Buffer.from(JSON.stringify({ memberid: 1 })).toString('base64url');
  const login = JSON.stringify({ access_token: `x.${claims}.x`, expires_in: 60_000 });
  const list = typeof rows === 'string' ? rows : JSON.stringify(rows);
  return async (input) => {
    const data = new Request(input).url.endsWith('/login') ? login : list;
    return new Response(`{"code":0,"message":"","data":${data}}`, { headers: { 'content-type': 'application/json' } });
  };
}
