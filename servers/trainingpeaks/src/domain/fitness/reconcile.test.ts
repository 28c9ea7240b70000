import { addDays } from '@core/mcp-kit';
import { describe, expect, it } from 'vitest';
import { type WirePerformanceDay, wirePerformanceDay } from '../../client/reports/wire.ts';
import { type ChartSource, ownSeries } from './chart.ts';
import { formRule, reconcile } from './reconcile.ts';

const FIRST = '2026-09-01';

/** Days as the platform makes them from loads, by its own rule; `edit` changes what is published. */
function days(loads: readonly number[], edit: (day: WirePerformanceDay, i: number) => object = () => ({})) {
  let [ctl, atl] = [50, 60];
  return loads.map((tssActual, i) => {
    const tsb = ctl - atl;
    ctl += (tssActual - ctl) / 42;
    atl += (tssActual - atl) / 7;
    const day = wirePerformanceDay.parse({ workoutDay: `${addDays(FIRST, i)}T00:00:00`, tssActual, ctl, atl, tsb });
    return { ...day, ...edit(day, i) };
  });
}

const source = (rows: WirePerformanceDay[], today = addDays(FIRST, rows.length - 1)): ChartSource => ({
  days: rows,
  planned: [],
  oldest: addDays(FIRST, 1),
  newest: today,
  today,
});

function checked(rows: WirePerformanceDay[]) {
  const of = source(rows);
  return reconcile(of, ownSeries(of)!);
}

describe('our recursion beside the platform’s', () => {
  it('follows the example of the reference: 50 and 60, then 80, 0, 120', () => {
    const [first, second, third] = days([80, 0, 120]);
    expect([first?.ctl, second?.ctl, third?.ctl]).toEqual(
      [50.714, 49.507, 51.185].map((ctl) => expect.closeTo(ctl, 3)),
    );
    expect(first?.tsb).toBe(-10);
  });

  it('agrees when the published values follow from the published loads', () => {
    expect(checked(days([80, 0, 120, 60]))).toMatchObject({ largest_difference: expect.closeTo(0, 9) });
  });

  it('names the first day that does not follow, and why that may be', () => {
    const edited = days([80, 0, 120, 60], (day, i) => (i < 2 ? {} : { ctl: (day.ctl ?? 0) + 3 }));
    expect(checked(edited)).toMatchObject({
      differs_from: addDays(FIRST, 2),
      because: expect.stringContaining('recalculates'),
      largest_difference: expect.closeTo(3, 6),
    });
  });

  it('knows when the platform counts today’s plan already', () => {
    const edited = days([80, 0, 120, 0], (day, i) => (i < 3 ? {} : { ctl: (day.ctl ?? 0) + 2, tssPlanned: 84 }));
    expect(checked(edited)?.because).toContain('planned for today');
  });

  it('starts nowhere without a value of the evening before', () => {
    const empty = days([80, 0, 120], () => ({ ctl: null, atl: null, tsb: null }));
    expect(ownSeries(source(empty))).toBeUndefined();
  });
});

describe('the rule of form', () => {
  it('is read from the days: the evening before, the same evening, or not to be told', () => {
    expect(formRule(days([80, 0, 120, 60]))).toBe('evening before');
    const same = days([80, 0, 120, 60], ({ ctl, atl }) => ({ tsb: (ctl ?? 0) - (atl ?? 0) }));
    expect(formRule(same)).toBe('same evening');
    expect(formRule(days([80, 0, 120], () => ({ tsb: 99 })))).toBeNull();
    expect(formRule([])).toBeNull();
  });
});
