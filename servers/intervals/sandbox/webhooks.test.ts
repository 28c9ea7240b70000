import { expect, it } from 'vitest';
import { testSandbox } from './testing/call.ts';
import { notify } from './webhooks.ts';

const TARGET = { url: 'https://app.example/hook', secret: 'shh' };

/** A receiver that gives these answers one after the other. */
function receiver(...statuses: number[]) {
  const bodies: string[] = [];
  const waits: number[] = [];
  return {
    bodies,
    waits,
    fetch: async (_: string, init: RequestInit) => {
      bodies.push(String(init.body));
      const status = statuses.shift();
      if (status === undefined) throw new TypeError('fetch failed');
      return new Response(null, { status });
    },
    wait: async (milliseconds: number) => {
      waits.push(milliseconds);
    },
  };
}

const { me } = testSandbox().emulator.state;
const ride = me.activities.list()[0]!;

it('15 a webhook echoes the secret and carries the row', async () => {
  const outside = receiver(200);
  expect(await notify(me, TARGET, { type: 'ACTIVITY_UPDATED', activity: ride }, outside)).toEqual({
    type: 'ACTIVITY_UPDATED',
    attempts: 1,
    delivered: true,
  });
  const body = JSON.parse(outside.bodies[0]!) as { secret: string; events: Record<string, unknown>[] };
  expect(body.secret).toBe('shh');
  expect(body.events[0]).toMatchObject({ athlete_id: me.id, type: 'ACTIVITY_UPDATED', activity: { id: ride.id } });
});

it('15 everything but 200 is tried again with a growing wait, 204 too', async () => {
  const outside = receiver(204, 500, 200);
  expect(await notify(me, TARGET, { type: 'TEST' }, outside)).toMatchObject({ attempts: 3, delivered: true });
  expect(outside.waits).toEqual([1000, 2000]);
});

it('15 a receiver that is gone is given up in the end', async () => {
  expect(await notify(me, TARGET, { type: 'TEST' }, receiver())).toEqual({
    type: 'TEST',
    attempts: 4,
    delivered: false,
  });
});

it('15 Strava rows never fire', async () => {
  const strava = me.activities.list().find((activity) => activity.source === 'STRAVA')!;
  const outside = receiver(200);
  expect(await notify(me, TARGET, { type: 'ACTIVITY_UPDATED', activity: strava }, outside)).toBeUndefined();
  expect(outside.bodies).toEqual([]);
});

it('15 wellness and calendar changes carry their rows', async () => {
  const outside = receiver(200, 200);
  await notify(me, TARGET, { type: 'WELLNESS_UPDATED', days: ['2026-10-12'] }, outside);
  const [event] = me.calendar.list();
  await notify(me, TARGET, { type: 'CALENDAR_UPDATED', events: [event!], deleted: [] }, outside);
  expect(JSON.parse(outside.bodies[0]!)).toMatchObject({ events: [{ records: [{ id: '2026-10-12' }] }] });
  expect(JSON.parse(outside.bodies[1]!)).toMatchObject({
    events: [{ events: [{ id: event!.id }], deleted_events: [] }],
  });
});
