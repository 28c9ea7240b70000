import { describe, expect, it } from 'vitest';
import { objects, TODAY } from '../connected.ts';
import { journey } from './journey.ts';

describe('A7: am I ready for the race?', () => {
  it('gives the days left, the way of form to race day, key sessions and signs of the body, never a score', async () => {
    const { ask, cost } = journey();
    const event = (await ask('tp_get_next_event')).structured.event as { date: string; days_left: number };
    expect(event).toMatchObject({ days_left: 11 });
    const path = await ask('tp_get_fitness', { oldest: TODAY, newest: event.date });
    expect(objects(path.structured).at(-1)).toMatchObject({
      date: event.date,
      projected: true,
      form: expect.any(Number),
    });
    const best = await ask('tp_get_peaks', {
      sport: 'Bike',
      pr_type: 'power20min',
      oldest: '2026-09-02',
      newest: TODAY,
    });
    expect(objects(best.structured)[0]).toMatchObject({
      rank: 1,
      power_w: expect.any(Number),
      ctl: expect.any(Number),
    });
    const metrics = await ask('tp_get_metrics', { metric: 'hrv_ms' });
    expect(objects(metrics.structured)).toHaveLength(7);
    const all = JSON.stringify([path.structured, best.structured, metrics.structured]);
    expect(all).not.toMatch(/readiness|score/i);
    const { tools, upstream, bytes } = cost();
    expect(tools).toBe(4);
    expect(upstream).toBeLessThanOrEqual(6);
    expect(bytes).toBeLessThanOrEqual(7 * 1024);
  });
});
