import { describe, expect, it } from 'vitest';
import { curveTable } from './compare.ts';
import { curveId } from './period.ts';
import { nearestOnGrid } from './points.ts';

const curve = (values: (number | null)[]) => ({ grid: [60, 300, 1200], values, activityIds: ['a', 'b', null] });
const columns = {
  axis: (at: number) => ({ duration_s: at }),
  value: ({ value }: { value: number | null }) => ({ power_w: value }),
};

describe('a curve', () => {
  it('names periods as the platform does', () => {
    expect(curveId('90D')).toBe('90d');
    expect(curveId('2026')).toBe('r.2026-01-01.2026-12-31');
    expect(curveId('2026-01-01..2026-03-31')).toBe('r.2026-01-01.2026-03-31');
    expect(() => curveId('2026-03-31..2026-01-01')).toThrow('is not a period');
  });

  it('takes the grid’s nearest position, and none where the grid ends', () => {
    expect(nearestOnGrid([60, 300, 1200], [61, 300, 3600])).toEqual([60, 300]);
  });

  it('holds two periods side by side, the change in percent of the second', () => {
    const pair = { current: curve([500, 330, 250]), other: curve([500, 300, null]), activities: {} };
    const { columns: names, rows } = curveTable(pair, [60, 300, 1200], columns);
    const change = names.indexOf('change_pct');
    expect(rows.map((row) => row[change])).toEqual([0, expect.closeTo(10, 9), null]);
  });

  it('leaves out positions that neither period has', () => {
    const pair = { current: curve([500, null, null]), other: undefined, activities: {} };
    expect(curveTable(pair, [60, 300], columns).rows).toHaveLength(1);
  });
});
