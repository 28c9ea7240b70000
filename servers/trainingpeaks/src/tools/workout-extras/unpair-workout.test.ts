import { describe, expect, it } from 'vitest';
import { connected } from '../../../test/connected.ts';

const PAIRED = '3500000607';

describe('tp_unpair_workout', () => {
  it('gives back the plan as a workout of its own and the result without it, TSS included', async () => {
    const server = connected();
    const { structured } = await server.call('tp_unpair_workout', { workout_id: PAIRED });
    const planned = structured.planned as { workout_id: string };
    expect(planned).toMatchObject({ status: 'missed', planned: { time_s: 4380, tss: 74.1 }, subtype: 'Virtual Bike' });
    expect(structured.done).toEqual([
      expect.objectContaining({ workout_id: PAIRED, status: 'unplanned', done: expect.objectContaining({ tss: 70 }) }),
    ]);
    const pair = { completed_workout_id: PAIRED, planned_workout_id: planned.workout_id };
    expect((await server.call('tp_pair_workout', pair)).structured.workout).toMatchObject({ status: 'done' });
  });

  it('refuses a workout that is only planned', async () => {
    const server = connected();
    const { failure } = await server.call('tp_unpair_workout', { workout_id: '3500000609' });
    expect(failure).toMatchObject({ kind: 'bad_input', next: expect.stringContaining('done') });
    expect(server.writes()).toEqual([]);
  });
});
