import type { Stretch } from '../detection/moving-time.ts';
import { meanBetween, type Prefix } from '../detection/smoothing.ts';
import { correlationOf } from './by-laps.ts';
import { missOf, type Step } from './plan.ts';

/** Costs a second: of the ride before and after the workout, of a free step, of a planned second that was not done. */
const OUTSIDE = 0.02;
const FREE = 0.1;
const UNDONE = 0.5;
/** Weight of a step that is shorter or longer than planned. */
const STRETCHED = 0.3;
const MOST_CELLS = 2000;
const LONGEST_OPEN = 1200;

/** Where each step was done, null for those after the end; or a sentence that says why the effort does not show them. */
export function placeBySignal(steps: readonly Step[], effort: Prefix): (Stretch | null)[] | string {
  const seconds = effort.sums.length - 1;
  const cell = Math.max(5, Math.ceil(seconds / MOST_CELLS));
  const means = Float64Array.from({ length: Math.floor(seconds / cell) }, (_, i) =>
    meanBetween(effort, i * cell, (i + 1) * cell),
  );
  if (means.length < steps.length) return `${seconds} s are too short for ${steps.length} steps`;
  const placed = cheapest(steps, means, cell).map((place) => place && { from: place.from * cell, to: place.to * cell });
  return doubt(steps, placed, effort, means, cell) ?? sharpened(steps, placed, effort, cell);
}

/** Edges between steps of different targets, moved to the second within a cell or two where the effort jumps most. */
function sharpened(steps: readonly Step[], placed: readonly (Stretch | null)[], effort: Prefix, cell: number) {
  const sharp = placed.map((place) => place && { ...place });
  for (let k = 1; k < sharp.length; k++) {
    const [before, after] = [sharp[k - 1], sharp[k]];
    const [easy, hard] = [steps[k - 1]!.target, steps[k]!.target];
    if (!before || !after || easy === null || hard === null) continue;
    const difference = hard.middle - easy.middle;
    if (Math.abs(difference) < 0.1 * Math.max(hard.middle, easy.middle)) continue;
    const edge = largestJump(effort, after.from, 2 * cell, Math.sign(difference));
    if (edge <= before.from || edge >= after.to) continue;
    before.to = edge;
    after.from = edge;
  }
  return sharp;
}

function largestJump(effort: Prefix, around: number, reach: number, sign: number): number {
  let [edge, largest] = [around, Number.NEGATIVE_INFINITY];
  for (let at = around - reach; at <= around + reach; at++) {
    const jump = sign * (meanBetween(effort, at, at + 10) - meanBetween(effort, at - 10, at));
    if (jump > largest) [edge, largest] = [at, jump];
  }
  return edge;
}

/** Why the placement is not to be trusted; null when it is. */
function doubt(
  steps: readonly Step[],
  placed: readonly (Stretch | null)[],
  effort: Prefix,
  means: Float64Array,
  cell: number,
): string | null {
  const targets = steps.flatMap((step) => (step.target === null ? [] : [step.target.middle]));
  if (targets.length === 0) return 'the workout has no targets and its laps do not match';
  if (Math.max(...targets) < 1.15 * Math.min(...targets)) return evenDoubt(steps, effort);
  const [wanted, done] = [[] as number[], [] as number[]];
  for (const [k, place] of placed.entries()) {
    const target = steps[k]!.target;
    if (place === null || target === null) continue;
    for (let i = place.from / cell; i < place.to / cell; i++) {
      if (Number.isNaN(means[i]!)) continue;
      wanted.push(target.middle);
      done.push(means[i]!);
    }
  }
  const r = correlationOf(wanted, done);
  const work = steps.flatMap((step, k) => (step.work && step.target !== null ? [k] : []));
  const near = work.filter((k) => standsOut(k, steps, placed, effort));
  if (r < 0.6 || near.length < 0.5 * work.length)
    return `${near.length} of ${work.length} work steps are near their targets and effort follows the plan with r = ${r.toFixed(2)}`;
  return null;
}

/**
 * Whether a work step was done near its target (20 %) and above its neighbours by at least 40 % of the planned difference:
 * one long effort cut into pieces is near every target and rises nowhere.
 */
function standsOut(k: number, steps: readonly Step[], placed: readonly (Stretch | null)[], effort: Prefix): boolean {
  const meanOf = (i: number) => {
    const place = placed[i] ?? null;
    return place === null ? Number.NaN : meanBetween(effort, place.from, place.to);
  };
  const target = steps[k]!.target;
  if (missOf(meanOf(k), target) > 0.2) return false;
  return [k - 1, k + 1].every((i) => {
    const planned = target!.middle - (steps[i]?.target?.middle ?? Number.NaN);
    const done = meanOf(k) - meanOf(i);
    return !(planned > 0.1 * target!.middle) || !(done < 0.4 * planned);
  });
}

/** A plan of one effort has no shape to find: it must be the whole activity, at that effort. */
function evenDoubt(steps: readonly Step[], effort: Prefix): string | null {
  const planned = steps.reduce((sum, step) => sum + (step.seconds ?? 0), 0);
  const seconds = effort.sums.length - 1;
  const target = steps.find((step) => step.target !== null)!.target;
  const mean = meanBetween(effort, 0, seconds);
  if (Math.abs(seconds - planned) <= 0.15 * planned && missOf(mean, target) <= 0.15) return null;
  return 'a workout of one effort shows no edges, and length or effort of the activity are not its own';
}

/** Step boundaries with the least cost: distance from targets, stretched steps, seconds outside, steps left undone. */
function cheapest(steps: readonly Step[], means: Float64Array, cell: number): (Stretch | null)[] {
  const n = means.length;
  const backs: Int32Array[] = [];
  let costs = Float64Array.from({ length: n + 1 }, (_, t) => OUTSIDE * t * cell);
  const undone = (k: number) => steps.slice(k).reduce((sum, step) => sum + UNDONE * (step.seconds ?? 60), 0);
  let best = { cost: Number.POSITIVE_INFINITY, steps: 0, end: 0 };
  for (let k = 0; k <= steps.length; k++) {
    const rest = undone(k);
    for (let t = 0; t <= n; t++) {
      const cost = costs[t]! + OUTSIDE * (n - t) * cell + rest;
      if (cost < best.cost) best = { cost, steps: k, end: t };
    }
    const step = steps[k];
    if (step === undefined) break;
    const next = advanced(step, costs, means, cell);
    backs.push(next.back);
    costs = next.costs;
  }
  const placed: (Stretch | null)[] = new Array(steps.length).fill(null);
  for (let k = best.steps - 1, to = best.end; k >= 0; k--) {
    const from = to - backs[k]![to]!;
    placed[k] = { from, to };
    to = from;
  }
  return placed;
}

function advanced(step: Step, costs: Float64Array, means: Float64Array, cell: number) {
  const n = means.length;
  const misses = new Float64Array(n + 1);
  for (let i = 0; i < n; i++)
    misses[i + 1] = misses[i]! + cell * (step.target === null ? FREE : missOf(means[i]!, step.target));
  const planned = step.seconds;
  const shortest = planned === null ? 1 : Math.max(1, Math.floor((0.6 * planned) / cell));
  const longest = Math.max(shortest, Math.ceil((planned === null ? LONGEST_OPEN : 1.6 * planned) / cell));
  const stretched = Float64Array.from({ length: longest + 1 }, (_, d) =>
    planned === null || d === 0 ? 0 : STRETCHED * planned * Math.abs(Math.log((d * cell) / planned)),
  );
  const next = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const back = new Int32Array(n + 1);
  for (let t = shortest; t <= n; t++)
    for (let d = shortest; d <= Math.min(longest, t); d++) {
      const cost = costs[t - d]! + misses[t]! - misses[t - d]! + stretched[d]!;
      if (cost < next[t]!) {
        next[t] = cost;
        back[t] = d;
      }
    }
  return { costs: next, back };
}
