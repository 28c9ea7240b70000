import { describe, expect, it } from 'vitest';
import { objects, TODAY } from '../connected.ts';
import { journey } from './journey.ts';

describe('A1: how is today looking, train or rest?', () => {
  it('knows form as delivered, how fresh the body’s signs are, and what is planned', async () => {
    const { ask, cost } = journey();
    const day = { oldest: TODAY, newest: TODAY };
    const fitness = await ask('tp_get_fitness', day);
    const metrics = await ask('tp_get_metrics', { ...day, metric: 'hrv_ms' });
    const planned = await ask('tp_get_workouts', day);
    expect(fitness.structured.today).toMatchObject({ date: TODAY, form: expect.any(Number), form_band: 'grey' });
    expect(objects(metrics.structured.latest as never)).toMatchObject([{ metric: 'hrv_ms', age_days: 0 }]);
    expect(objects(planned.structured)).toMatchObject([{ title: 'Endurance 75 min', status: 'planned' }]);
    // Delivered only: today's plan is in a column of its own.
    expect(objects(fitness.structured)[0]).toMatchObject({ date: TODAY, tss: 0, planned_tss: 57 });
    const { tools, upstream, bytes } = cost();
    expect(tools).toBe(3);
    expect(upstream).toBeLessThanOrEqual(4);
    expect(bytes).toBeLessThanOrEqual(4 * 1024);
  });
});
