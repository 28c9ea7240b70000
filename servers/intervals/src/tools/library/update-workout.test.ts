import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

describe('icu_update_workout', () => {
  it('renames and tags, and leaves the steps alone', async () => {
    const server = connected();
    const before = await server.call('icu_get_workouts_in_folder', { workout_id: '900010' });
    const { structured } = await server.call('icu_update_workout', {
      workout_id: '900010',
      name: 'SST',
      tags: ['sst'],
    });
    const { steps } = before.structured.workout as { steps: unknown };
    expect(structured).toMatchObject({ written: true, workout: { name: 'SST', tags: 'sst', planned_load: 71, steps } });
    const again = await server.call('icu_update_workout', { workout_id: '900010', name: 'SST', tags: ['sst'] });
    expect(again.structured.written).toBe(false);
    const cleared = await server.call('icu_update_workout', { workout_id: '900010', tags: [] });
    expect(cleared.structured.workout).not.toHaveProperty('tags');
  });

  it('rewrites the steps and says the new load', async () => {
    const steps = [{ for: '1h', at: '100% FTP' }];
    const { structured } = await connected().call('icu_update_workout', { workout_id: '900010', steps });
    expect(structured).toMatchObject({ workout: { planned_load: 100, steps } });
  });

  it('fails for a workout that does not exist', async () => {
    const { failure } = await connected().call('icu_update_workout', { workout_id: '1', name: 'x' });
    expect(failure?.kind).toBe('not_found');
  });
});
