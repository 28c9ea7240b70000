import { type Metric, none, value } from '../result/index.ts';
import type { Series } from '../samples/index.ts';
import { centredMean } from './smoothing.ts';

export interface ClimbRules {
  /** Shortest climb, m. Default 500. */
  readonly minLength?: number;
  /** Least mean grade, a fraction. Default 0.03. */
  readonly minGrade?: number;
  /** Least length in m × grade in %. Default 1500. */
  readonly minScore?: number;
  /** A climb ends when this share of its gain is lost again (but never under 5 m). Default 0.2. */
  readonly lostShare?: number;
}

/** A climb, from its foot to its top. */
export interface Climb {
  /** Seconds of the series at foot and top (half-open). */
  readonly from: number;
  readonly to: number;
  /** Distance at the foot, m. */
  readonly startDistance: number;
  /** m */
  readonly length: number;
  /** m, top minus foot. */
  readonly gain: number;
  /** Mean grade, a fraction. */
  readonly grade: number;
  /** Steepest grade over 100 m, a fraction. */
  readonly steepest: number;
  /** length (m) × grade (%). */
  readonly score: number;
  /** By score: `HC` from 80,000, 1 from 64,000, 2 from 32,000, 3 from 16,000, 4 from 8,000; null below. */
  readonly category: 'HC' | '1' | '2' | '3' | '4' | null;
  /** m/h over the time it took. */
  readonly vam: number;
  readonly seconds: number;
}

const STEP = 10;

/**
 * Climbs of a ride, by distance: altitude resampled every 10 m and smoothed over 70 m; a climb grows from a local minimum
 * and ends when a fifth of its gain is lost or the flat after its top is longer than a third of it; its foot is then moved
 * up to where the climb really begins (the point from which it gains most over the least grade).
 *
 * | Platform | Rule |
 * |---|---|
 * | Garmin ClimbPro | ≥ 500 m, ≥ 3 %, length × grade ≥ 1500 to 3500 |
 * | GoldenCheetah | ≥ 0.5 km and ≥ 6 % − 1 %·km under 4 km, ≥ 2 % from 4 km; ends at 20 % lost |
 *
 * Defaults here: 500 m, 3 %, score 1500.
 * @param altitude m at 1 Hz. @param distance m from the start at 1 Hz, not decreasing. Missing seconds are skipped.
 * @returns an empty list for a flat ride; `no_data` without both channels, `too_short` under the shortest climb,
 *   `bad_input` for different lengths, a decreasing distance, a distance over 2,000 km, or rules out of range.
 * @source GoldenCheetah's rule of loss; categories as commonly used.
 */
export function climbs(altitude: Series, distance: Series, rules: ClimbRules = {}): Metric<readonly Climb[]> {
  const { minLength = 500, minGrade = 0.03, minScore = 1500, lostShare = 0.2 } = rules;
  if (!(minLength >= 100 && minGrade > 0 && minGrade < 1 && minScore >= 0 && lostShare > 0 && lostShare < 1))
    return none('bad_input', 'rules must be minLength ≥ 100, 0 < minGrade < 1, minScore ≥ 0, 0 < lostShare < 1');
  if (altitude.length !== distance.length)
    return none('bad_input', `altitude has ${altitude.length} values, distance ${distance.length}`);
  const profile = byDistance(altitude, distance);
  if (typeof profile === 'string')
    return none(
      profile === 'no_data' ? 'no_data' : 'bad_input',
      profile === 'no_data' ? 'no second has both altitude and distance' : profile,
    );
  if (profile.heights.length * STEP < minLength) return none('too_short', `the ride is shorter than ${minLength} m`);
  const heights = centredMean(profile.heights, 7);
  const found: Climb[] = [];
  for (let foot = 0; foot < heights.length - 1; ) {
    const grown = grow(heights, foot, lostShare);
    const start = trimmed(heights, grown.foot, grown.top, minGrade);
    const climb = measure(heights, profile.seconds, start, grown.top, profile.start);
    if (climb.length >= minLength && climb.grade >= minGrade && climb.score >= minScore) found.push(climb);
    foot = Math.max(grown.top, foot + 1);
  }
  return value(found, `≥ ${minLength} m, ≥ ${100 * minGrade} %, score ≥ ${minScore}`, profile.coverage);
}

interface Profile {
  readonly heights: Float64Array;
  /** First second at or after each step of distance. */
  readonly seconds: Float64Array;
  readonly start: number;
  readonly coverage: number;
}

function byDistance(altitude: Series, distance: Series): Profile | string {
  const both = Array.from({ length: altitude.length }, (_, i) => i).filter(
    (i) => Number.isFinite(altitude[i]!) && Number.isFinite(distance[i]!),
  );
  const [first, last] = [both[0], both.at(-1)];
  if (first === undefined || last === undefined) return 'no_data';
  const [start, end] = [distance[first]!, distance[last]!];
  if (end - start > 2_000_000)
    return `a ride of ${((end - start) / 1000).toFixed(0)} km is more than the 2,000 km accepted`;
  const steps = Math.floor(Math.max(0, end - start) / STEP) + 1;
  const [heights, seconds] = [new Float64Array(steps), new Float64Array(steps)];
  let k = 0;
  for (let s = 0; s < steps; s++) {
    const at = start + s * STEP;
    while (k + 1 < both.length && distance[both[k]!]! < at) {
      k++;
      if (distance[both[k]!]! < distance[both[k - 1]!]!) return `distance decreases at second ${both[k]}`;
    }
    const [i, j] = [both[Math.max(0, k - 1)]!, both[k]!];
    const span = distance[j]! - distance[i]!;
    const part = span > 0 ? Math.max(0, (at - distance[i]!) / span) : 1;
    heights[s] = altitude[i]! + part * (altitude[j]! - altitude[i]!);
    seconds[s] = i + part * (j - i);
  }
  return { heights, seconds, start, coverage: both.length / altitude.length };
}

/** The highest point reached from a local minimum at or after `from`, before too much is lost or the flat is too long. */
function grow(heights: Float64Array, from: number, lostShare: number): { foot: number; top: number } {
  let [foot, top] = [from, from];
  for (let i = from + 1; i < heights.length; i++) {
    if (heights[i]! <= heights[foot]! && top === foot) {
      foot = i;
      top = i;
      continue;
    }
    if (heights[i]! > heights[top]!) top = i;
    const gain = heights[top]! - heights[foot]!;
    const lost = heights[top]! - heights[i]!;
    const flat = i - top;
    if (lost > Math.max(5, lostShare * gain) || lost >= gain || flat > Math.max(20, (top - foot) / 3)) break;
  }
  return { foot, top };
}

/** The foot from which the climb gains most over the least grade: a false flat before it does not count. */
function trimmed(heights: Float64Array, foot: number, top: number, minGrade: number): number {
  let best = foot;
  const above = (i: number) => heights[i]! - minGrade * STEP * i;
  for (let i = foot; i < top; i++) if (above(i) < above(best)) best = i;
  return best;
}

function measure(heights: Float64Array, seconds: Float64Array, foot: number, top: number, start: number): Climb {
  const length = (top - foot) * STEP;
  const gain = heights[top]! - heights[foot]!;
  const grade = length > 0 ? gain / length : 0;
  let steepest = grade;
  for (let i = foot; i + 10 <= top; i++) steepest = Math.max(steepest, (heights[i + 10]! - heights[i]!) / 100);
  const score = 100 * grade * length;
  const [from, to] = [Math.floor(seconds[foot]!), Math.ceil(seconds[top]!)];
  const took = seconds[top]! - seconds[foot]!;
  const vam = took > 0 ? (3600 * gain) / took : 0;
  return {
    from,
    to,
    startDistance: start + foot * STEP,
    length,
    gain,
    grade,
    steepest,
    score,
    category: categoryOf(score),
    vam,
    seconds: took,
  };
}

function categoryOf(score: number): Climb['category'] {
  if (score >= 80_000) return 'HC';
  if (score >= 64_000) return '1';
  if (score >= 32_000) return '2';
  if (score >= 16_000) return '3';
  return score >= 8000 ? '4' : null;
}
