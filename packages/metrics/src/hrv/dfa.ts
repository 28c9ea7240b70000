import { type Metric, none, value } from '../result/index.ts';
import type { Series } from '../samples/index.ts';
import { type CleaningRule, keptBeats } from './clean.ts';
import { artefactWarning } from './time-domain.ts';

const SMALLEST_BOX = 4;
const LARGEST_BOX = 16;
const FEWEST = 64;
/** Smoothness of the trend that is taken out, as in Kubios. */
const SMOOTHNESS = 500;

/**
 * DFA α1 of one window of beat-to-beat intervals, no unit: the slope of ln F(n) on ln n for boxes of 4 to 16 beats.
 *
 * The slow trend is removed first (smoothness priors, λ = 500). About 1 at easy intensity, 0.75 near the first and 0.5
 * near the second threshold.
 * @param rr intervals of about 2 min, ms, in order.
 * @returns `too_few` under 64 usable intervals, `low_coverage` when more than 5 % are artefacts, `undefined_ratio` when
 *   the intervals do not vary.
 * @source Peng 1995; Tarvainen 2002 (detrending); Rogers 2021, Front Physiol 11:596567 (thresholds).
 */
export function dfaAlpha1(rr: Series, cleaning: CleaningRule = {}): Metric {
  const kept = keptBeats(rr, cleaning);
  const beats = Array.from(rr).filter((_, i) => kept[i] === 1);
  if (beats.length < FEWEST) return none('too_few', `${beats.length} usable intervals; α1 needs ${FEWEST}`);
  const artefacts = 100 * (1 - beats.length / rr.length);
  if (artefacts > 5) return none('low_coverage', artefactWarning(artefacts)[0]!.detail);
  const profile = integrated(withoutTrend(beats));
  const points: [number, number][] = [];
  for (let n = SMALLEST_BOX; n <= LARGEST_BOX; n++) points.push([Math.log(n), Math.log(fluctuation(profile, n))]);
  const x0 = points.reduce((sum, [x]) => sum + x, 0) / points.length;
  const y0 = points.reduce((sum, [, y]) => sum + y, 0) / points.length;
  const slope =
    points.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0) / points.reduce((sum, [x]) => sum + (x - x0) ** 2, 0);
  const still = fluctuation(profile, SMALLEST_BOX) < 1e-9 * beats[0]!;
  if (still || !Number.isFinite(slope)) return none('undefined_ratio', 'the intervals do not vary');
  return value(slope, 'DFA α1, boxes of 4 to 16 beats', beats.length / rr.length);
}

export interface DfaSeriesOptions extends CleaningRule {
  /** s. Default 120. */
  readonly window?: number;
  /** s between the ends of windows. Default 30. */
  readonly step?: number;
}

/** α1 of a window. */
export interface DfaPoint {
  /** End of the window, s from the first beat. */
  readonly at: number;
  /** null where the window has too few usable intervals or too many artefacts. */
  readonly alpha1: number | null;
}

/**
 * DFA α1 along an activity, one value every `step` seconds over the `window` seconds before.
 * @returns `too_short` for a recording shorter than a window, `bad_input` for a window under 60 s or over an hour, a step
 *   under 1 s, or a recording over 48 h. `coverage` is the share of windows with a value.
 * @source as `dfaAlpha1`.
 */
export function dfaAlpha1Series(rr: Series, options: DfaSeriesOptions = {}): Metric<readonly DfaPoint[]> {
  const { window = 120, step = 30 } = options;
  if (!(window >= 60 && window <= 3600 && step >= 1 && step <= 3600))
    return none('bad_input', `window ${window} must be 60 to 3600 s and step ${step} at least 1 s`);
  const ends = new Float64Array(rr.length);
  let clock = 0;
  for (let i = 0; i < rr.length; i++) {
    if (rr[i]! > 0 && rr[i]! < 10_000) clock += rr[i]! / 1000;
    ends[i] = clock;
  }
  if (clock < window) return none('too_short', `${clock.toFixed(0)} s of intervals; a window has ${window}`);
  if (clock > 172_800) return none('bad_input', 'a recording may have 48 h');
  const points: DfaPoint[] = [];
  let [first, last] = [0, 0];
  for (let at = window; at <= clock; at += step) {
    while (last < rr.length && ends[last]! <= at) last++;
    while (ends[first]! <= at - window) first++;
    points.push({ at, alpha1: dfaAlpha1(rr.slice(first, last), options).value });
  }
  const found = points.filter((point) => point.alpha1 !== null).length;
  return value(points, `DFA α1, ${window} s windows`, found / points.length);
}

function integrated(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  let sum = 0;
  return values.map((v) => {
    sum += v - mean;
    return sum;
  });
}

/** Root mean square of the profile around the straight line of each whole box. */
function fluctuation(profile: Float64Array, n: number): number {
  const boxes = Math.floor(profile.length / n);
  const centre = (n - 1) / 2;
  const xx = (n * (n * n - 1)) / 12;
  let residual = 0;
  for (let b = 0; b < boxes; b++) {
    let [mean, xy, yy] = [0, 0, 0];
    for (let i = 0; i < n; i++) mean += profile[b * n + i]! / n;
    for (let i = 0; i < n; i++) {
      const y = profile[b * n + i]! - mean;
      xy += (i - centre) * y;
      yy += y * y;
    }
    residual += Math.max(0, yy - (xy * xy) / xx);
  }
  return Math.sqrt(residual / (boxes * n));
}

/**
 * Values minus their smooth trend z, where (I + λ²·D₂ᵀD₂)·z = values: a symmetric system with five diagonals, solved by
 * LDLᵀ in one pass down and one up.
 */
function withoutTrend(values: readonly number[]): Float64Array {
  const n = values.length;
  const weight = SMOOTHNESS ** 2;
  const [main, near, far] = [new Float64Array(n).fill(1), new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i + 2 < n; i++) {
    main[i]! += weight;
    main[i + 1]! += 4 * weight;
    main[i + 2]! += weight;
    near[i]! -= 2 * weight;
    near[i + 1]! -= 2 * weight;
    far[i]! += weight;
  }
  const [d, l1, l2, z] = [new Float64Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    const [a, b] = [i > 0 ? l1[i - 1]! : 0, i > 1 ? l2[i - 2]! : 0];
    const [da, db] = [i > 0 ? d[i - 1]! : 0, i > 1 ? d[i - 2]! : 0];
    d[i] = main[i]! - a * a * da - b * b * db;
    l1[i] = (near[i]! - (i > 0 ? l2[i - 1]! * a * da : 0)) / d[i]!;
    l2[i] = far[i]! / d[i]!;
    z[i] = values[i]! - (i > 0 ? a * z[i - 1]! : 0) - (i > 1 ? b * z[i - 2]! : 0);
  }
  for (let i = n - 1; i >= 0; i--)
    z[i] = z[i]! / d[i]! - (i + 1 < n ? l1[i]! * z[i + 1]! : 0) - (i + 2 < n ? l2[i]! * z[i + 2]! : 0);
  return z.map((trend, i) => values[i]! - trend);
}
