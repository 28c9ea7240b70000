import { describe, expect, it } from 'vitest';
import { connected, YESTERDAY_RIDE } from '../../../test/connected.ts';

const activity_id = YESTERDAY_RIDE;

describe('icu_update_activity', () => {
  it('writes what differs, once, and answers with what was read back', async () => {
    const server = connected();
    const { structured } = await server.call('icu_update_activity', {
      activity_id,
      values: { name: 'Threshold, third cut short', rpe_1to10: 8, feel_1to5_1_is_strong: 4, tags: ['threshold'] },
    });
    expect(structured.written).toBe(true);
    expect(structured.changed).toContainEqual({
      field: 'name',
      before: expect.any(String),
      after: 'Threshold, third cut short',
    });
    expect(server.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    const { structured: details } = await server.call('icu_get_activity_details', { activity_id });
    expect(details).toMatchObject({
      activity: { name: 'Threshold, third cut short', tags: ['threshold'] },
      groups: { subjective: { rpe_1to10: 8, feel_1to5_1_is_strong: 4 } },
    });
  });

  it('sends nothing when the activity already is so', async () => {
    const server = connected();
    const values = { rpe_1to10: 9 };
    await server.call('icu_update_activity', { activity_id, values });
    const again = await server.call('icu_update_activity', { activity_id, values });
    expect(again.structured.written).toBe(false);
    expect(server.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
  });

  it('clears with null, as the service wants it', async () => {
    const server = connected();
    await server.call('icu_update_activity', { activity_id, values: { description: 'x', weight_lifted_kg: 10 } });
    const { structured } = await server.call('icu_update_activity', {
      activity_id,
      values: { description: null, weight_lifted_kg: null },
    });
    expect(structured.changed).toEqual([
      { field: 'description', before: 'x', after: null },
      { field: 'weight_lifted_kg', before: 10, after: null },
    ]);
    expect(structured.notes).toBeUndefined();
  });

  it('moves the activity to other gear, whose distance follows', async () => {
    const server = connected();
    const { garage } = server.sandbox.emulator.state.me;
    const [road, trainer] = [garage.gear[0]!, garage.gear[1]!];
    const before = Number(road.distance);
    const { structured } = await server.call('icu_update_activity', { activity_id, values: { gear_id: road.id } });
    expect(structured.changed).toEqual([{ field: 'gear_id', before: trainer.id, after: road.id }]);
    expect(Number(road.distance)).toBeGreaterThan(before);
  });

  it('sets a field of the athlete by its code', async () => {
    const server = connected();
    const { customItems } = server.sandbox.emulator.state.me;
    customItems.push({ id: 9, type: 'ACTIVITY_FIELD', name: 'Fluid', content: { code: 'FluidMl', type: 'numeric' } });
    const { structured } = await server.call('icu_update_activity', { activity_id, values: { FluidMl: 750 } });
    expect(structured.changed).toEqual([{ field: 'FluidMl', before: null, after: 750 }]);
    const { structured: details } = await server.call('icu_get_activity_details', { activity_id });
    expect(details.groups).toMatchObject({ own_fields: { FluidMl: 750 } });
  });

  it.each([
    [{ heartbeat: 5 }, 'bad_input'],
    [{ rpe_1to10: 11 }, 'bad_input'],
    [{ gear_id: '1' }, 'not_found'],
    [{ gear_id: null }, 'bad_input'],
    [{ planned_event_id: '1' }, 'not_found'],
    [{ NoSuchField: 1 }, 'bad_input'],
  ])('refuses %j before it writes', async (values, kind) => {
    const server = connected();
    const { failure } = await server.call('icu_update_activity', { activity_id, values });
    expect(failure?.kind).toBe(kind);
    expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('says that Strava activities cannot be changed', async () => {
    const server = connected();
    const strava = server.newest({ source: 'STRAVA' });
    const { failure } = await server.call('icu_update_activity', { activity_id: strava, values: { name: 'x' } });
    expect(failure?.kind).toBe('blocked');
  });
});
