import type { Stretch } from '../detection/moving-time.ts';
import { meanBetween, type Prefix } from '../detection/smoothing.ts';
import { asPlanned, missOf, type Step } from './plan.ts';

const SKIP_STEP = 1;
const SKIP_LAP = 0.4;
const MOST_LAPS_A_STEP = 4;

/** Where each step was done, null where it was not; or a sentence that says why the laps are not the steps. */
export function placeByLaps(
  steps: readonly Step[],
  laps: readonly Stretch[],
  effort: Prefix,
): (Stretch | null)[] | string {
  const placed = cheapest(steps, laps, effort);
  const timed = steps.map((step, k) => ({ ...step, place: placed[k]! })).filter((step) => step.seconds !== null);
  const lastDone = placed.findLastIndex((place) => place !== null);
  const upTo = steps.slice(0, lastDone + 1).reduce((sum, step) => sum + (step.seconds ?? 0), 0);
  const fitting = timed.filter(({ place, seconds }) => place !== null && asPlanned(place.to - place.from, seconds!));
  const fit = fitting.reduce((sum, step) => sum + step.seconds!, 0);
  if (fitting.length < Math.min(2, timed.length) || fit < 0.8 * upTo)
    return `the laps are not the steps: ${fitting.length} of ${timed.length} timed steps have a lap of their length`;
  if (!followsTargets(steps, placed, effort)) return 'laps of the right length do not rise and fall with the targets';
  return placed;
}

/** The assignment in order with the least cost; several laps may make one step, and either may be skipped. */
function cheapest(steps: readonly Step[], laps: readonly Stretch[], effort: Prefix): (Stretch | null)[] {
  const width = laps.length + 1;
  const costs = new Float64Array((steps.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const moves = new Int8Array(costs.length);
  costs[0] = 0;
  for (let k = 0; k <= steps.length; k++)
    for (let l = 0; l <= laps.length; l++) {
      const here = k * width + l;
      const offer = (cost: number, move: number) => {
        if (cost >= costs[here]!) return;
        costs[here] = cost;
        moves[here] = move;
      };
      if (l > 0) offer(costs[here - 1]! + SKIP_LAP, -1);
      if (k > 0) offer(costs[here - width]! + SKIP_STEP, 0);
      for (let merged = 1; k > 0 && merged <= Math.min(MOST_LAPS_A_STEP, l); merged++)
        offer(costs[here - width - merged]! + costOf(steps[k - 1]!, laps, l - merged, l, effort), merged);
    }
  const placed: (Stretch | null)[] = new Array(steps.length).fill(null);
  for (let k = steps.length, l = laps.length; k > 0 || l > 0; ) {
    const move = moves[k * width + l]!;
    if (move < 0) l--;
    else {
      k--;
      if (move > 0) placed[k] = { from: laps[l - move]!.from, to: laps[l - 1]!.to };
      l -= move;
    }
  }
  return placed;
}

function costOf(step: Step, laps: readonly Stretch[], from: number, to: number, effort: Prefix): number {
  const [start, end] = [laps[from]!.from, laps[to - 1]!.to];
  const length = end - start;
  const miss = missOf(meanBetween(effort, start, end), step.target);
  const apart =
    step.seconds === null ? 0.2 : asPlanned(length, step.seconds) ? 0 : 2 * Math.abs(Math.log(length / step.seconds));
  return apart + 0.5 * miss + 0.05 * (to - from - 1);
}

/** Laps of one length each (a kilometre, five minutes) can fit by chance; their efforts then do not follow the targets. */
function followsTargets(steps: readonly Step[], placed: readonly (Stretch | null)[], effort: Prefix): boolean {
  const pairs = steps.flatMap((step, k) => {
    const place = placed[k]!;
    if (place === null || step.target === null) return [];
    const mean = meanBetween(effort, place.from, place.to);
    return Number.isNaN(mean) ? [] : [{ target: step.target.middle, mean }];
  });
  const targets = pairs.map((pair) => pair.target);
  if (pairs.length < 3 || Math.max(...targets) < 1.15 * Math.min(...targets)) return true;
  return (
    correlationOf(
      targets,
      pairs.map((pair) => pair.mean),
    ) >= 0.5
  );
}

/** Pearson's r; 0 where one side does not vary. */
export function correlationOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = a.length;
  let [a0, b0] = [0, 0];
  for (let i = 0; i < n; i++) {
    a0 += a[i]! / n;
    b0 += b[i]! / n;
  }
  let [aa, bb, ab] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    aa += (a[i]! - a0) ** 2;
    bb += (b[i]! - b0) ** 2;
    ab += (a[i]! - a0) * (b[i]! - b0);
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
