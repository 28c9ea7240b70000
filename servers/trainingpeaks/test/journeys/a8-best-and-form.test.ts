import { describe, expect, it } from 'vitest';
import { objects, TODAY } from '../connected.ts';
import { journey } from './journey.ts';

describe('A8: what is my best 20 min this year against last, and what was my CTL then?', () => {
  it('takes two calls, each with CTL beside the watts', async () => {
    const { ask, cost } = journey();
    const call = { sport: 'Bike', pr_type: '20min' };
    const [now] = objects((await ask('tp_get_peaks', { ...call, oldest: '2026-01-01', newest: TODAY })).structured);
    const [then] = objects(
      (await ask('tp_get_peaks', { ...call, oldest: '2025-01-01', newest: '2025-12-31' })).structured,
    );
    expect(now).toMatchObject({ date: '2026-05-12', power_w: 271, ctl: 63.2 });
    expect(then).toMatchObject({ date: '2025-11-11', power_w: 258, ctl: 60.8 });
    const { tools, upstream, bytes } = cost();
    expect(tools).toBe(2);
    expect(upstream).toBeLessThanOrEqual(4);
    expect(bytes).toBeLessThanOrEqual(3 * 1024);
  });
});
