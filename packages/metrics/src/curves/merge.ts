import { allFinite, type Metric, none, value } from '../result/index.ts';
import type { MeanMaximalCurve } from './mean-maximal.ts';

/** The best of several curves; `sources[k]` is the position of the curve that holds the best of `durations[k]`. */
export interface MergedCurve extends MeanMaximalCurve {
  readonly sources: Int32Array;
}

const LONGEST = 1_209_600;

/**
 * Merges stored curves (of activities, or of periods) into the best per duration, remembering which curve and where.
 * Ties: the first curve given. Curves may have different durations; each point is taken where it exists and no point is
 * interpolated. Refuses `no_data` without a point, `bad_input` for durations that are not whole seconds up to 14 days
 * or for values that are not finite. O(total points): thousands of curves take a few milliseconds.
 * @source engineering choice
 */
export function mergeCurves(curves: readonly MeanMaximalCurve[]): Metric<MergedCurve> {
  let longest = 0;
  for (const { durations } of curves) longest = Math.max(longest, durations.at(-1) ?? 0);
  if (!(longest <= LONGEST)) return none('bad_input', `durations must be at most ${LONGEST} s, got ${longest}`);
  const best = new Float64Array(longest + 1);
  const start = new Int32Array(longest + 1);
  const source = new Int32Array(longest + 1).fill(-1);
  let count = 0;
  for (let index = 0; index < curves.length; index++) {
    const { durations, values, starts } = curves[index] as MeanMaximalCurve;
    let previous = 0;
    for (let k = 0; k < durations.length; k++) {
      const seconds = durations[k] as number;
      const reading = values[k] as number;
      if (!(seconds > previous) || !Number.isFinite(reading))
        return none(
          'bad_input',
          `curve ${index} has ${reading} at ${seconds} s: durations must increase, values be finite`,
        );
      previous = seconds;
      const known = source[seconds] as number;
      if (known >= 0 && reading <= (best[seconds] as number)) continue;
      if (known < 0) count++;
      best[seconds] = reading;
      start[seconds] = starts[k] as number;
      source[seconds] = index;
    }
  }
  if (count === 0) return none('no_data', 'there is no curve with a point');
  return value(collect(best, start, source, count), 'best of each duration');
}

function collect(best: Float64Array, start: Int32Array, source: Int32Array, count: number): MergedCurve {
  const merged = {
    durations: new Int32Array(count),
    values: new Float64Array(count),
    starts: new Int32Array(count),
    sources: new Int32Array(count),
  };
  let k = 0;
  for (let seconds = 1; seconds < source.length; seconds++) {
    if ((source[seconds] as number) < 0) continue;
    merged.durations[k] = seconds;
    merged.values[k] = best[seconds] as number;
    merged.starts[k] = start[seconds] as number;
    merged.sources[k++] = source[seconds] as number;
  }
  return merged;
}

/** Two curves side by side over the durations both have. */
export interface CurveComparison {
  readonly durations: Int32Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** after − before, in the unit of the channel. */
  readonly difference: Float64Array;
  /** The durations with the largest relative gain and loss; null when nothing rose or fell. */
  readonly largestGain: { readonly seconds: number; readonly ratio: number } | null;
  readonly largestLoss: { readonly seconds: number; readonly ratio: number } | null;
  /** Mean of after / before − 1 over log-spaced duration, so that seconds and hours weigh alike. */
  readonly meanChange: number;
}

/**
 * Compares the best curves of two periods. Durations that only one of them has are left out, not compared with 0, and
 * so are points where `before` is not above 0. Refuses `no_data` without a common point.
 * @source engineering choice
 */
export function compareCurves(before: MeanMaximalCurve, after: MeanMaximalCurve): Metric<CurveComparison> {
  const rows: [seconds: number, before: number, after: number][] = [];
  for (let i = 0, j = 0; i < before.durations.length && j < after.durations.length; ) {
    const step = (before.durations[i] as number) - (after.durations[j] as number);
    if (step === 0) {
      const [was, is] = [before.values[i] as number, after.values[j] as number];
      if (was > 0 && Number.isFinite(was) && Number.isFinite(is)) rows.push([before.durations[i] as number, was, is]);
    }
    if (step <= 0) i++;
    if (step >= 0) j++;
  }
  if (rows.length === 0) return none('no_data', 'the two curves have no duration in common');
  let gain: CurveComparison['largestGain'] = null;
  let loss: CurveComparison['largestLoss'] = null;
  let weighted = 0;
  let weights = 0;
  for (let k = 0; k < rows.length; k++) {
    const [seconds, was, is] = rows[k] as [number, number, number];
    const ratio = is / was - 1;
    if (ratio > (gain?.ratio ?? 0)) gain = { seconds, ratio };
    if (ratio < (loss?.ratio ?? 0)) loss = { seconds, ratio };
    const weight = Math.log((rows[k + 1]?.[0] ?? seconds) / (rows[k - 1]?.[0] ?? seconds)) || 1;
    weighted += weight * ratio;
    weights += weight;
  }
  const comparison: CurveComparison = {
    durations: Int32Array.from(rows, ([seconds]) => seconds),
    before: Float64Array.from(rows, ([, was]) => was),
    after: Float64Array.from(rows, ([, , is]) => is),
    difference: Float64Array.from(rows, ([, was, is]) => is - was),
    largestGain: gain,
    largestLoss: loss,
    meanChange: weighted / weights,
  };
  return allFinite(comparison, 'common durations of two curves');
}
