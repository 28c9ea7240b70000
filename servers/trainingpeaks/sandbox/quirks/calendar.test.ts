import { beforeEach, describe, expect, it } from 'vitest';
import { type Row, type TestSandbox, testSandbox } from '../testing/call.ts';

let sandbox: TestSandbox;
beforeEach(() => {
  sandbox = testSandbox();
});
const V6 = '/fitness/v6/athletes/1200001';
const V1 = '/fitness/v1/athletes/1200001';
const race = { personId: 1_200_001, name: 'Autumn 5k', eventDate: '2026-10-25', eventType: 'RunningRoad' };

describe('behaviour 23: events', () => {
  it('are not created on the collection, nor deleted there', async () => {
    expect(await sandbox.refusal('POST', `${V6}/events`, race)).toEqual({
      status: 500,
      text: '{"message":"An error has occurred."}',
    });
    const { id } = await sandbox.call('POST', `${V6}/event`, race);
    expect(await sandbox.status('DELETE', `${V6}/events/${id}`)).toBe(404);
    expect(await sandbox.status('GET', `${V6}/events`)).toBe(405);
    expect(await sandbox.status('DELETE', `${V6}/event/${id}`)).toBe(200);
  });

  it('of an unknown type become Undefined', async () => {
    const event = await sandbox.call('POST', `${V6}/event`, { ...race, eventType: 'CyclingGravel' });
    expect(event).toMatchObject({ eventType: 'Undefined', eventDate: '2026-10-25T00:00:00' });
  });

  it('re-sort their workouts and derive legs', async () => {
    const rows = await sandbox.get<Row[]>(`${V6}/workouts/2026-10-18/2026-10-30`);
    const [first, second] = rows.map(({ workoutId }) => workoutId);
    const event = await sandbox.call<{ workouts: number[]; legs: Row[] }>('POST', `${V6}/event`, {
      ...race,
      workouts: [second, first],
    });
    expect(event.workouts).toEqual([first, second]);
    expect(event.legs.map(({ workoutId }) => workoutId)).toEqual([first, second]);
  });

  it('need personId: athleteId will not do', async () => {
    const { personId: athleteId, ...rest } = race;
    expect(await sandbox.status('POST', `${V6}/event`, { ...rest, athleteId })).toBe(400);
  });

  it('have a focus and a next one, or 404 or nothing at all', async () => {
    expect(await sandbox.get(`${V6}/events/focusevent`)).toMatchObject({ atpPriority: 'A' });
    expect(await sandbox.get(`${V6}/events/nextplannedevent`)).toMatchObject({ name: 'Gravel Fondo' });
    for (const { id } of sandbox.me.events.list()) sandbox.me.events.remove(Number(id));
    expect(await sandbox.refusal('GET', `${V6}/events/focusevent`)).toEqual({ status: 404, text: '' });
    sandbox.quirks.noEventIsEmpty = true;
    expect(await sandbox.refusal('GET', `${V6}/events/focusevent`)).toEqual({ status: 200, text: '' });
  });

  it('may be named by another key when they are new', async () => {
    sandbox.quirks.otherIdNames = true;
    const event = await sandbox.call('POST', `${V6}/event`, race);
    expect(event).not.toHaveProperty('id');
    expect(await sandbox.status('DELETE', `${V6}/event/${event.eventId}`)).toBe(200);
  });

  it('are replaced whole: what the body leaves out is gone', async () => {
    const event = await sandbox.call('POST', `${V6}/event`, { ...race, description: 'Flat' });
    const next = await sandbox.call('PUT', `${V6}/event`, { ...race, id: event.id, name: 'Autumn 10k' });
    expect(next).toMatchObject({ id: event.id, name: 'Autumn 10k', description: null });
  });
});

describe('behaviour 24: availability', () => {
  const week = { startDate: '2026-11-01T00:00:00', endDate: '2026-11-04T00:00:00', type: 2, reason: 'Work' };

  it('with athleteId is refused in these words', async () => {
    expect(await sandbox.refusal('POST', `${V1}/availability`, { ...week, athleteId: 1_200_001 })).toEqual({
      status: 400,
      text: '{"message":"AthleteId of request url and AthleteId in body of request do not match"}',
    });
  });

  it('never says that it is limited', async () => {
    const row = await sandbox.call('POST', `${V1}/availability`, {
      ...week,
      personId: 1_200_001,
      limitedAvailability: true,
      availableSportTypes: [3],
    });
    expect(row).toMatchObject({ limitedAvailability: false, type: 2, availableSportTypes: [3] });
    const listed = await sandbox.get<Row[]>(`${V1}/availability/2026-11-03/2026-11-30`);
    expect(listed.map(({ id }) => id)).toContain(row.id);
    expect(await sandbox.status('DELETE', `${V1}/availability/${row.id}`)).toBe(200);
    expect(await sandbox.status('GET', `${V1}/availability/${row.id}`)).toBe(404);
  });
});

describe('calendar notes', () => {
  it('are created, listed on v1 and v2, changed, commented and deleted', async () => {
    const body = { athleteId: 1_200_001, noteDate: '2026-10-16T00:00:00', title: 'Massage', description: 'At 5' };
    const note = await sandbox.call('POST', `${V1}/calendarNote`, body);
    for (const version of ['v1', 'v2']) {
      const path = `/fitness/${version}/athletes/1200001/calendarNote/2026-10-16/2026-10-16`;
      expect((await sandbox.get<Row[]>(path)).map(({ id }) => id)).toContain(note.id);
    }
    const changed = await sandbox.call('PUT', `${V1}/calendarNote/${note.id}`, { ...note, title: 'Physio' });
    expect(changed).toMatchObject({ id: note.id, title: 'Physio' });
    const comment = await sandbox.call('PUT', `${V1}/calendarNote/${note.id}/comment`, { Comment: 'Moved?' });
    const id = comment.calendarNoteCommentStreamId;
    await sandbox.call('PUT', `${V1}/calendarNote/${note.id}/comment`, {
      CalendarNoteCommentStreamId: id,
      Comment: 'Moved!',
    });
    expect(await sandbox.get(`${V1}/calendarNote/${note.id}/comments`)).toMatchObject([{ comment: 'Moved!' }]);
    expect(await sandbox.get(`${V1}/calendarNote/${note.id}`)).toMatchObject({ commentCount: 1 });
    await sandbox.send('DELETE', `${V1}/calendarNote/${note.id}`);
    expect(await sandbox.status('GET', `${V1}/calendarNote/${note.id}`)).toBe(404);
  });

  it('written without a description lose it', async () => {
    const body = { athleteId: 1_200_001, noteDate: '2026-10-16T00:00:00', title: 'A', description: 'B' };
    const note = await sandbox.call('POST', `${V1}/calendarNote`, body);
    const { description: _, ...rest } = body;
    expect(await sandbox.call('PUT', `${V1}/calendarNote/${note.id}`, rest)).toMatchObject({ description: null });
  });
});

describe('goal lists', () => {
  it('are made, listed and deleted', async () => {
    const list = await sandbox.call('POST', `${V1}/goallists`, {
      activityDate: '2026-10-20T00:00:00',
      goals: [{ type: 'Written', text: 'Sleep' }],
    });
    expect(await sandbox.get<Row[]>(`${V1}/goallists`)).toHaveLength(1);
    expect(await sandbox.status('DELETE', `${V1}/goallists/${list.id}`)).toBe(204);
  });
});
