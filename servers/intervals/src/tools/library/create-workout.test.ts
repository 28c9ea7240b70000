import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

const draft = {
  folder_id: '900002',
  sport: 'Ride',
  name: 'Hour',
  steps: [{ for: '1h', at: '100% FTP' }],
  plan_day: 6,
};

describe('icu_create_workout', () => {
  it('puts a workout on a day of a plan once, and reads back what the platform understood', async () => {
    const server = connected();
    const { structured } = await server.call('icu_create_workout', draft);
    expect(structured).toMatchObject({
      written: true,
      workout: { plan_day: 6, planned_load: 100, planned_time_s: 3600, structured: true, steps: draft.steps },
    });
    const again = await server.call('icu_create_workout', draft);
    expect(again.structured.written).toBe(false);
    const listed = await server.call('icu_get_workouts_in_folder', { folder_id: '900002' });
    expect(objects(listed.structured)).toHaveLength(3);
  });

  it('takes a file of the user once, and shows the steps that were understood', async () => {
    const server = connected();
    const call = { file: 'tempo.zwo', folder_id: '900001', sport: 'Ride' };
    const { structured } = await server.call('icu_create_workout', call);
    expect(structured).toMatchObject({ written: true, workout: { name: 'tempo', sport: 'Ride', structured: true } });
    expect((await server.call('icu_create_workout', call)).structured.written).toBe(false);
    const listed = await server.call('icu_get_workouts_in_folder', { folder_id: '900001' });
    expect(objects(listed.structured).filter(({ name }) => name === 'tempo')).toHaveLength(1);
  });

  it.each([
    [{ folder_id: '900001', sport: 'Ride', file: 'ride.gpx' }, 'is not a .zwo'],
    [{ folder_id: '900001', sport: 'Ride' }, 'needs name and steps, or a file'],

    [{ ...draft, folder_id: '900001' }, 'is a folder, which has no days'],
    [{ ...draft, steps: [{ for: 'long' }] }, 'steps[0]'],
    [{ ...draft, folder_id: '7' }, 'There is no folder or plan 7'],
  ])('refuses %j', async (args, said) => {
    const { failure } = await connected().call('icu_create_workout', args);
    expect(failure?.message).toContain(said);
  });
});
