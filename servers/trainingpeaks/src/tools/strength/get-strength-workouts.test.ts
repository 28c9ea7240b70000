import { describe, expect, it } from 'vitest';
import { connected, objects } from '../../../test/connected.ts';

describe('tp_get_strength_workouts', () => {
  it('lists sessions of the strength builder by day', async () => {
    const { structured } = await connected().call('tp_get_strength_workouts');
    expect(objects(structured)).toMatchObject([
      { workout_id: '19000001', date: '2026-10-05', time_s: 2840, tss: 31, sets: 6, done_sets: 6, compliance_pct: 100 },
      { workout_id: '19000002', date: '2026-10-12', done_sets: 3 },
      { workout_id: '19000003', date: '2026-10-19', done_sets: 0, exercises: 'Air Squat, Back Squat, Plank' },
    ]);
  });

  it('gives the history of an exercise with the weight that was moved', async () => {
    const { structured } = await connected().call('tp_get_strength_workouts', { exercise: 'back squat' });
    expect(objects(structured)).toMatchObject([
      { date: '2026-10-05', planned: '3x6 @60kg', executed: '3x6 @60kg', top_kg: 60, volume_kg: 1080 },
      { date: '2026-10-12', executed: '2x6 @60kg', volume_kg: 720 },
      { date: '2026-10-19', executed: null, top_kg: null, volume_kg: null },
    ]);
  });

  it('reads long ranges in parts and stays within its answer on a heavy account', async () => {
    const { structured, text } = await connected({ heavy: true }).call('tp_get_strength_workouts', {
      oldest: '2025-10-01',
      newest: '2026-10-14',
    });
    expect(structured.total).toBeGreaterThan(100);
    expect(text.length).toBeLessThan(40_000);
  });

  it('refuses a range that runs backwards', async () => {
    const { failure } = await connected().call('tp_get_strength_workouts', {
      oldest: '2026-10-14',
      newest: '2026-10-01',
    });
    expect(failure).toMatchObject({ kind: 'bad_input' });
  });
});
