import type { Stretch } from '../detection/moving-time.ts';
import { meanBetween, type Prefix, prefixOf } from '../detection/smoothing.ts';
import { type Metric, none, value, type Warning } from '../result/index.ts';
import type { Series } from '../samples/index.ts';
import { placeByLaps } from './by-laps.ts';
import { placeBySignal } from './by-signal.ts';
import { asPlanned, type PlannedStep, type Step, stepsOf } from './plan.ts';

export interface AlignmentInput {
  /** Steps of the planned workout in order, repeats written out. */
  readonly steps: readonly PlannedStep[];
  /** Laps of the device, half-open seconds of the series, in order; leave out when there are none. */
  readonly laps?: readonly Stretch[];
  /** What was done, at 1 Hz, in the unit of the targets. */
  readonly effort: Series;
}

/** What was done of one planned step. */
export interface AlignedStep {
  /** Index of the step in the plan. */
  readonly step: number;
  readonly kind: 'work' | 'rest';
  /** Where it was done, half-open seconds; null when it was not done. */
  readonly place: Stretch | null;
  /** s */
  readonly seconds: number | null;
  /** Length done as a share of the planned one, %; null for an open or undone step. */
  readonly durationPercent: number | null;
  /** Mean effort over the seconds with data. */
  readonly average: number | null;
  /** Average as a share of the target's middle, %; null without target or data. */
  readonly targetPercent: number | null;
  /** Share of the seconds inside the target, 0–1; null without target or data. */
  readonly inTarget: number | null;
  /** `met` within 5 s or 10 %. */
  readonly duration: 'met' | 'short' | 'long' | null;
  /** `met` when the average lies in the target, 3 % wider on both sides. */
  readonly effort: 'met' | 'under' | 'over' | null;
}

export interface Alignment {
  /** `laps`: the device's own laps were the steps. `signal`: the steps were found in the effort. */
  readonly by: 'laps' | 'signal';
  readonly steps: readonly AlignedStep[];
  /** Work steps whose duration and effort were met, and all work steps. */
  readonly work: { readonly met: number; readonly planned: number };
}

/**
 * What was done of each step of a planned workout.
 *
 * Device laps come first: they are the steps when at least 80 % of the planned time (up to the last step done) has a lap of
 * its length (± 5 s or 3 %), laps in order, merged or skipped where that fits better, and their efforts rise and fall with
 * the targets. Otherwise the steps are looked for in the effort: the boundaries (0.6 to 1.6 × the planned length) that
 * bring it nearest to the targets; trusted when effort follows the plan with r ≥ 0.6 and at least half of the work steps
 * are within 20 % of their target. Edges then lie where the effort jumps most,
 * or within about 10 s where the targets hardly differ, which is said (`approximate_edges`).
 *
 * @returns `cannot_align` with what was found when neither holds: a comparison with the wrong workout is worse than none.
 *   `no_data` without effort, `bad_input` for steps, laps or values that cannot be, or more than 48 h.
 * @source engineering choice of this library; Intervals.icu shows such a share as `compliance`, by a rule it does not publish.
 */
export function alignWorkout(input: AlignmentInput): Metric<Alignment> {
  const steps = stepsOf(input.steps);
  if (typeof steps === 'string') return none('bad_input', steps);
  const { effort, laps = [] } = input;
  if (effort.length > 172_800) return none('bad_input', 'an activity may have 48 h');
  const flaw = lapFlaw(laps, effort.length);
  if (flaw !== null) return none('bad_input', flaw);
  const prefix = prefixOf(effort);
  if (prefix.counts[effort.length] === 0) return none('no_data', 'the activity has no data for these targets');
  const coverage = prefix.counts[effort.length]! / effort.length;
  const byLaps = laps.length > 1 ? placeByLaps(steps, laps, prefix) : 'there are no laps';
  if (typeof byLaps !== 'string')
    return value(alignment('laps', steps, byLaps, effort, prefix), 'device laps', coverage);
  const bySignal = placeBySignal(steps, prefix);
  if (typeof bySignal === 'string') return none('cannot_align', `${byLaps}; ${bySignal}`);
  const warnings: Warning[] = [
    { code: 'approximate_edges', detail: `Edges were found in the effort, not recorded: ${byLaps}.` },
  ];
  return value(alignment('signal', steps, bySignal, effort, prefix), 'found in the effort', coverage, warnings);
}

function lapFlaw(laps: readonly Stretch[], seconds: number): string | null {
  if (laps.length > 2000) return `${laps.length} laps are more than the 2000 accepted`;
  for (const [i, { from, to }] of laps.entries())
    if (
      !(Number.isInteger(from) && Number.isInteger(to) && from >= (laps[i - 1]?.to ?? 0) && to > from && to <= seconds)
    )
      return `lap ${i + 1} from ${from} to ${to} must be whole seconds inside the activity, after the lap before`;
  return null;
}

function alignment(
  by: Alignment['by'],
  steps: readonly Step[],
  places: readonly (Stretch | null)[],
  effort: Series,
  prefix: Prefix,
): Alignment {
  const aligned = steps.map((step, i) => alignedStep(i, step, places[i]!, effort, prefix));
  const work = aligned.filter((step) => step.kind === 'work');
  const met = work.filter(
    (step) => step.duration !== 'short' && step.place !== null && step.effort !== 'under' && step.effort !== 'over',
  );
  return { by, steps: aligned, work: { met: met.length, planned: work.length } };
}

function alignedStep(i: number, step: Step, place: Stretch | null, effort: Series, prefix: Prefix): AlignedStep {
  const kind = step.work ? 'work' : 'rest';
  const nothing = {
    seconds: null,
    durationPercent: null,
    average: null,
    targetPercent: null,
    inTarget: null,
    duration: null,
    effort: null,
  };
  if (place === null) return { step: i, kind, place, ...nothing };
  const seconds = place.to - place.from;
  const mean = meanBetween(prefix, place.from, place.to);
  const average = Number.isNaN(mean) ? null : mean;
  const { target } = step;
  const judged = target !== null && average !== null;
  return {
    step: i,
    kind,
    place,
    seconds,
    durationPercent: step.seconds === null ? null : (100 * seconds) / step.seconds,
    average,
    targetPercent: judged ? (100 * average) / target.middle : null,
    inTarget: judged ? shareInside(effort, place, target) : null,
    duration: step.seconds === null ? null : durationOf(seconds, step.seconds),
    effort: judged ? (average < 0.97 * target.low ? 'under' : average > 1.03 * target.high ? 'over' : 'met') : null,
  };
}

function durationOf(seconds: number, planned: number): 'met' | 'short' | 'long' {
  if (asPlanned(seconds, planned) || Math.abs(seconds - planned) <= 0.1 * planned) return 'met';
  return seconds < planned ? 'short' : 'long';
}

function shareInside(effort: Series, place: Stretch, target: { readonly low: number; readonly high: number }): number {
  let [inside, known] = [0, 0];
  for (let i = place.from; i < place.to; i++) {
    if (!Number.isFinite(effort[i]!)) continue;
    known++;
    if (effort[i]! >= target.low && effort[i]! <= target.high) inside++;
  }
  return inside / known;
}
