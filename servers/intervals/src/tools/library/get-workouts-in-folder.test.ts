import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('icu_get_workouts_in_folder', () => {
  it('lists a plan in the order of its days', async () => {
    const { structured } = await connected().call('icu_get_workouts_in_folder', { folder_id: '900002' });
    expect(objects(structured)).toMatchObject([
      { id: '900013', plan_day: 2, name: 'Plan ride', planned_load: 46, structured: true },
      { id: '900014', plan_day: 4, name: 'Plan tempo', planned_load: 71 },
    ]);
  });

  it('shows one with steps that can be sent back', async () => {
    const server = connected();
    const { structured } = await server.call('icu_get_workouts_in_folder', { workout_id: '900010' });
    const { steps, sport, name } = structured.workout as Record<string, unknown>;
    const draft = { date: '2026-12-01', sport, name, steps, dry_run: true };
    const { structured: preview } = await server.call('icu_create_planned_workout', draft);
    expect(JSON.stringify(preview)).toContain('"planned_load","before":null,"after":71');
  });

  it('names the folders that are there when the id is wrong', async () => {
    const { failure } = await connected().call('icu_get_workouts_in_folder', { folder_id: '5' });
    expect(failure).toMatchObject({ kind: 'not_found', next: expect.stringContaining('900001 "Sweet spot"') });
  });
});
