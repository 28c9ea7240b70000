import { describe, expect, it } from 'vitest';
import { objects, TODAY } from '../connected.ts';
import { journey } from './journey.ts';

describe('A6: if I do this draft week, where is my TSB on race day?', () => {
  it('answers in one call, from today’s platform values, and writes nothing', async () => {
    const { ask, cost, server } = journey();
    const race = '2026-10-25';
    const draft = { '2026-10-19': 60, '2026-10-21': 90, '2026-10-23': 45 };
    const { structured } = await ask('tp_get_fitness', { oldest: TODAY, newest: race, draft });
    const rows = objects(structured);
    const onRaceDay = rows.at(-1);
    expect(onRaceDay).toMatchObject({ date: race, projected: true });
    const before = rows.at(-2);
    expect(Number(onRaceDay?.form)).toBeCloseTo(Number(before?.ctl) - Number(before?.atl), 0);
    const added = rows.filter(({ date }) => String(date) in draft);
    expect(added.every(({ planned_tss }) => Number(planned_tss) >= 45)).toBe(true);
    expect(structured.notes).toContainEqual(expect.stringContaining('nothing was written'));
    expect(server.requests.filter(({ method }) => method === 'PUT' || method === 'DELETE')).toEqual([]);
    const { tools, upstream, bytes } = cost();
    expect(tools).toBe(1);
    expect(upstream).toBeLessThanOrEqual(2);
    expect(bytes).toBeLessThanOrEqual(4 * 1024);
  });
});
