import { normalizedPower } from '../power/normalized-power.ts';
import { type Metric, none, value } from '../result/index.ts';
import type { Series } from '../samples/index.ts';
import { type GradeModel, gradeFactor } from './grade-cost.ts';

export interface GradeOptions {
  /** Length over which the slope is taken, m, 20 or more. Default 40: 20 m behind and 20 m ahead. */
  readonly window?: number;
}

/**
 * Grade of every second as a fraction (0.1 is 10 %), from altitude over distance around it: the rise across a window of
 * `window` metres, interpolated at both ends. At the ends of the run the window is cut, never under half its length.
 *
 * @param altitude m at 1 Hz. @param distance m from the start at 1 Hz, not decreasing.
 * @returns `NaN` where altitude or distance is missing around a second or the run is shorter than half a window; refusals
 *   `no_data` without any pair of both, `bad_input` for series of different lengths, a distance that decreases or a window
 *   under 20 m. O(n).
 */
export function gradeSeries(altitude: Series, distance: Series, options: GradeOptions = {}): Metric<Float64Array> {
  const window = options.window ?? 40;
  if (!(window >= 20 && window <= 1000)) return none('bad_input', `window ${window} must be 20 to 1000 m`);
  if (altitude.length !== distance.length)
    return none('bad_input', `altitude has ${altitude.length} values, distance ${distance.length}`);
  const grades = new Float64Array(altitude.length).fill(Number.NaN);
  let covered = 0;
  for (const [from, to] of wholeStretches(altitude, distance)) {
    for (let i = from + 1; i < to; i++)
      if (distance[i]! < distance[i - 1]!) return none('bad_input', `distance decreases at second ${i}`);
    covered += to - from;
    fillGrades(grades, altitude, distance, from, to, window);
  }
  if (covered === 0) return none('no_data', 'no second has both altitude and distance');
  return value(grades, `grade over ${window} m`, covered / altitude.length);
}

/** Half-open ranges in which both series have finite values. */
function wholeStretches(a: Series, b: Series): [number, number][] {
  const stretches: [number, number][] = [];
  let from = -1;
  for (let i = 0; i <= a.length; i++) {
    const whole = i < a.length && Number.isFinite(a[i]!) && Number.isFinite(b[i]!);
    if (whole && from < 0) from = i;
    if (!whole && from >= 0) {
      stretches.push([from, i]);
      from = -1;
    }
  }
  return stretches;
}

function fillGrades(
  grades: Float64Array,
  altitude: Series,
  distance: Series,
  from: number,
  to: number,
  window: number,
) {
  const [first, last] = [distance[from]!, distance[to - 1]!];
  let behind = from;
  let ahead = from;
  for (let i = from; i < to; i++) {
    const low = Math.max(first, distance[i]! - window / 2);
    const high = Math.min(last, distance[i]! + window / 2);
    while (behind + 1 < to && distance[behind + 1]! <= low) behind++;
    while (ahead + 1 < to && distance[ahead]! < high) ahead++;
    const length = high - low;
    if (length < window / 2 - 1e-9) continue;
    const start = between(altitude, distance, behind, Math.min(behind + 1, to - 1), low);
    const end = between(altitude, distance, Math.max(ahead - 1, from), ahead, high);
    const grade = (end - start) / length;
    if (Number.isFinite(grade)) grades[i] = grade;
  }
}

function between(altitude: Series, distance: Series, i: number, j: number, at: number): number {
  const step = distance[j]! - distance[i]!;
  return step > 0 ? altitude[i]! + ((altitude[j]! - altitude[i]!) * (at - distance[i]!)) / step : altitude[j]!;
}

/**
 * Graded speed (GAP as a speed) of every second, m/s: speed × `gradeFactor`. Where the grade is not known it is not known.
 *
 * @param speed m/s at 1 Hz. @param grade fraction at 1 Hz, of `gradeSeries`.
 * @returns `NaN` where either is missing; `bad_input` for series of different lengths, `no_data` without any pair.
 * @source Strava's grade-adjusted pace and Minetti's cost of running, see `gradeFactor`.
 */
export function gradedSpeed(speed: Series, grade: Series, model: GradeModel = 'strava'): Metric<Float64Array> {
  if (speed.length !== grade.length)
    return none('bad_input', `speed has ${speed.length} values, grade ${grade.length}`);
  let covered = 0;
  const graded = new Float64Array(speed.length);
  for (let i = 0; i < graded.length; i++) {
    graded[i] = speed[i]! * gradeFactor(grade[i]!, model);
    if (Number.isFinite(graded[i]!)) covered++;
    else graded[i] = Number.NaN;
  }
  if (covered === 0) return none('no_data', 'no second has both speed and grade');
  return value(graded, `speed × ${model} factor`, covered / graded.length);
}

/**
 * Normalized graded speed (NGP as a speed), m/s: fourth root of the mean of (30 s trailing mean of graded speed)⁴.
 *
 * TrainingPeaks does not publish its NGP; this is the form that its NP and the open implementations share. Windows do not
 * reach across missing seconds. Pace is its reciprocal: 1000/v seconds per km.
 * @param graded m/s at 1 Hz, of `gradedSpeed` (or plain speed on the level or a treadmill).
 * @returns refusals and `short_effort` warning as `normalizedPower`.
 * @source the NP algorithm of Allen & Coggan on graded speed.
 */
export function normalizedGradedSpeed(graded: Series): Metric {
  const result = normalizedPower(graded);
  if (result.value === null) {
    if (result.reason === 'no_data') return none('no_data', 'the activity has no graded speed');
    return result.reason === 'too_short' ? none('too_short', 'NGP needs 30 s of graded speed in one piece') : result;
  }
  const warnings = result.warnings.map(({ code, detail }) => ({ code, detail: detail.replace(/^NP/, 'NGP') }));
  return value(result.value, 'NGP, 30 s windows, fourth power', result.coverage, warnings);
}
