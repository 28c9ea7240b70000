import { curveAt } from '@core/metrics/curves';
import { describe, expect, it } from 'vitest';
import { historyOf } from './efforts.ts';

const best = (at: number, value: number) => ({ at, value, activityId: 'a', day: '2026-09-01' });
const range = { oldest: '2026-07-01', newest: '2026-09-30' };
const history = (...bests: ReturnType<typeof best>[]) => historyOf({ range, bests, skipped: {} });

describe('bests that an effort is held against', () => {
  it('reach a little below the durations that a platform keeps', () => {
    const curve = history(best(300, 300), best(1200, 254), best(3600, 206))!;
    expect(curveAt(curve, 1200).value).toBe(254);
    expect(curveAt(curve, 1140).value).toBe(254);
    expect(curveAt(curve, 700).value).toBeNull();
  });

  it('are those that were measured where there are enough of them', () => {
    const curve = history(best(1100, 260), best(1200, 254))!;
    expect([...curve.durations]).toEqual([1000, 1100, 1200]);
    expect(curveAt(curve, 1150).value).toBeGreaterThan(254);
  });

  it('are none without data', () => {
    expect(history()).toBeUndefined();
  });
});
