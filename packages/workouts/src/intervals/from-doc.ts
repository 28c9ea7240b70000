import { LIMITS } from '../limits.ts';
import { type Loss, Losses } from '../loss.ts';
import { child, type Path } from '../path.ts';
import { stepOf } from '../read.ts';
import {
  type Cadence,
  type Fixed,
  type Item,
  KINDS,
  type Kind,
  type Length,
  type Sport,
  type Step,
  type Target,
  type Workout,
} from '../workout.ts';
import type { DocStep, DocTarget, WorkoutDoc } from './doc.ts';
import { unescaped } from './label.ts';
import type { TargetFamily } from './settings.ts';
import { intensityOf } from './units.ts';

/**
 * The workout of a stored `workout_doc`. Tolerates nulls, unknown keys and missing lists. What our model cannot hold
 * (a second target, shares of best efforts, head-unit averaging) is in `losses`.
 */
export function fromWorkoutDoc(
  doc: WorkoutDoc,
  about: { readonly sport: Sport; readonly name?: string },
): { workout: Workout; losses: readonly Loss[] } {
  const losses = new Losses();
  const steps = (doc.steps ?? []).flatMap((step, index) => fromStep(step, child('', index), doc.target, losses));
  const { sport, name } = about;
  const description = doc.description ?? '';
  const workout: Workout = {
    sport,
    ...(name === undefined ? {} : { name }),
    ...(description === '' ? {} : { description }),
    steps,
  };
  return { workout, losses: losses.list };
}

const MOST_DEPTH = 20;

function fromStep(step: DocStep, path: Path, leading: TargetFamily | undefined, losses: Losses, depth = 0): Item[] {
  if (depth > MOST_DEPTH) {
    losses.add(path, 'repeat', 'dropped', `repeats nest more than ${MOST_DEPTH} deep`);
    return [];
  }
  if (step.steps == null) {
    const leaf = fromLeaf(step, path, leading, losses);
    return leaf === undefined ? [] : [leaf];
  }
  const steps = step.steps.flatMap((inner, index) => fromStep(inner, child(path, index), leading, losses, depth + 1));
  if (steps.length === 0) return [];
  const name = unescaped(step.text ?? '')
    .replace(/\s*\d+\s*x$/i, '')
    .trim();
  return [{ times: step.reps ?? 1, ...(name === '' ? {} : { name }), steps }];
}

function fromLeaf(step: DocStep, path: Path, leading: TargetFamily | undefined, losses: Losses): Step | undefined {
  const length = lengthOf(step);
  if (length === undefined) {
    losses.add(path, 'length', 'dropped', 'the step has neither a time nor a distance');
    return undefined;
  }
  if (step.hidepower === true)
    losses.add(path, 'target', 'dropped', 'hiding the power number is a setting of the platform');
  const text = unescaped(step.text ?? '')
    .replace(/\bpress lap\b\s*/i, '')
    .trim();
  const name = text.slice(0, LIMITS.name).trim();
  if (name !== text) losses.add(path, 'name', 'changed', `the cue is cut to ${LIMITS.name} characters`);
  return stepOf({
    length,
    target: targetOf(step, path, leading, losses),
    cadence: cadenceOf(step.cadence),
    kind: kindOf(step),
    name,
    note: undefined,
  });
}

/** A distance step also carries the time the platform estimated: the distance is what was asked. */
function lengthOf(step: DocStep): Length | undefined {
  const fixed: Fixed | undefined =
    step.distance != null && step.distance > 0
      ? { by: 'distance', metres: step.distance }
      : step.duration != null && step.duration > 0
        ? { by: 'time', seconds: step.duration }
        : undefined;
  if (step.until_lap_press === true) return { by: 'lap', ...(fixed === undefined ? {} : { plan: fixed }) };
  return fixed;
}

function kindOf(step: DocStep): Kind | undefined {
  const given = KINDS.find((kind) => kind === step.intensity);
  if (given !== undefined) return given;
  if (step.warmup === true) return 'warmup';
  return step.cooldown === true ? 'cooldown' : undefined;
}

function cadenceOf(cadence: DocTarget | null | undefined): Cadence | undefined {
  const low = cadence?.start ?? cadence?.value;
  const high = cadence?.end ?? cadence?.value;
  return low === undefined || high === undefined ? undefined : { low: Math.min(low, high), high: Math.max(low, high) };
}

const KEYS = { POWER: 'power', HR: 'hr', PACE: 'pace' } as const;

function targetOf(step: DocStep, path: Path, leading: TargetFamily | undefined, losses: Losses): Target | undefined {
  const order = (['POWER', 'HR', 'PACE'] as const).filter((family) => step[KEYS[family]] != null);
  const family = order.find((one) => one === leading) ?? order[0];
  if (step.freeride === true || step.maxeffort === true) {
    if (family !== undefined)
      losses.add(path, 'target', 'dropped', 'the estimate beside a free or maximal step is left out');
    return { unit: step.freeride === true ? 'free' : 'max' };
  }
  if (family === undefined) return undefined;
  for (const other of order.filter((one) => one !== family)) {
    losses.add(path, 'target', 'dropped', `the ${KEYS[other]} target beside the ${KEYS[family]} target is left out`);
  }
  const given = step[KEYS[family]];
  if (given?.target != null)
    losses.add(path, 'target', 'changed', `the averaging window ${given.target} of the head unit is left out`);
  const target = intensityOf(given, step.ramp === true);
  if (target === undefined)
    losses.add(path, 'target', 'dropped', `a target in ${given?.units ?? 'an unknown unit'} has no counterpart`);
  return target;
}
