import { allFinite, type Metric, none } from '../result/index.ts';
import type { Series } from '../samples/index.ts';

/** Fastest stretch over a distance. */
export interface DistanceBest {
  /** m */
  readonly distance: number;
  /** Elapsed seconds, interpolated inside the first and last second. */
  readonly seconds: number;
  /** Second at which it starts, with its fraction. */
  readonly start: number;
  /** m/s */
  readonly speed: number;
}

export interface DistanceBestOptions {
  /** A faster step is a GPS jump: no stretch may contain it. m/s, default 12 (running); give 30 for cycling. */
  readonly maxSpeed?: number;
}

/** 400 m to the marathon, m. */
export const STANDARD_DISTANCES: readonly number[] = [
  400, 800, 1000, 1500, 1609.344, 3000, 5000, 10_000, 15_000, 21_097.5, 42_195,
];

/**
 * Fastest elapsed time over each distance, from cumulative distance at 1 Hz (m). Both ends are interpolated. Missing
 * seconds are bridged by a straight line (a stop costs its time); a step backwards or faster than `maxSpeed` ends a
 * stretch. Distances longer than the activity are left out; the earliest of equals wins.
 * Refuses `no_data`, `bad_input` (a distance that is not above 0). O(n) a distance.
 * @source engineering choice; GoldenCheetah interpolates alike
 */
export function distanceBests(
  distance: Series,
  distances: readonly number[] = STANDARD_DISTANCES,
  options: DistanceBestOptions = {},
): Metric<readonly DistanceBest[]> {
  const bad = distances.find((metres) => !(metres > 0 && Number.isFinite(metres)));
  if (bad !== undefined) return none('bad_input', `distances must be above 0 m, got ${bad}`);
  const at: number[] = [];
  for (let i = 0; i < distance.length; i++) if (Number.isFinite(distance[i])) at.push(i);
  if (at.length === 0) return none('no_data', 'the activity has no distance');
  const maxSpeed = options.maxSpeed ?? 12;
  const bests: DistanceBest[] = [];
  for (const metres of distances) {
    let best: DistanceBest | null = null;
    for (let from = 0; from < at.length; ) {
      let to = from + 1;
      while (to < at.length && plausible(distance, at[to - 1] as number, at[to] as number, maxSpeed)) to++;
      const found = fastest(distance, at, from, to, metres);
      if (found !== null && (best === null || found.seconds < best.seconds)) best = found;
      from = to;
    }
    if (best !== null) bests.push(best);
  }
  return allFinite(bests, 'fastest elapsed time, ends interpolated', at.length / distance.length);
}

function plausible(distance: Series, before: number, after: number, maxSpeed: number): boolean {
  const step = (distance[after] as number) - (distance[before] as number);
  return step >= 0 && step <= maxSpeed * (after - before);
}

/** Two pointers over one stretch: the best has a recorded second at one of its ends. */
function fastest(
  distance: Series,
  at: readonly number[],
  from: number,
  to: number,
  metres: number,
): DistanceBest | null {
  let best: DistanceBest | null = null;
  const offer = (start: number, seconds: number) => {
    const lead = (best?.seconds ?? Number.POSITIVE_INFINITY) - seconds;
    if (seconds > 0 && (lead > 1e-9 || (lead >= -1e-9 && start < (best?.start ?? 0))))
      best = { distance: metres, seconds, start, speed: metres / seconds };
  };
  const metresAt = (k: number) => distance[at[k] as number] as number;
  let head = from;
  let tail = from;
  for (let end = from; end < to; end++) {
    while (tail + 1 < end && metresAt(end) - metresAt(tail + 1) >= metres) tail++;
    if (metresAt(end) - metresAt(tail) >= metres) {
      const start = timeOf(at, tail, metresAt(tail), metresAt(tail + 1), metresAt(end) - metres);
      offer(start, (at[end] as number) - start);
    }
  }
  for (let start = from; start < to; start++) {
    if (head < start) head = start;
    while (head < to && metresAt(head) - metresAt(start) < metres) head++;
    if (head >= to) break;
    const end = timeOf(at, head - 1, metresAt(head - 1), metresAt(head), metresAt(start) + metres);
    offer(at[start] as number, end - (at[start] as number));
  }
  return best;
}

/** When the distance `wanted` was passed between recorded seconds `k` and `k + 1`. */
function timeOf(at: readonly number[], k: number, before: number, after: number, wanted: number): number {
  const [t1, t2] = [at[k] as number, at[k + 1] as number];
  return after === before ? t2 : t1 + ((wanted - before) / (after - before)) * (t2 - t1);
}
