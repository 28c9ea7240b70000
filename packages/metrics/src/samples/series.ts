/** One channel at 1 Hz: a cell a second, `NaN` for no data, 0 for data. What `resample` puts into `grid.channels`. */
export type Series = Float64Array | readonly number[];

/** Count, sum and extremes of the finite values of a series. */
export interface SeriesTotals {
  readonly count: number;
  readonly sum: number;
  readonly min: number;
  readonly max: number;
}

/** One pass over the finite values of a series; `min` and `max` are infinite when there is none. */
export function totals(series: Series): SeriesTotals {
  let count = 0;
  let sum = 0;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < series.length; i++) {
    const value = series[i] as number;
    if (!Number.isFinite(value)) continue;
    count++;
    sum += value;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { count, sum, min, max };
}
