import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { activityKeys, eventKeys, wellnessKeys } from './shape/keys.ts';
import { type TestSandbox, testSandbox } from './testing/call.ts';

type Row = Record<string, unknown>;
const YESTERDAY = '2026-10-13';

let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = testSandbox();
});
beforeEach(() => sandbox.emulator.reset());

const status = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) =>
  (await sandbox.send(method, path, body, headers)).status;
const refusal = async (method: string, path: string, body?: unknown) => {
  const response = await sandbox.send(method, path, body);
  return { status: response.status, ...((await response.json()) as Row) } as { status: number; error: string };
};
const workout = (values: Row = {}) => ({
  category: 'WORKOUT',
  type: 'Ride',
  start_date_local: '2026-10-20T00:00:00',
  name: '2 x 20',
  description: '- 10m 60%\n\n2x\n- 20m 90%\n- 5m 55%\n\n- 10m 50%',
  ...values,
});
const yesterdaysRide = async () => (await sandbox.get<Row[]>(`/athlete/0/activities?oldest=${YESTERDAY}`))[0]!;
const stravaRow = async () => {
  const { day } = sandbox.athlete.sessions.findLast((session) => session.source === 'strava')!;
  const rows = await sandbox.get<Row[]>(`/athlete/0/activities?oldest=${day}&newest=${day}`);
  return rows.find((row) => row.source === 'STRAVA')!;
};

describe('1 routes', () => {
  it('an unknown path is the framework’s 404, with timestamp and path', async () => {
    expect(await refusal('GET', '/athlete/0/nothing')).toEqual({
      timestamp: '2026-10-14T09:00:00.000+00:00',
      status: 404,
      error: 'Not Found',
      path: '/api/v1/athlete/0/nothing',
    });
  });

  it('a wrong verb is 405: folders have no list of their workouts, apply is PUT', async () => {
    expect(await refusal('PATCH', '/athlete/0/events')).toMatchObject({ status: 405, error: 'Method Not Allowed' });
    expect(await status('POST', '/athlete/0/sport-settings/Ride/apply')).toBe(405);
  });
});

describe('2 authentication and athletes', () => {
  it('no key is 401, a wrong one 403', async () => {
    expect(await status('GET', '/athlete/0', undefined, { authorization: '' })).toBe(401);
    expect(await status('GET', '/athlete/0', undefined, { authorization: `Basic ${btoa('API_KEY:wrong')}` })).toBe(403);
    expect(
      await status('GET', '/athlete/0', undefined, { authorization: `Basic ${btoa(`me:${sandbox.apiKey}`)}` }),
    ).toBe(403);
  });

  it('the key as a bearer is refused', async () => {
    const response = await sandbox.send('GET', '/athlete/0', undefined, { authorization: `Bearer ${sandbox.apiKey}` });
    expect(response.status).toBe(403);
    expect(await response.json()).toEqual({ status: 403, error: 'Access denied' });
  });

  it('a token of an app works, but not for the roster', async () => {
    sandbox.emulator.state.tokens.set('tok', sandbox.athleteId);
    expect(await status('GET', '/athlete/0', undefined, { authorization: 'Bearer tok' })).toBe(200);
    expect(await status('GET', '/athletes', undefined, { authorization: 'Bearer tok' })).toBe(403);
  });

  it('0 is the owner of the key', async () => {
    expect((await sandbox.get('/athlete/0')).id).toBe(sandbox.athleteId);
  });

  it('an athlete without permission is 403, never the caller’s own data; a reader may not write', async () => {
    const roster = await sandbox.get<Row[]>('/athletes');
    expect(roster).toHaveLength(20);
    expect(await status('GET', '/athlete/i300029/wellness')).toBe(403);
    const reader = roster.find((row) => row.icu_permission === 'READ')!;
    expect(await status('GET', `/athlete/${reader.id}/events`)).toBe(200);
    expect(await status('POST', `/athlete/${reader.id}/events`, workout())).toBe(403);
  });

  it('an athlete can have an id of bare digits', async () => {
    expect((await sandbox.get('/athlete/2049151')).name).toBe('Tina Zupan');
  });

  it('GET athlete gives away the key and the date of birth', async () => {
    expect(await sandbox.get('/athlete/0')).toMatchObject({
      icu_api_key: sandbox.apiKey,
      icu_date_of_birth: '1991-05-17',
    });
  });
});

describe('3 rows', () => {
  it('have every key, null where nothing is known', async () => {
    const row = await yesterdaysRide();
    for (const key of activityKeys) expect(row, key).toHaveProperty(key);
    expect(row.pool_length).toBeNull();
    expect(row).not.toHaveProperty('icu_intervals');
  });

  it('have only the asked fields, nulls dropped, with fields=', async () => {
    const [row] = await sandbox.get<Row[]>(`/athlete/0/activities?oldest=${YESTERDAY}&fields=id,name,pool_length`);
    expect(Object.keys(row!).sort()).toEqual(['id', 'name']);
  });

  it('print single-precision numbers with no more digits than they need', async () => {
    const { icu_intensity: intensity, distance } = await yesterdaysRide();
    expect(Math.fround(intensity as number)).not.toBe(intensity);
    expect(String(distance).replace('.', '').length).toBeLessThanOrEqual(9);
  });

  it('write dates as the service does', async () => {
    const row = await yesterdaysRide();
    expect(row.start_date_local).toMatch(/^2026-10-13T\d\d:\d\d:\d\d$/);
    expect(row.start_date).toMatch(/^2026-10-13T\d\d:\d\d:\d\dZ$/);
    expect(row.created).toMatch(/^2026-10-13T[\d:.]{12}\+00:00$/);
  });

  it('carry keys that the document does not have', async () => {
    expect(await yesterdaysRide()).toHaveProperty('submax_fatigue_test');
    const [settings] = await sandbox.get<Row[]>('/athlete/0/sport-settings');
    expect(settings).toHaveProperty('eFTPSupported', true);
    const event = await sandbox.call('POST', '/athlete/0/events', workout());
    expect(event).toHaveProperty('plan_name', null);
    expect(event).toHaveProperty('paired_activity_id', null);
  });
});

describe('4 events', () => {
  it('a note comes back with all keys and the defaults, its end on the next midnight', async () => {
    const note = await sandbox.call('POST', '/athlete/0/events', {
      category: 'NOTE',
      name: 'Knee',
      start_date_local: '2026-05-25T00:00:00',
    });
    for (const key of eventKeys) expect(note, key).toHaveProperty(key);
    expect(note).toMatchObject({
      end_date_local: '2026-05-26T00:00:00',
      athlete_cannot_edit: false,
      for_week: false,
      training_availability: 'NORMAL',
      calendar_id: 1,
      created_by_id: sandbox.athleteId,
    });
  });

  it('the window is today and six more days unless told', async () => {
    const days = (await sandbox.get<Row[]>('/athlete/0/events?category=WORKOUT')).map((row) =>
      String(row.start_date_local).slice(0, 10),
    );
    expect(days[0]).toBe('2026-10-14');
    expect(days.every((day) => day >= '2026-10-14' && day <= '2026-10-20')).toBe(true);
  });

  it.each([
    ['a note without a name', { category: 'NOTE', start_date_local: '2026-10-20T00:00:00' }, 'Name is required'],
    ['a name over 80 characters', workout({ name: 'x'.repeat(81) }), 'Name is too long'],
    ['a category in lower case', workout({ category: 'workout' }), 'category'],
    ['a date without a time', workout({ start_date_local: '2026-10-20' }), 'could not be parsed'],
    ['an unknown sport', workout({ type: 'ride' }), 'ActivityType'],
    [
      'a race without a sport',
      { category: 'RACE_A', name: 'R', start_date_local: '2026-10-20T00:00:00' },
      'Missing type',
    ],
  ])('refuses %s with 422', async (_, body, text) => {
    const answer = await refusal('POST', '/athlete/0/events', body);
    expect(answer.status).toBe(422);
    expect(answer.error).toContain(text);
  });

  it('upsert finds the event of an external_id, and makes upsertOnUid ignored', async () => {
    const [first] = await sandbox.call<Row[]>('POST', '/athlete/0/events/bulk?upsert=true', [
      workout({ external_id: 'a-1' }),
    ]);
    const [second] = await sandbox.call<Row[]>('POST', '/athlete/0/events/bulk?upsert=true&upsertOnUid=true', [
      workout({ external_id: 'a-1', uid: 'other', name: 'changed' }),
    ]);
    expect(second).toMatchObject({ id: first!.id, name: 'changed' });
    const [third] = await sandbox.call<Row[]>('POST', '/athlete/0/events/bulk', [workout({ external_id: 'a-1' })]);
    expect(third!.id).not.toBe(first!.id);
  });

  it('bulk-delete takes ids and external ids, and passes over the rest', async () => {
    const event = await sandbox.call('POST', '/athlete/0/events', workout({ external_id: 'b-1' }));
    const other = await sandbox.call('POST', '/athlete/0/events', workout());
    const body = [{ id: other.id }, { external_id: 'b-1' }, { id: 1 }];
    expect(await sandbox.call('PUT', '/athlete/0/events/bulk-delete', body)).toEqual({ eventsDeleted: 2 });
    expect(await status('GET', `/athlete/0/events/${event.id}`)).toBe(404);
  });

  it('DELETE of a range without newest takes everything later', async () => {
    await sandbox.send('DELETE', '/athlete/0/events?oldest=2026-10-15&category=WORKOUT');
    expect(await sandbox.get('/athlete/0/events?oldest=2026-10-15&newest=2027-10-15&category=WORKOUT')).toEqual([]);
    expect(
      await sandbox.get<Row[]>('/athlete/0/events?oldest=2026-10-14&newest=2026-10-14&category=WORKOUT'),
    ).toHaveLength(1);
  });

  it('a range delete needs oldest and category', async () => {
    expect((await refusal('DELETE', '/athlete/0/events?oldest=2026-10-15')).error).toContain("'category'");
  });

  it('an update changes only what was sent', async () => {
    const event = await sandbox.call('POST', '/athlete/0/events', workout({ indoor: true }));
    const changed = await sandbox.call('PUT', `/athlete/0/events/${event.id}`, { name: 'renamed' });
    expect(changed).toMatchObject({ name: 'renamed', indoor: true, description: event.description });
  });

  it('paired_activity_id cannot be written: pairing happens on the activity', async () => {
    const event = await sandbox.call('POST', '/athlete/0/events', workout({ start_date_local: '2026-10-13T00:00:00' }));
    const ride = await yesterdaysRide();
    const tried = await sandbox.call('PUT', `/athlete/0/events/${event.id}`, { paired_activity_id: ride.id });
    expect(tried.paired_activity_id).toBeNull();
    await sandbox.send('PUT', `/activity/${ride.id}`, { paired_event_id: event.id });
    expect((await sandbox.get(`/athlete/0/events/${event.id}`)).paired_activity_id).toBe(ride.id);
  });

  it('mark-done makes a manual activity that is paired', async () => {
    const [event] = await sandbox.get<Row[]>('/athlete/0/events?category=WORKOUT');
    const done = await sandbox.call('POST', `/athlete/0/events/${event!.id}/mark-done`);
    expect(done).toMatchObject({ source: 'MANUAL', paired_event_id: event!.id, moving_time: event!.moving_time });
  });
});

describe('5 planned workouts', () => {
  it('steps decide time and load; a supplied workout_doc is ignored', async () => {
    const event = await sandbox.call(
      'POST',
      '/athlete/0/events',
      workout({ workout_doc: { steps: [] }, moving_time: 5, icu_training_load: 999 }),
    );
    expect(event.moving_time).toBe(4200);
    expect((event.workout_doc as Row).duration).toBe(4200);
    expect(event.icu_training_load).toBeLessThan(100);
    expect(event.icu_ftp).toBeNull();
  });

  it('text without steps leaves no workout and puts the distance at 0', async () => {
    const event = await sandbox.call(
      'POST',
      '/athlete/0/events',
      workout({ description: 'Just ride', distance: 40_000 }),
    );
    expect(event).toMatchObject({ workout_doc: null, distance: 0 });
  });

  it('resolve turns single values into ranges outdoors, not indoors', async () => {
    const day = '2026-12-01';
    const put = (indoor: boolean) => workout({ start_date_local: `${day}T00:00:00`, description: '- 10m 40%', indoor });
    for (const indoor of [false, true]) await sandbox.send('POST', '/athlete/0/events', put(indoor));
    const rows = await sandbox.get<Row[]>(
      `/athlete/0/events?oldest=${day}&newest=${day}&resolve=true&category=WORKOUT`,
    );
    const resolved = rows
      .slice(-2)
      .map((row) => ((row.workout_doc as { steps: Row[] }).steps[0] as { _power: Row })._power);
    const ftp = sandbox.truth.ftpSettingOn('2026-10-14');
    const value = Math.round(0.4 * ftp);
    expect(resolved[0]).toEqual({ value, start: Math.floor(0.4 * ftp * 0.975), end: Math.ceil(0.4 * ftp * 1.025) });
    expect(resolved[1]).toEqual({ value, start: value, end: value });
  });

  it('fitness of later days follows the plan', async () => {
    const before = (await sandbox.get<Row>('/athlete/0/wellness/2026-10-20')).ctl as number;
    await sandbox.send('POST', '/athlete/0/events', workout());
    expect((await sandbox.get<Row>('/athlete/0/wellness/2026-10-20')).ctl).toBeGreaterThan(before);
  });
});

describe('6 activities', () => {
  it('come newest first, and limit keeps the newest', async () => {
    const all = await sandbox.get<Row[]>('/athlete/0/activities?oldest=2026-09-01');
    const starts = all.map((row) => String(row.start_date_local));
    expect(starts).toEqual([...starts].sort().reverse());
    const two = await sandbox.get<Row[]>('/athlete/0/activities?oldest=2026-09-01&limit=2');
    expect(two.map((row) => row.id)).toEqual(all.slice(0, 2).map((row) => row.id));
  });

  it('need oldest', async () => {
    expect(await refusal('GET', '/athlete/0/activities')).toMatchObject({
      status: 422,
      error: "Required request parameter 'oldest' for method parameter type String is not present",
    });
  });

  it('from Strava are five keys, refuse every write, and still count in fitness', async () => {
    const row = await stravaRow();
    expect(Object.keys(row).sort()).toEqual(['_note', 'icu_athlete_id', 'id', 'source', 'start_date_local']);
    expect(row._note).toBe('STRAVA activities are not available via the API');
    expect(row.id).toMatch(/^\d+$/);
    expect(await sandbox.get(`/activity/${row.id}`)).toEqual(row);
    expect(await status('PUT', `/activity/${row.id}`, { name: 'x' })).toBe(422);
    expect(await status('DELETE', `/activity/${row.id}`)).toBe(422);
    const day = String(row.start_date_local).slice(0, 10);
    expect((await sandbox.get<Row>(`/athlete/0/wellness/${day}`)).atlLoad).toBeGreaterThan(0);
  });

  it('several by id come oldest first; unknown, repeated and bare-digit ids vanish', async () => {
    const rows = await sandbox.get<Row[]>('/athlete/0/activities?oldest=2026-10-01');
    const natives = rows
      .filter((row) => row.source !== 'STRAVA')
      .slice(0, 2)
      .map((row) => String(row.id));
    const strava = await stravaRow();
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
    expect((await refusal('GET', `${path}101`)).error).toBe('limit must be <= 100');
    expect(await sandbox.get<Row[]>(`${path}2`)).toHaveLength(2);
  });

  it('a number is cleared with -1, a text with an empty one', async () => {
    const { id } = await yesterdaysRide();
    const row = await sandbox.call('PUT', `/activity/${id}`, { icu_rpe: -1, description: '' });
    expect(row.icu_rpe).toBeNull();
    expect(row.description).toBe('');
  });

  it('a written load moves fitness', async () => {
    const { id } = await yesterdaysRide();
    const before = (await sandbox.get<Row>(`/athlete/0/wellness/${YESTERDAY}`)).atl as number;
    await sandbox.send('PUT', `/activity/${id}`, { icu_training_load: 300 });
    expect(await sandbox.get<Row>(`/athlete/0/wellness/${YESTERDAY}`)).toMatchObject({ atlLoad: 300 });
    expect((await sandbox.get<Row>(`/athlete/0/wellness/${YESTERDAY}`)).atl).toBeGreaterThan(before);
  });

  it('compliance is the load per cent of the planned load', async () => {
    const row = await yesterdaysRide();
    const event = await sandbox.get(`/athlete/0/events/${row.paired_event_id}`);
    const expected = (100 * (row.icu_training_load as number)) / (event.icu_training_load as number);
    expect(row.compliance).toBeCloseTo(expected, 4);
  });
});

describe('7 wellness', () => {
  it('comes ascending with every key, future days too', async () => {
    const rows = await sandbox.get<Row[]>('/athlete/0/wellness?oldest=2026-10-10&newest=2026-10-20');
    expect(rows.map((row) => row.id)).toEqual(Array.from({ length: 11 }, (_, i) => `2026-10-${10 + i}`));
    for (const key of wellnessKeys) expect(rows[0], key).toHaveProperty(key);
    expect(rows.at(-1)).toMatchObject({ hrv: null, sportInfo: null });
    expect(rows[0]).not.toHaveProperty('form');
  });

  it('a write touches only what was sent', async () => {
    const before = await sandbox.get<Row>('/athlete/0/wellness/2026-10-12');
    const after = await sandbox.call('PUT', '/athlete/0/wellness/2026-10-12', { weight: 61.2 });
    expect(after).toEqual({ ...before, weight: 61.2, tempWeight: before.tempWeight, updated: after.updated });
  });

  it('refuses a field that it does not know, such as feel', async () => {
    expect(await refusal('PUT', '/athlete/0/wellness/2026-10-12', { feel: 2 })).toEqual({
      status: 422,
      error: 'Unrecognized wellness field [feel]',
    });
  });

  it('ignores updates of a locked day without a word', async () => {
    await sandbox.send('PUT', '/athlete/0/wellness/2026-10-12', { weight: 60, locked: true });
    expect(await sandbox.call('PUT', '/athlete/0/wellness/2026-10-12', { weight: 70 })).toMatchObject({ weight: 60 });
  });

  it('bulk gives no body', async () => {
    const response = await sandbox.send('PUT', '/athlete/0/wellness-bulk', [{ id: '2026-10-11', mood: 2 }]);
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(await sandbox.get('/athlete/0/wellness/2026-10-11')).toMatchObject({ mood: 2 });
  });

  it('computed numbers cannot be written', async () => {
    const before = await sandbox.get<Row>('/athlete/0/wellness/2026-10-12');
    expect((await sandbox.call('PUT', '/athlete/0/wellness/2026-10-12', { ctl: 999 })).ctl).toBe(before.ctl);
  });
});

describe('8 interval writes', () => {
  const send = async (path: string, body: unknown) => {
    const { id } = await yesterdaysRide();
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

describe('9 curves', () => {
  it('are lists with the holders of their points, on the captured grid', async () => {
    const answer = await sandbox.get<{ list: Row[]; activities: Row }>('/athlete/0/power-curves?type=Ride&curves=90d');
    const [curve] = answer.list;
    const secs = curve!.secs as number[];
    expect(secs.slice(58, 63)).toEqual([59, 60, 65, 70, 75]);
    expect(secs).toContain(1200);
    expect(secs).not.toContain(1250);
    expect(curve).toMatchObject({ id: '90d', label: '90 days', days: 91, end_date_local: '2026-10-15T00:00:00' });
    for (const id of curve!.activity_id as string[]) expect(answer.activities).toHaveProperty(id);
    const best = sandbox.truth.bestPower(1200, '2026-07-17', '2026-10-14')!;
    expect((curve!.values as number[])[secs.indexOf(1200)]).toBe(Math.round(best.watts));
  });

  it('an empty window is missing from the list', async () => {
    expect(await sandbox.get('/athlete/0/power-curves?type=Ride&curves=r.2019-01-01.2019-02-01')).toEqual({
      list: [],
      activities: {},
    });
  });

  it('power needs a known type; pace and heart rate fall back to running', async () => {
    expect(await status('GET', '/athlete/0/power-curves?curves=90d')).toBe(422);
    expect(await status('GET', '/athlete/0/power-curves?type=Bike')).toBe(422);
    expect((await sandbox.get<{ list: Row[] }>('/athlete/0/pace-curves?curves=90d')).list).toHaveLength(1);
  });

  it('pace is seconds at a distance, pauses included', async () => {
    const { list } = await sandbox.get<{ list: Row[] }>('/athlete/0/pace-curves?type=Run&curves=42d');
    const [distance, values] = [list[0]!.distance as number[], list[0]!.values as number[]];
    const fiveK = values[distance.indexOf(5000)]!;
    expect(fiveK).toBeGreaterThan(5000 / 5);
    expect(fiveK).toBeLessThan(5000 / 2.5);
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('fatigued curves are lower', async () => {
    const { list } = await sandbox.get<{ list: Row[] }>('/athlete/0/power-curves?type=Ride&curves=1y,1y-kj1');
    const at = (row: Row) => (row.values as number[])[(row.secs as number[]).indexOf(300)]!;
    expect(at(list[1]!)).toBeLessThan(at(list[0]!));
    expect(list[1]!.after_kj).toBe(2000);
  });

  it('activity-pace-curves can refuse the id 0', async () => {
    const path = 'activity-pace-curves?oldest=2026-10-01&newest=2026-10-14&type=Run';
    sandbox.emulator.state.paceCurvesRefuseZero = true;
    expect(await status('GET', `/athlete/0/${path}`)).toBe(403);
    expect(await status('GET', `/athlete/${sandbox.athleteId}/${path}`)).toBe(200);
  });
});

describe('10 streams', () => {
  it('an invalid type is 422, an absent one is left out, the order is the stored one', async () => {
    const { id } = await yesterdaysRide();
    expect((await refusal('GET', `/activity/${id}/streams.json?types=gap`)).error).toBe('Invalid stream type');
    const rows = await sandbox.get<Row[]>(`/activity/${id}/streams.json?types=smo2,heartrate,watts,time`);
    expect(rows.map((row) => row.type)).toEqual(['time', 'watts', 'heartrate']);
  });

  it('latlng has latitude in data and longitude in data2', async () => {
    const rows = await sandbox.get<Row[]>('/athlete/0/activities?oldest=2026-09-20');
    const outside = rows.find((row) => (row.stream_types as string[] | undefined)?.includes('latlng'))!;
    const [stream] = await sandbox.get<{ data: number[]; data2: number[] }[]>(
      `/activity/${outside.id}/streams?types=latlng`,
    );
    expect(stream!.data[100]).toBeCloseTo(46, 0);
    expect(stream!.data2[100]).toBeCloseTo(14.5, 0);
  });

  it('all have one length', async () => {
    const { id } = await yesterdaysRide();
    const rows = await sandbox.get<{ data: unknown[] }[]>(`/activity/${id}/streams`);
    expect(new Set(rows.map((row) => row.data.length))).toEqual(new Set([4200]));
  });

  it('lost contact is 0 in heartrate, silence of the meter null in watts', async () => {
    const session = sandbox.athlete.sessions.findLast(
      (each) => each.sensors.dropouts && each.sensors.power && each.sport === 'ride',
    )!;
    const rows = await sandbox.get<Row[]>(`/athlete/0/activities?oldest=${session.day}&newest=${session.day}`);
    const row = rows.find((each) => each.start_date_local === session.startLocal)!;
    const [watts, heart] = await sandbox.get<{ data: (number | null)[] }[]>(
      `/activity/${row.id}/streams?types=watts,heartrate`,
    );
    expect(watts!.data).toContain(null);
    expect(heart!.data).toContain(0);
    expect(heart!.data).not.toContain(null);
  });
});

describe('12 sport settings', () => {
  it('by id or type, a type of the family, the group for the rest; case matters', async () => {
    const [ride] = await sandbox.get<Row[]>('/athlete/0/sport-settings');
    expect((await sandbox.get(`/athlete/0/sport-settings/${ride!.id}`)).id).toBe(ride!.id);
    expect((await sandbox.get<Row>('/athlete/0/sport-settings/TrailRun')).types).toContain('Run');
    expect(await sandbox.get('/athlete/0/sport-settings/Yoga')).toMatchObject({ other: true });
    expect(await refusal('GET', '/athlete/0/sport-settings/ride')).toEqual({ status: 404, error: 'Not found' });
  });

  it('an update needs recalcHrZones, and only true builds new zones', async () => {
    expect(await status('PUT', '/athlete/0/sport-settings/Ride', { lthr: 160 })).toBe(422);
    const zones = [120, 130, 140, 150, 160, 170, 188];
    const kept = await sandbox.call('PUT', '/athlete/0/sport-settings/Ride?recalcHrZones=false', {
      lthr: 160,
      hr_zones: zones,
    });
    expect(kept.hr_zones).toEqual(zones);
    const built = await sandbox.call<{ hr_zones: number[] }>(
      'PUT',
      '/athlete/0/sport-settings/Ride?recalcHrZones=true',
      {},
    );
    expect(built.hr_zones).not.toEqual(zones);
    expect(built.hr_zones.at(-1)).toBe(188);
  });

  it('a threshold pace in minutes a kilometre is refused or nonsense: it is m/s', async () => {
    expect(
      (await refusal('PUT', '/athlete/0/sport-settings/Run?recalcHrZones=false', { threshold_pace: 270 })).error,
    ).toBe('Invalid threshold pace');
    expect((await sandbox.get<Row>('/athlete/0/sport-settings/Run')).threshold_pace).toBe(3.92);
  });
});

describe('13 gear', () => {
  it('reminders live under the singular path and answer with the gear', async () => {
    const gear = await sandbox.call('POST', '/athlete/0/gear/71003/reminder', { name: 'Replace', distance: 800_000 });
    expect(gear).toMatchObject({ id: '71003', reminders: [{ name: 'Replace', percent_used: 0 }] });
    expect(await status('POST', '/athlete/0/gear/71003/reminders', {})).toBe(404);
  });

  it('distance moves on assignment, and gear cannot be cleared', async () => {
    const { id, distance } = await yesterdaysRide();
    const of = async (gear: string) =>
      (await sandbox.get<Row[]>('/athlete/0/gear')).find((row) => row.id === gear)!.distance as number;
    const before = await of('71001');
    await sandbox.send('PUT', `/activity/${id}`, { gear: { id: '71001' } });
    expect(await of('71001')).toBeCloseTo(before + (distance as number), -1);
    await sandbox.send('PUT', `/activity/${id}`, { gear: null });
    expect((await sandbox.get<{ gear: Row }>(`/activity/${id}`)).gear.id).toBe('71001');
  });
});

describe('14 the edge', () => {
  it('an empty user agent meets the HTML challenge', async () => {
    const response = await sandbox.send('GET', '/athlete/0', undefined, { 'user-agent': '' });
    expect(response.status).toBe(403);
    expect(response.headers.get('cf-mitigated')).toBe('challenge');
    expect(await response.text()).toContain('<!DOCTYPE html>');
  });
});

describe('14 rate limits', () => {
  it('headers are absent unless switched on, then both windows count down', async () => {
    expect((await sandbox.send('GET', '/athlete/0')).headers.has('x-ratelimit-limit')).toBe(false);
    sandbox.emulator.state.rateLimitHeaders = true;
    const { headers } = await sandbox.send('GET', '/athlete/0');
    expect([headers.get('x-ratelimit-limit'), headers.get('x-ratelimit-remaining')]).toEqual([
      '2500,5000',
      '2499,4999',
    ]);
  });
});

describe('16 background work', () => {
  it('fitness can follow a write late: atlLoad moves only after the delay', async () => {
    const { id } = await yesterdaysRide();
    const load = async () => (await sandbox.get<Row>(`/athlete/0/wellness/${YESTERDAY}`)).atlLoad;
    const before = await load();
    sandbox.emulator.state.latency.fitnessMs = 5_000;
    await sandbox.send('PUT', `/activity/${id}`, { icu_training_load: 300 });
    expect(await load()).toBe(before);
    sandbox.clock.advance(5_000);
    expect(await load()).toBe(300);
    sandbox.clock.advance(-5_000);
  });
});

describe('a heavy account', () => {
  it('has a thousand activities and a ride of twelve hours', async () => {
    const heavy = testSandbox({ heavy: true });
    const { list } = heavy.emulator.state.me.activities;
    expect(list().length).toBeGreaterThan(1000);
    const [long] = await heavy.get<Row[]>('/athlete/0/activities/search?q=Twelve');
    expect(long!.moving_time).toBe(43_200);
    const response = await heavy.send('GET', `/activity/${long!.id}/streams.json`);
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(2_000_000);
  });
});

describe('truth and the served rows', () => {
  it('agree on fitness of every day for half a year', async () => {
    const rows = await sandbox.get<{ id: string; ctl: number; atl: number }[]>(
      '/athlete/0/wellness?oldest=2026-04-14&newest=2026-10-13',
    );
    for (const row of rows) {
      const truth = sandbox.truth.fitnessOn(row.id);
      expect(row.ctl).toBeCloseTo(truth.ctl, 4);
      expect(row.atl).toBeCloseTo(truth.atl, 4);
    }
  });

  it('the same seed and clock give the same bytes, another seed other ones', async () => {
    const bytes = async (options: { seed?: number }) =>
      (await testSandbox(options).send('GET', '/athlete/0/activities?oldest=2026-10-01')).text();
    const first = await bytes({});
    expect(await bytes({})).toBe(first);
    expect(await bytes({ seed: 2 })).not.toBe(first);
  });
});
