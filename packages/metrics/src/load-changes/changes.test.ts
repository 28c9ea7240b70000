import { describe, expect, it } from 'vitest';
import { type DailyLoads, fitnessSeries } from '../load/index.ts';
import { fitnessWithChanges } from './index.ts';

const loads: DailyLoads = { from: '2026-03-01', values: Float64Array.of(50, 0, 80, 20, 60), incomplete: [] };

describe('fitnessWithChanges', () => {
  it('is the plain series when nothing changes', () => {
    expect(fitnessWithChanges(loads, [])).toEqual(fitnessSeries(loads));
  });

  it('replaces CTL and ATL of the evening before, so that the load of the day still adds', () => {
    const series = fitnessWithChanges(loads, [{ day: '2026-03-03', ctl: 40, atl: 30 }], { recursion: 'reciprocal' });
    expect(series.ctl[1]).toBe(fitnessSeries(loads, { recursion: 'reciprocal' }).ctl[1]);
    expect(series.ctl[2]).toBeCloseTo(40 + 40 / 42, 12);
    expect(series.atl[2]).toBeCloseTo(30 + 50 / 7, 12);
    expect(series.form[2]).toBe(10);
    expect(series.form[3]).toBeCloseTo(series.ctl[2]! - series.atl[2]!, 12);
    expect(series.from).toBe('2026-03-01');
    expect(series.to).toBe('2026-03-05');
    expect(series.start.ctl).toEqual({ share: expect.closeTo((41 / 42) ** 3, 12), bias: 0 });
  });

  it('keeps the value that a change leaves out', () => {
    const series = fitnessWithChanges(loads, [{ day: '2026-03-03', atl: 0 }], { recursion: 'reciprocal' });
    expect([...series.ctl]).toEqual([...fitnessSeries(loads, { recursion: 'reciprocal' }).ctl]);
    expect(series.atl[2]).toBeCloseTo(80 / 7, 12);
  });

  it('uses other time constants from a day on, and keeps them through later changes', () => {
    const changes = [
      { day: '2026-03-04', ctl: 10 },
      { day: '2026-03-03', ctlDays: 20, atlDays: 5 },
    ];
    const series = fitnessWithChanges(loads, changes, { recursion: 'reciprocal' });
    const before = fitnessSeries(loads, { recursion: 'reciprocal' });
    expect(series.ctl[1]).toBe(before.ctl[1]);
    expect(series.ctl[2]).toBeCloseTo(before.ctl[1]! + (80 - before.ctl[1]!) / 20, 12);
    expect(series.atl[2]).toBeCloseTo(before.atl[1]! + (80 - before.atl[1]!) / 5, 12);
    expect(series.ctl[3]).toBeCloseTo(10 + (20 - 10) / 20, 12);
    expect(series.convention).toMatchObject({ ctlDays: 20, atlDays: 5 });
  });

  it.each(['2026-02-01', '2026-03-01'])('applies a change of %s to the first day', (day) => {
    const series = fitnessWithChanges(loads, [{ day, ctl: 42 }], { seed: { ctl: 1, atl: 7 }, recursion: 'reciprocal' });
    expect(series.form[0]).toBe(35);
    expect(series.ctl[0]).toBeCloseTo(42 + 8 / 42, 12);
    expect(series.atl[0]).toBeCloseTo(7 + 43 / 7, 12);
  });

  it('keeps the start it was asked for where a change on the first day leaves it', () => {
    const mean = fitnessWithChanges(loads, [{ day: '2026-03-01', atl: 3 }], { seed: { meanOfDays: 3 } });
    expect(mean.ctl[0]).toBeCloseTo(fitnessSeries(loads, { seed: { meanOfDays: 3 } }).ctl[0]!, 12);
    expect(mean.form[0]).toBeCloseTo(130 / 3 - 3, 12);
    expect(fitnessWithChanges(loads, [{ day: '2026-03-01', atl: 3 }]).form[0]).toBe(-3);
  });

  it('merges the changes of one day, the later winning', () => {
    const day = '2026-03-02';
    const series = fitnessWithChanges(loads, [
      { day, ctl: 10 },
      { day, atl: 4 },
      { day, ctl: 12 },
    ]);
    expect(series.form[1]).toBe(8);
  });

  it('ignores a change after the last day and reaches the day asked for', () => {
    const later = [{ day: '2026-03-06', ctl: 99 }];
    expect(fitnessWithChanges(loads, later)).toEqual(fitnessSeries(loads));
    const series = fitnessWithChanges(loads, later, { until: '2026-03-08', recursion: 'reciprocal' });
    expect(series.to).toBe('2026-03-08');
    expect(series.ctl[5]).toBeCloseTo(99 * (41 / 42), 12);
  });

  it('splits separate ATL loads with the others', () => {
    const atlLoads = { ...loads, values: Float64Array.of(0, 0, 7, 14, 0) };
    const series = fitnessWithChanges(loads, [{ day: '2026-03-03', atl: 0 }], { atlLoads, recursion: 'reciprocal' });
    expect(series.atl[2]).toBeCloseTo(1, 12);
    expect(series.atl[3]).toBeCloseTo(1 + 13 / 7, 12);
  });

  it('refuses what the plain series refuses, and a day that does not exist', () => {
    expect(() => fitnessWithChanges(loads, [{ day: '2026-03-03', ctl: -1 }])).toThrow(RangeError);
    expect(() => fitnessWithChanges(loads, [{ day: '2026-03-03', ctlDays: 0 }])).toThrow(RangeError);
    expect(() => fitnessWithChanges(loads, [{ day: '2026-02-30' }])).toThrow('"2026-02-30" is not a day');
  });
});
