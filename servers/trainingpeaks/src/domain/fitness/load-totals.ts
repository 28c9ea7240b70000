import { type Day, dayNumber } from '@core/metrics/day';
import { dailyLoads, type LoadEntry } from '@core/metrics/load';

/** Known loads added up by the day they are given; a day without any is not in the answer. */
export function loadTotals(entries: readonly LoadEntry[]): ReadonlyMap<Day, number> {
  const known = entries.filter(({ load }) => load !== null);
  const sums = dailyLoads(known);
  if (sums === null) return new Map();
  const first = dayNumber(sums.from);
  return new Map(known.map(({ day }) => [day, sums.values[dayNumber(day) - first]!]));
}

/** The known ones of a column added up; `null` when there is none. */
export function total(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
