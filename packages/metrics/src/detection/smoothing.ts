/**
 * Mean of the `width` values around each value (an even width counts as the next odd one), fewer at the ends. Missing
 * values are left out of the means and stay missing.
 */
export function centredMean(values: ArrayLike<number>, width: number): Float64Array {
  const reach = Math.floor(width / 2);
  const n = values.length;
  const means = new Float64Array(n).fill(Number.NaN);
  let sum = 0;
  let count = 0;
  const add = (i: number, sign: number) => {
    if (Number.isNaN(values[i]!)) return;
    sum += sign * values[i]!;
    count += sign;
  };
  for (let i = 0; i < Math.min(reach, n); i++) add(i, 1);
  for (let i = 0; i < n; i++) {
    if (i + reach < n) add(i + reach, 1);
    if (i - reach - 1 >= 0) add(i - reach - 1, -1);
    if (!Number.isNaN(values[i]!)) means[i] = sum / count;
  }
  return means;
}

/** Sums of the known values and counts of them before each index, so that any mean is two subtractions. */
export interface Prefix {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

/** Running sums and counts of the values that are known, for means of any stretch in one step; `NaN` counts as nothing. */
export function prefixOf(values: ArrayLike<number>): Prefix {
  const n = values.length;
  const [sums, counts] = [new Float64Array(n + 1), new Float64Array(n + 1)];
  for (let i = 0; i < n; i++) {
    const known = Number.isFinite(values[i]!);
    sums[i + 1] = sums[i]! + (known ? values[i]! : 0);
    counts[i + 1] = counts[i]! + (known ? 1 : 0);
  }
  return { sums, counts };
}

/** Mean of the known values in [from, to), clipped to the series; `NaN` without any. */
export function meanBetween({ sums, counts }: Prefix, from: number, to: number): number {
  const a = Math.max(0, Math.min(sums.length - 1, from));
  const b = Math.max(a, Math.min(sums.length - 1, to));
  return (sums[b]! - sums[a]!) / (counts[b]! - counts[a]!);
}
