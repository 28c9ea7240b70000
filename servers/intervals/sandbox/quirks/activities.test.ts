import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Row, type TestSandbox, testSandbox, YESTERDAY } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = testSandbox();
});
beforeEach(() => sandbox.emulator.reset());

describe('6 activities', () => {
  it('come newest first, and limit keeps the newest', async () => {
    const all = await sandbox.get<Row[]>('/athlete/0/activities?oldest=2026-09-01');
    const starts = all.map((row) => String(row.start_date_local));
    expect(starts).toEqual([...starts].sort().reverse());
    const two = await sandbox.get<Row[]>('/athlete/0/activities?oldest=2026-09-01&limit=2');
    expect(two.map((row) => row.id)).toEqual(all.slice(0, 2).map((row) => row.id));
  });

  it('need oldest', async () => {
    expect(await sandbox.refusal('GET', '/athlete/0/activities')).toMatchObject({
      status: 422,
      error: "Required request parameter 'oldest' for method parameter type String is not present",
    });
  });

  it('from Strava are five keys, refuse every write, and still count in fitness', async () => {
    const row = await sandbox.stravaRow();
    expect(Object.keys(row).sort()).toEqual(['_note', 'icu_athlete_id', 'id', 'source', 'start_date_local']);
    expect(row._note).toBe('STRAVA activities are not available via the API');
    expect(row.id).toMatch(/^\d+$/);
    expect(await sandbox.get(`/activity/${row.id}`)).toEqual(row);
    expect(await sandbox.status('PUT', `/activity/${row.id}`, { name: 'x' })).toBe(422);
    expect(await sandbox.status('DELETE', `/activity/${row.id}`)).toBe(422);
    const day = String(row.start_date_local).slice(0, 10);
    expect((await sandbox.get<Row>(`/athlete/0/wellness/${day}`)).atlLoad).toBeGreaterThan(0);
  });

  it('know the chat of their comments once there is one, and a comment is deleted there', async () => {
    const { id } = await sandbox.yesterdaysRide();
    const [comment] = await sandbox.get<Row[]>(`/activity/${id}/messages`);
    const { icu_chat_id: chat } = await sandbox.get<Row>(`/activity/${id}`);
    expect(chat).toEqual(expect.any(Number));
    expect(await sandbox.status('DELETE', `/chats/${chat}/messages/${comment?.id}`)).toBe(200);
    const [left] = await sandbox.get<Row[]>(`/activity/${id}/messages`);
    expect(left).toMatchObject({ id: comment?.id, content: '', deleted: expect.any(String) });
    const rows = await sandbox.get<Row[]>('/athlete/0/activities?oldest=2026-09-01&newest=2026-09-10');
    expect(rows.every((row) => (row.icu_chat_id ?? null) === null)).toBe(true);
  });

  it('have segments on known courses, with ids that JavaScript would round', async () => {
    const rows = await sandbox.get<Row[]>('/athlete/0/activities?oldest=2026-10-01');
    const gravel = rows.find((row) => row.type === 'GravelRide');
    const text = await (await sandbox.send('GET', `/activity/${gravel?.id}/segments`)).text();
    expect(text).toMatch(/"id":\d{19},/);
    expect(await sandbox.get(`/activity/${(await sandbox.yesterdaysRide()).id}/segments`)).toEqual([]);
  });

  it('several by id come oldest first; unknown, repeated and bare-digit ids vanish', async () => {
    const rows = await sandbox.get<Row[]>('/athlete/0/activities?oldest=2026-10-01');
    const natives = rows
      .filter((row) => row.source !== 'STRAVA')
      .slice(0, 2)
      .map((row) => String(row.id));
    const strava = await sandbox.stravaRow();
    const path = `/athlete/0/activities/${[...natives, natives[0], 'i1', strava.id].join(',')}?fields=id`;
    const found = await sandbox.get<Row[]>(path);
    expect(found.map((row) => row.id)).toEqual([...natives].reverse());
    expect(Object.keys(found[0]!).length).toBeGreaterThan(150);
  });

  it('search by part of the name, or exactly by tag with #; 30 unless told', async () => {
    const named = await sandbox.get<Row[]>('/athlete/0/activities/search?q=RIDE');
    expect(named).toHaveLength(30);
    expect(named.every((row) => String(row.name).toLowerCase().includes('ride'))).toBe(true);
    expect(Object.keys(named[0]!)).toHaveLength(9);
    const tagged = await sandbox.get<Row[]>('/athlete/0/activities/search?q=%23race');
    expect(tagged.length).toBeGreaterThan(1);
    expect(await sandbox.get('/athlete/0/activities/search?q=%23rac')).toEqual([]);
  });

  it('interval search refuses more than a hundred', async () => {
    const path = '/athlete/0/activities/interval-search?minSecs=700&maxSecs=740&minIntensity=85&maxIntensity=99&limit=';
    expect((await sandbox.refusal('GET', `${path}101`)).error).toBe('limit must be <= 100');
    expect(await sandbox.get<Row[]>(`${path}2`)).toHaveLength(2);
  });

  it('a number is cleared with -1, a text with an empty one', async () => {
    const { id } = await sandbox.yesterdaysRide();
    const row = await sandbox.call('PUT', `/activity/${id}`, { icu_rpe: -1, description: '' });
    expect(row.icu_rpe).toBeNull();
    expect(row.description).toBe('');
  });

  it('a written load moves fitness', async () => {
    const { id } = await sandbox.yesterdaysRide();
    const before = (await sandbox.get<Row>(`/athlete/0/wellness/${YESTERDAY}`)).atl as number;
    await sandbox.send('PUT', `/activity/${id}`, { icu_training_load: 300 });
    expect(await sandbox.get<Row>(`/athlete/0/wellness/${YESTERDAY}`)).toMatchObject({ atlLoad: 300 });
    expect((await sandbox.get<Row>(`/athlete/0/wellness/${YESTERDAY}`)).atl).toBeGreaterThan(before);
  });

  it('compliance is the load per cent of the planned load', async () => {
    const row = await sandbox.yesterdaysRide();
    const event = await sandbox.get(`/athlete/0/events/${row.paired_event_id}`);
    const expected = (100 * (row.icu_training_load as number)) / (event.icu_training_load as number);
    expect(row.compliance).toBeCloseTo(expected, 4);
  });
});

describe('8 interval writes', () => {
  const send = async (path: string, body: unknown) => {
    const { id } = await sandbox.yesterdaysRide();
    return (await sandbox.call<{ icu_intervals: Row[] }>('PUT', `/activity/${id}${path}`, body)).icu_intervals;
  };

  it('only indices and label survive, rest comes back as work, gaps are filled', async () => {
    const rows = await send('/intervals', [
      { start_index: 900, end_index: 1000, label: 'One', type: 'RECOVERY', average_watts: 9 },
      { start_index: 2000, end_index: 2100 },
    ]);
    expect(rows.map((row) => [row.start_index, row.end_index])).toEqual([
      [0, 900],
      [900, 1000],
      [1000, 2000],
      [2000, 2100],
      [2100, 4200],
    ]);
    expect(rows[1]).toMatchObject({ label: 'One', type: 'WORK' });
    expect(rows[1]!.average_watts).toBeGreaterThan(100);
  });

  it('all=false keeps the others', async () => {
    const rows = await send('/intervals?all=false', [{ start_index: 1000, end_index: 1100, label: 'In' }]);
    expect(rows.some((row) => row.start_index === 900 && row.end_index === 1000)).toBe(true);
    expect(rows.length).toBeGreaterThan(8);
  });

  it('split cuts one in two', async () => {
    const rows = await send('/split-interval?splitAt=1200', undefined);
    expect(rows.some((row) => row.start_index === 900 && row.end_index === 1200)).toBe(true);
  });
});
