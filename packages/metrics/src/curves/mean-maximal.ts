import { type Metric, none, value } from '../result/index.ts';
import type { Series } from '../samples/index.ts';
import { gridDurations } from './durations.ts';
import { improve } from './segment-best.ts';

/** Best average over each duration, and where it happened. The three columns are equally long. */
export interface MeanMaximalCurve {
  /** Whole seconds, increasing. */
  readonly durations: Int32Array;
  /** Best mean over each duration, in the unit of the channel. */
  readonly values: Float64Array;
  /** Cell at which that window starts; the earliest of equals. */
  readonly starts: Int32Array;
}

export interface MeanMaximalOptions {
  /**
   * `grid` (default): every second to 2 min, then steps of ≤ 2 % and the round durations. `every`: each second of the
   * activity. Or a list of whole seconds.
   */
  readonly durations?: 'grid' | 'every' | readonly number[];
  /** A window may not touch a missing second (`break`, default), or missing seconds count as 0 (`zero`). */
  readonly holes?: 'break' | 'zero';
}

/**
 * Mean-maximal curve of any channel at 1 Hz (power W, heart rate bpm, speed m/s, cadence /min): the best average over
 * each duration, exact, with the start of the window.
 *
 * Time base: elapsed cells. Recommended: `pausesAsZero(grid, 'power')` with holes `break`, so that a stop is rest and a
 * dropout is unknown; holes `zero` is GoldenCheetah; never zero-fill heart rate. Values need not fall with duration and
 * are not repaired, but value · duration never falls for non-negative channels. Durations longer than any gap-free
 * stretch are absent. Ties: earliest window. Refuses `no_data`, `bad_input` (a duration that is not a whole number ≥ 1).
 * Cost: prefix sums, then far less than O(n) a duration; an exact curve of a 6 h ride takes about 1/10 of the plain
 * double loop. Perfectly periodic input is the worst case, about 1/2.
 * @source the definition of a mean-maximal curve; the search in tiles is ours, its idea from Mark Rages's block bound in GoldenCheetah
 */
export function meanMaximal(series: Series, options: MeanMaximalOptions = {}): Metric<MeanMaximalCurve> {
  const durations = wanted(series.length, options.durations ?? 'grid');
  if (typeof durations === 'string') return none('bad_input', durations);
  const zero = options.holes === 'zero';
  const prefix = new Float64Array(series.length + 1);
  let covered = 0;
  let largest = 0;
  for (let i = 0; i < series.length; i++) {
    const reading = series[i] as number;
    const there = Number.isFinite(reading);
    if (there) covered++;
    const sum = (prefix[i] as number) + (there ? reading : 0);
    prefix[i + 1] = sum;
    if (sum > largest) largest = sum;
    else if (-sum > largest) largest = -sum;
  }
  if (covered === 0) return none('no_data', 'the series has no value');
  if (!Number.isFinite(largest)) return none('bad_input', 'the values are too large to add up');
  const tolerance = largest * 1e-13;
  const values = new Float64Array(durations.length).fill(Number.NEGATIVE_INFINITY);
  const starts = new Int32Array(durations.length).fill(-1);
  const bests = { durations, totals: values, starts };
  if (zero) improve(bests, prefix, 0, series.length, tolerance);
  else forEachStretch(series, (from, to) => improve(bests, prefix, from, to, tolerance));

  let count = 0;
  while (count < durations.length && (starts[count] as number) >= 0) {
    values[count] = (values[count] as number) / (durations[count] as number);
    count++;
  }
  if (count === 0) return none('too_short', `no stretch without a hole is ${durations[0]} s long`);
  const curve = {
    durations: durations.subarray(0, count),
    values: values.subarray(0, count),
    starts: starts.subarray(0, count),
  };
  return value(curve, `mean-maximal, holes ${zero ? 'as 0' : 'break a window'}`, covered / series.length);
}

function wanted(length: number, durations: 'grid' | 'every' | readonly number[]): Int32Array | string {
  if (durations === 'grid') return gridDurations(length);
  if (durations === 'every') return Int32Array.from({ length }, (_, i) => i + 1);
  const bad = durations.find((seconds) => !(Number.isInteger(seconds) && seconds >= 1));
  if (bad !== undefined) return `durations must be whole seconds from 1, got ${bad}`;
  const unique = new Set(durations.filter((seconds) => seconds <= length));
  return Int32Array.from(unique).sort();
}

/** Calls `visit` with [from, to) of every run of finite values. */
export function forEachStretch(series: Series, visit: (from: number, to: number) => void): void {
  let from = -1;
  for (let i = 0; i <= series.length; i++) {
    const there = i < series.length && Number.isFinite(series[i]);
    if (there && from < 0) from = i;
    else if (!there && from >= 0) {
      visit(from, i);
      from = -1;
    }
  }
}

/**
 * Value of a stored curve at a duration, in the unit of the channel: the point itself, or between two neighbours whose
 * durations differ by at most 25 % a straight line in 1/t, the form of the critical-power curve.
 * Refuses `too_short` outside the curve, `no_data` where its neighbours are further apart.
 * @source sports-lib 21
 */
export function curveAt(curve: MeanMaximalCurve, seconds: number): Metric {
  const { durations, values } = curve;
  if (!(seconds >= (durations[0] ?? Number.POSITIVE_INFINITY) && seconds <= (durations.at(-1) ?? 0)))
    return none('too_short', `the curve has no ${seconds} s`);
  let low = 0;
  let high = durations.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((durations[middle] as number) <= seconds) low = middle;
    else high = middle;
  }
  const [t1, t2] = [durations[low] as number, durations[high] as number];
  const [v1, v2] = [values[low] as number, values[high] as number];
  if (seconds === t2) return value(v2, 'stored point');
  if (seconds === t1) return value(v1, 'stored point');
  if (t2 > 1.25 * t1) return none('no_data', `the curve has no point between ${t1} s and ${t2} s`);
  const share = (1 / t1 - 1 / seconds) / (1 / t1 - 1 / t2);
  return value(v1 + (v2 - v1) * share, 'straight line in 1/t');
}
