import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const pair = { completed_workout_id: '3500500001', planned_workout_id: '3500500000' };

describe('tp_pair_workout', () => {
  it('merges a typed-in run with its plan; the plan is gone and compliance is there', async () => {
    const server = connected();
    const { structured } = await server.call('tp_pair_workout', pair);
    expect(structured).toMatchObject({
      written: true,
      workout: {
        workout_id: '3500500001',
        status: 'done',
        planned: { time_s: 2700, distance_km: 8 },
        done: { time_s: 2520, distance_km: 7.6 },
        compliance: { time_pct: 93.3, distance_pct: 95 },
      },
    });
    expect((await server.call('tp_get_workout', { workout_id: '3500500000' })).failure?.kind).toBe('not_found');
  });

  it('previews which plan goes where', async () => {
    const server = connected();
    const { structured } = await server.call('tp_pair_workout', { ...pair, dry_run: true });
    expect(structured.preview).toMatchObject({
      diff: [
        { field: 'planned', before: null, after: { time_s: 2700 } },
        { field: 'plan on the calendar', after: null },
      ],
    });
    expect(server.writes()).toEqual([]);
  });

  it('warns of another day, another sport and a plan that is replaced', async () => {
    const { call } = connected();
    const { structured } = await call('tp_pair_workout', {
      completed_workout_id: '3500000607',
      planned_workout_id: '3500500000',
      dry_run: true,
    });
    expect((structured.preview as { notes: string[] }).notes).toHaveLength(3);
  });

  it('notices swapped ids, and two workouts that are both done', async () => {
    const { call } = connected();
    const swapped = await call('tp_pair_workout', {
      completed_workout_id: pair.planned_workout_id,
      planned_workout_id: pair.completed_workout_id,
    });
    expect(swapped.failure).toMatchObject({ kind: 'bad_input', next: 'swap the two ids' });
    const both = await call('tp_pair_workout', { ...pair, planned_workout_id: '3500000607' });
    expect(both.failure).toMatchObject({ kind: 'bad_input', message: 'Both workouts are done' });
  });
});
