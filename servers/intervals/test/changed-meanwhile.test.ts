import { describe, expect, it } from 'vitest';
import { connected, TODAY, YESTERDAY_RIDE } from './connected.ts';

/** Somebody edits something on the site, seconds after a preview. */
async function onTheSite({ sandbox }: ReturnType<typeof connected>, path: string, body: object): Promise<void> {
  sandbox.clock.advance(2_000);
  const request = new Request(`https://intervals.icu/api/v1/${path}`, {
    method: 'PUT',
    headers: {
      authorization: `Basic ${btoa(`API_KEY:${sandbox.apiKey}`)}`,
      'content-type': 'application/json',
      'user-agent': 'a browser',
    },
    body: JSON.stringify(body),
  });
  const { status } = await sandbox.emulator.fetch(request);
  expect(status).toBe(200);
}

const workout = 'athlete/0/events/5000333';
const race = 'athlete/0/events/5020007';

describe('a preview is void when somebody changed the same thing meanwhile, be it seconds ago', () => {
  it.each([
    ['icu_update_planned_workout', { event_id: '5000333', name: 'A' }, workout, { name: 'B' }],
    ['icu_update_event', { event_id: '5020007', values: { planned_load: 70 } }, race, { icu_training_load: 65 }],
    ['icu_update_note', { event_id: '5020005', text: 'A' }, 'athlete/0/events/5020005', { description: 'B' }],
    ['icu_delete_event', { event_id: '5000333' }, workout, { name: 'B' }],
    ['icu_mark_event_done', { event_id: '5000332' }, 'athlete/0/events/5000332', { moving_time: 1800, name: 'B' }],
    ['icu_bulk_delete_events', { event_ids: ['5000333'] }, workout, { name: 'B' }],
    [
      'icu_update_activity',
      { activity_id: YESTERDAY_RIDE, values: { rpe_1to10: 8 } },
      `activity/${YESTERDAY_RIDE}`,
      { icu_rpe: 9 },
    ],
    ['icu_update_wellness', { values: { weight_kg: 63 } }, `athlete/0/wellness/${TODAY}`, { weight: 64.5 }],
    [
      'icu_update_sport_settings',
      { sport: 'Ride', values: { ftp_w: 245 } },
      'athlete/0/sport-settings/70000?recalcHrZones=true',
      { ftp: 250 },
    ],
    ['icu_update_workout', { workout_id: '900010', name: 'A' }, 'athlete/0/workouts/900010', { name: 'B' }],
    ['icu_update_gear', { gear_id: '71001', values: { name: 'A' } }, 'athlete/0/gear/71001', { name: 'B' }],
  ])('%s', async (tool, args, path, body) => {
    const server = connected();
    const { structured, failure: none } = await server.call(tool, { ...args, dry_run: true });
    expect(none?.toText()).toBeUndefined();
    await onTheSite(server, path, body);
    const { preview_token } = structured;
    const { failure } = await server.call(tool, { ...args, preview_token });
    expect(failure?.kind).toBe('conflict');
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
