import type { Series } from './series.ts';

/**
 * How many seconds each value was held. Metrics that do not depend on the order of seconds (means, work, zones, TRIMP)
 * take a tally in place of a series: make it once, and ten of them cost one pass over the ride.
 */
export interface Tally {
  /** Distinct finite values; whole ones rise, the others follow in the order of the ride. */
  readonly values: Float64Array;
  /** Seconds at each of `values`. */
  readonly counts: Float64Array;
  /** Length of the series, and how many of its seconds have a finite value. */
  readonly length: number;
  readonly covered: number;
}

/** Whole values below this are counted, others are kept one by one. A power of two that covers watts and revolutions. */
const COUNTED = 2048;
const MASK = COUNTED - 1;

/** The tally of a series; a tally is returned as it is. O(n), memory for the distinct values. */
export function tallyOf(series: Series | Tally): Tally {
  if ('counts' in series) return series;
  const bins = new Int32Array(COUNTED);
  const others: number[] = [];
  // Two at a time: one test passes both in nearly every pair, and a walk costs half the steps.
  const paired = series.length - (series.length % 2);
  for (let i = 0; i < paired; i += 2) {
    const one = series[i] as number;
    const other = series[i + 1] as number;
    const wholeOne = one & MASK;
    const wholeOther = other & MASK;
    if (wholeOne === one && wholeOther === other) {
      bins[wholeOne] = (bins[wholeOne] as number) + 1;
      bins[wholeOther] = (bins[wholeOther] as number) + 1;
    } else {
      count(one, bins, others);
      count(other, bins, others);
    }
  }
  if (paired < series.length) count(series[paired] as number, bins, others);
  return tallyFrom(bins, others, series.length);
}

function count(reading: number, bins: Int32Array, others: number[]): void {
  const whole = reading & MASK;
  if (whole === reading) bins[whole] = (bins[whole] as number) + 1;
  else if (Number.isFinite(reading)) others.push(reading);
}

/** A tally from counted whole values and the list of all others, over a series of `length` seconds. */
export function tallyFrom(bins: Int32Array, others: readonly number[], length: number): Tally {
  let top = bins.length - 1;
  while (top >= 0 && bins[top] === 0) top--;
  const values = new Float64Array(top + 1 + others.length);
  const counts = new Float64Array(values.length);
  let covered = others.length;
  let k = 0;
  for (let value = 0; value <= top; value++) {
    const held = bins[value] as number;
    if (held === 0) continue;
    values[k] = value;
    counts[k++] = held;
    covered += held;
  }
  values.set(others, k);
  counts.fill(1, k);
  const distinct = k + others.length;
  return { values: values.subarray(0, distinct), counts: counts.subarray(0, distinct), length, covered };
}

/** Σ f(value) over the seconds with data. */
export function sumOver(tally: Tally, f: (value: number) => number): number {
  let sum = 0;
  for (let k = 0; k < tally.values.length; k++) sum += (tally.counts[k] as number) * f(tally.values[k] as number);
  return sum;
}

/** Mean of the seconds with data; NaN when there is none. */
export function meanOf(tally: Tally): number {
  return sumOver(tally, (value) => value) / tally.covered;
}
