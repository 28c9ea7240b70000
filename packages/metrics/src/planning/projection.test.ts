import { describe, expect, it } from 'vitest';
import { type DailyLoads, fitnessSeries } from '../load/index.ts';
import { changedLoads, type LoadChange, projectedLoads } from './index.ts';

const today = '2026-03-10';
const of = (day: string, load: number | null, done?: boolean) => ({ day, load, ...(done !== undefined && { done }) });
const days = (...values: number[]): DailyLoads => ({
  from: '2026-03-01',
  values: Float64Array.from(values),
  incomplete: [],
});

describe('projectedLoads', () => {
  it('takes what was done before today and what is planned after it', () => {
    const loads = projectedLoads(
      [of('2026-03-08', 50)],
      [of('2026-03-08', 999), of('2026-03-09', 70), of('2026-03-12', 80)],
      { today },
    );
    expect(loads!.from).toBe('2026-03-08');
    expect([...loads!.values]).toEqual([50, 0, 0, 0, 80]);
  });

  it('takes the plan of today until something was done today', () => {
    const planned = [of(today, 60), of(today, 40)];
    expect([...projectedLoads([of('2026-03-09', 5)], planned, { today })!.values]).toEqual([5, 100]);
    expect([...projectedLoads([of(today, 55)], planned, { today })!.values]).toEqual([55]);
    expect(projectedLoads([of(today, null)], planned, { today })!.incomplete).toEqual([today]);
  });

  it('adds the open sessions of today to the done ones when asked to, never a done one', () => {
    const planned = [of(today, 60, true), of(today, 40, false), of(today, 5)];
    const loads = projectedLoads([of(today, 55)], planned, { today, todayCounts: 'actual_and_open' });
    expect([...loads!.values]).toEqual([100]);
    expect([...projectedLoads([of('2026-03-09', 1)], planned, { today })!.values]).toEqual([1, 45]);
  });

  it('counts neither an activity of the future nor a plan that is already done', () => {
    const loads = projectedLoads([of('2026-03-11', 99), of('2026-03-09', 1)], [of('2026-03-11', 30, true)], { today });
    expect([...loads!.values]).toEqual([1]);
  });

  it('covers the days asked for', () => {
    const loads = projectedLoads([], [of('2026-03-11', 30)], { today, from: '2026-03-09', to: '2026-03-12' });
    expect([...loads!.values]).toEqual([0, 0, 30, 0]);
    expect(projectedLoads([], [of('2026-03-09', 30)], { today })).toBeNull();
  });

  it('refuses days that do not exist', () => {
    expect(() => projectedLoads([], [], { today: 'today' })).toThrow('"today" is not a day');
    expect(() => projectedLoads([of('2026-02-30', 1)], [], { today })).toThrow(RangeError);
    expect(() => projectedLoads([], [of('2026-02-30', 1)], { today })).toThrow(RangeError);
  });
});

describe('changedLoads', () => {
  it('replaces, adds and takes away, and leaves the loads it was given as they were', () => {
    const loads = days(50, 60, 70);
    const changed = changedLoads(loads, [
      { day: '2026-03-01', load: 0 },
      { day: '2026-03-02', delta: 15 },
      { day: '2026-03-03', delta: -100 },
      { day: '2026-03-05', load: 20 },
    ]);
    expect([...changed.values]).toEqual([0, 75, 0, 0, 20]);
    expect(changed.from).toBe('2026-03-01');
    expect([...loads.values]).toEqual([50, 60, 70]);
  });

  it('starts from 0 where the load was unknown, which a delta does not make known', () => {
    const loads = { ...days(Number.NaN, Number.NaN), incomplete: ['2026-03-01', '2026-03-02'] };
    const changed = changedLoads(loads, [
      { day: '2026-03-01', delta: 30 },
      { day: '2026-03-02', load: 40 },
    ]);
    expect([...changed.values]).toEqual([30, 40]);
    expect(changed.incomplete).toEqual(['2026-03-01']);
  });

  it('moves CTL by exactly what the changed days add', () => {
    const [base, changed] = [days(50, 60, 70), changedLoads(days(50, 60, 70), [{ day: '2026-03-02', delta: 42 }])];
    const difference = fitnessSeries(changed).ctl[2]! - fitnessSeries(base).ctl[2]!;
    expect(difference).toBeCloseTo(fitnessSeries(days(0, 42, 0)).ctl[2]!, 12);
  });

  it.each<[LoadChange, string]>([
    [{ day: '2026-02-28', load: 1 }, '2026-02-28 lies before 2026-03-01, the first day of the loads'],
    [{ day: '2026-03-01', load: -1 }, 'load -1 of 2026-03-01 must be 0 to 1e9'],
    [{ day: '2026-03-01', load: Number.NaN }, 'load NaN of 2026-03-01'],
    [{ day: '2026-03-01', delta: Number.POSITIVE_INFINITY }, 'load Infinity of 2026-03-01'],
    [{ day: '2026-03-01', delta: Number.NaN }, 'load NaN of 2026-03-01'],
    [{ day: '9999-01-01', load: 1 }, 'over 100 years'],
  ])('refuses %j', (change, message) => {
    expect(() => changedLoads(days(1), [change])).toThrow(RangeError);
    expect(() => changedLoads(days(1), [change])).toThrow(message);
  });
});
