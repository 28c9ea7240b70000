import { type Day, mondayOf } from '@core/metrics/day';
import type { ChartDay } from './chart.ts';
import { loadTotals } from './load-totals.ts';

/**
 * A chart by week: loads added up, the values those of the week's last day. Actual and planned loads stay apart, and a
 * week is `projected` when its last day is.
 */
export function byWeek(days: readonly ChartDay[]): ChartDay[] {
  const last = new Map<Day, ChartDay>();
  for (const day of days) last.set(mondayOf(day.date), day);
  const actual = weekTotals(days, 'load');
  const planned = weekTotals(days, 'planned_load');
  return [...last].map(([monday, day]) => ({
    ...day,
    load: actual.get(monday) ?? null,
    planned_load: planned.get(monday) ?? null,
  }));
}

function weekTotals(days: readonly ChartDay[], key: 'load' | 'planned_load'): ReadonlyMap<Day, number> {
  return loadTotals(days.map((day) => ({ day: mondayOf(day.date), load: day[key] })));
}
