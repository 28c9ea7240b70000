import { describe, expect, it } from 'vitest';
import { loadWeeks } from './load-weeks.ts';

const day = (date: string, load: number | null, ctl: number) => ({
  date,
  load,
  rides: load === 0 ? 0 : 1,
  estimated: load === 50 ? 1 : 0,
  ctl,
  atl: ctl + 1,
  form: -1,
});

describe('loadWeeks', () => {
  it('adds up from Monday to Sunday, and shows where each week ended', () => {
    const weeks = loadWeeks([
      day('2026-10-13', 80, 61),
      day('2026-10-12', 0, 60),
      day('2026-10-11', 50, 62),
      day('2026-10-10', 100, 61),
    ]);
    expect(weeks).toEqual([
      { week_from: '2026-10-12', load: 80, rides: 1, estimated: 0, ctl: 61, atl: 62, form: -1, unknown_days: 0 },
      { week_from: '2026-10-10', load: 150, rides: 2, estimated: 1, ctl: 62, atl: 63, form: -1, unknown_days: 0 },
    ]);
  });

  it('counts the days that are not in the sum, and has no sum without a known load', () => {
    expect(loadWeeks([day('2026-10-13', null, 60), day('2026-10-12', 40, 60)])).toMatchObject([
      { load: 40, rides: 2, unknown_days: 1 },
    ]);
    expect(loadWeeks([day('2026-10-13', null, 60)])).toMatchObject([{ load: null, unknown_days: 1 }]);
  });
});
