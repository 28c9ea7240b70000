import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventKeys } from '../shape/keys.ts';
import { type Row, type TestSandbox, testSandbox, workout } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeAll(() => {
  sandbox = testSandbox();
});
beforeEach(() => sandbox.emulator.reset());

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
    const answer = await sandbox.refusal('POST', '/athlete/0/events', body);
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
    expect(await sandbox.status('GET', `/athlete/0/events/${event.id}`)).toBe(404);
  });

  it('DELETE of a range without newest takes everything later', async () => {
    await sandbox.send('DELETE', '/athlete/0/events?oldest=2026-10-15&category=WORKOUT');
    expect(await sandbox.get('/athlete/0/events?oldest=2026-10-15&newest=2027-10-15&category=WORKOUT')).toEqual([]);
    expect(
      await sandbox.get<Row[]>('/athlete/0/events?oldest=2026-10-14&newest=2026-10-14&category=WORKOUT'),
    ).toHaveLength(1);
  });

  it('a range delete needs oldest and category', async () => {
    expect((await sandbox.refusal('DELETE', '/athlete/0/events?oldest=2026-10-15')).error).toContain("'category'");
  });

  it('an update changes only what was sent', async () => {
    const event = await sandbox.call('POST', '/athlete/0/events', workout({ indoor: true }));
    const changed = await sandbox.call('PUT', `/athlete/0/events/${event.id}`, { name: 'renamed' });
    expect(changed).toMatchObject({ name: 'renamed', indoor: true, description: event.description });
  });

  it('paired_activity_id cannot be written: pairing happens on the activity', async () => {
    const event = await sandbox.call('POST', '/athlete/0/events', workout({ start_date_local: '2026-10-13T00:00:00' }));
    const ride = await sandbox.yesterdaysRide();
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
