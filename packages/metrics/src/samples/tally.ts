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

/** Readings between two tests for values that are not whole. */
const BLOCK = 64;

/** The tally of a series; a tally is returned as it is. O(n), memory for the distinct values. */
export function tallyOf(series: Series | Tally): Tally {
  if ('counts' in series) return series;
  const bins = new Int32Array(COUNTED);
  const others: number[] = [];
  for (let from = 0; from < series.length; from += BLOCK) {
    const to = Math.min(series.length, from + BLOCK);
    // Every reading is counted as if it were whole: a test each would cost as much as the counting. What was cut off
    // adds up to exactly 0 when all of them are; otherwise (NaN included) the others are taken back one by one.
    let cutOff = 0;
    for (let i = from; i < to; i++) {
      const reading = series[i] as number;
      const whole = reading & MASK;
      bins[whole] = (bins[whole] as number) + 1;
      cutOff += Math.abs(reading - whole);
    }
    if (cutOff !== 0) takeBack(series, from, to, bins, others);
  }
  return tallyFrom(bins, others, series.length);
}

/** Moves the readings that are not whole from the bins to the others; what is not finite goes nowhere. */
function takeBack(series: Series, from: number, to: number, bins: Int32Array, others: number[]): void {
  for (let i = from; i < to; i++) {
    const reading = series[i] as number;
    const whole = reading & MASK;
    if (whole === reading) continue;
    bins[whole] = (bins[whole] as number) - 1;
    if (Number.isFinite(reading)) others.push(reading);
  }
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

/** Σ value over the seconds with data. Its own loop: a callback a value costs several times the addition. */
export function totalOf({ values, counts }: Tally): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += (counts[k] as number) * (values[k] as number);
  return sum;
}

/** Largest value with data; −Infinity when there is none. */
export function highestOf({ values }: Tally): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < values.length; k++) if ((values[k] as number) > highest) highest = values[k] as number;
  return highest;
}

/** Mean of the seconds with data; NaN when there is none. */
export function meanOf(tally: Tally): number {
  return totalOf(tally) / tally.covered;
}
