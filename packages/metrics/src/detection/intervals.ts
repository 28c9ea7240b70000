import { type Metric, none, value } from '../result/index.ts';
import type { Series } from '../samples/index.ts';
import { type IntervalSet, setsOf } from './interval-sets.ts';
import { centredMean, meanBetween, type Prefix, prefixOf } from './smoothing.ts';
import { thresholdBetween } from './threshold.ts';

export interface IntervalOptions {
  /** What counts as hard, in the unit of the channel. Default: found in the data. */
  readonly threshold?: number;
  /** Length of the mean over which the effort is looked at, s. Default 9. */
  readonly smoothing?: number;
  /** Dips shorter than this do not end an interval, s. Default 10. */
  readonly longestDip?: number;
  /** Efforts shorter than this are not intervals, s. Default 12. */
  readonly shortest?: number;
}

/** A hard stretch: half-open seconds of the series. */
export interface DetectedInterval {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  /** Mean over the seconds with data. */
  readonly average: number;
}

export interface DetectedIntervals {
  readonly intervals: readonly DetectedInterval[];
  /** Intervals of like length and effort, in order of their first one. */
  readonly sets: readonly IntervalSet[];
  readonly threshold: number;
  /** Mean effort of intervals over mean effort between them; null when there was none between them. */
  readonly contrast: number | null;
}

/**
 * Finds the intervals of a session in its power (or speed, or any channel that answers at once; not heart rate).
 *
 * Effort is smoothed, split in two by the threshold that parts hard from easy best (Otsu, on the logarithm), with
 * hysteresis of 3 %; dips under 10 s are bridged, efforts under 12 s dropped; each edge then moves to where the raw signal
 * jumps most. Intervals of like length and effort make a set: "5 × 4 min". When laps exist, align those first.
 *
 * @param effort at 1 Hz; missing seconds are not hard.
 * @returns `too_short` under 2 min of data, `no_fit` when the effort is too even to be told apart (contrast under 1.15 or
 *   no two groups), `bad_input` for options out of range or values that are negative or infinite.
 * @source Otsu 1979, IEEE Trans Syst Man Cybern 9:62 (the threshold); the rest is an engineering choice of this library.
 */
export function detectIntervals(effort: Series, options: IntervalOptions = {}): Metric<DetectedIntervals> {
  const { smoothing = 9, longestDip = 10, shortest = 12 } = options;
  if (!(smoothing >= 1 && smoothing <= 60 && longestDip >= 0 && shortest >= 1))
    return none('bad_input', 'options must be smoothing 1 to 60 s, longestDip ≥ 0 s, shortest ≥ 1 s');
  for (let i = 0; i < effort.length; i++)
    if (effort[i]! < 0 || effort[i] === Number.POSITIVE_INFINITY)
      return none('bad_input', `effort ${effort[i]} at second ${i} must be a finite number from 0 up`);
  const prefix = prefixOf(effort);
  const known = prefix.counts[effort.length]!;
  if (known < 120) return none('too_short', `${known} s of data; intervals need 120`);
  const smooth = centredMean(effort, smoothing);
  const threshold = options.threshold ?? thresholdBetween(smooth);
  if (threshold === null) return none('no_fit', 'the effort is too even to tell hard from easy');
  if (!(threshold > 0)) return none('bad_input', `threshold ${threshold} must be above 0`);
  const intervals = bridged(above(smooth, threshold), longestDip)
    .map((stretch) => refined(stretch, prefix, smoothing))
    .filter((stretch) => stretch.to - stretch.from >= shortest)
    .map(({ from, to }) => ({ from, to, seconds: to - from, average: meanBetween(prefix, from, to) }));
  const contrast = contrastOf(intervals, prefix);
  if (Number.isNaN(contrast)) return none('no_fit', 'no effort stands out long enough to be an interval');
  if (contrast < 1.15) return none('no_fit', `hard is only ${contrast.toFixed(2)} × easy; intervals need 1.15`);
  const found = { intervals, sets: setsOf(intervals), threshold, contrast: contrast < Infinity ? contrast : null };
  return value(found, 'two states, edges at the largest jump', known / effort.length);
}

interface Edges {
  from: number;
  to: number;
}

/** Stretches above the threshold; once in, a dip must fall 3 % below it to get out. */
function above(smooth: Float64Array, threshold: number): Edges[] {
  const stretches: Edges[] = [];
  let from = -1;
  for (let i = 0; i <= smooth.length; i++) {
    const v = i < smooth.length ? smooth[i]! : Number.NaN;
    const hard = from < 0 ? v > threshold : v > 0.97 * threshold;
    if (hard && from < 0) from = i;
    if (!hard && from >= 0) {
      stretches.push({ from, to: i });
      from = -1;
    }
  }
  return stretches;
}

function bridged(stretches: readonly Edges[], longestDip: number): Edges[] {
  const joined: Edges[] = [];
  for (const stretch of stretches) {
    const before = joined.at(-1);
    if (before !== undefined && stretch.from - before.to < longestDip) before.to = stretch.to;
    else joined.push({ ...stretch });
  }
  return joined;
}

/** Each edge at the second, within one smoothing length, across which the raw mean changes most. */
function refined({ from, to }: Edges, prefix: Prefix, smoothing: number): Edges {
  const reach = Math.max(2, Math.min(10, Math.floor((to - from) / 2)));
  const jump = (at: number) => meanBetween(prefix, at, at + reach) - meanBetween(prefix, at - reach, at);
  const best = (around: number, sign: number) => {
    let chosen = around;
    let largest = Number.NEGATIVE_INFINITY;
    for (let at = around - smoothing; at <= around + smoothing; at++) {
      const size = sign * jump(at);
      if (at > 0 && at < prefix.sums.length - 1 && size > largest) {
        largest = size;
        chosen = at;
      }
    }
    return chosen;
  };
  const edges = { from: from === 0 ? 0 : best(from, 1), to: to === prefix.sums.length - 1 ? to : best(to, -1) };
  return edges.to > edges.from ? edges : { from, to };
}

/** Hard over easy; infinite when easy is 0, `NaN` without intervals or without anything between them. */
function contrastOf(intervals: readonly DetectedInterval[], prefix: Prefix): number {
  let [sum, count] = [0, 0];
  for (const { from, to } of intervals) {
    sum += prefix.sums[to]! - prefix.sums[from]!;
    count += prefix.counts[to]! - prefix.counts[from]!;
  }
  return sum / count / ((prefix.sums.at(-1)! - sum) / (prefix.counts.at(-1)! - count));
}
