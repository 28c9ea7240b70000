import { totals } from '@core/metrics/samples';
import type { NamedSeries } from './streams.ts';

/** A position has no mean, and a distance only grows. */
const withoutMean = /_deg$|^distance_/;

/**
 * Lowest, mean and highest of each channel over the samples of a window, before they are averaged for the answer. A list
 * under the channel's name, so that the unit in it holds for all three.
 */
export function seriesStatistics(
  time: readonly (number | null)[],
  series: readonly NamedSeries[],
  from: number,
  to: number,
): Record<string, number[]> {
  const inside = time.map((second) => second !== null && second >= from && second <= to);
  const entries = series.flatMap(({ name, values }) => {
    if (withoutMean.test(name)) return [];
    const { count, sum, min, max } = totals(values.map((value, i) => (inside[i] === true ? (value ?? NaN) : NaN)));
    const found: [string, number[]] = [name, [min, sum / count, max]];
    return count === 0 ? [] : [found];
  });
  return Object.fromEntries(entries);
}
