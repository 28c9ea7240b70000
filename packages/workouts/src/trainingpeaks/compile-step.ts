import { asPercentOf } from '../convert/percent.ts';
import { asBand } from '../convert/stairs.ts';
import { writeTarget } from '../grammar/target.ts';
import type { Losses } from '../loss.ts';
import type { Path } from '../path.ts';
import type { Thresholds } from '../thresholds.ts';
import { isIntensity, type Kind, type Step } from '../workout.ts';
import { UNIT_OF } from './metric.ts';
import { CADENCE_UNIT, type TpMetric, type TpStep, type TpTarget } from './structure.ts';

export interface StepContext {
  readonly metric: TpMetric;
  readonly thresholds: Thresholds;
  readonly losses: Losses;
}

const CLASS: Record<Kind, TpStep['intensityClass']> = {
  warmup: 'warmUp',
  active: 'active',
  interval: 'active',
  recovery: 'rest',
  rest: 'rest',
  cooldown: 'coolDown',
  other: 'other',
};

/** Names of steps that have none; TrainingPeaks shows a name for each. */
export const CLASS_NAME: Record<TpStep['intensityClass'], string> = {
  warmUp: 'Warm up',
  active: 'Active',
  rest: 'Recovery',
  coolDown: 'Cool down',
  other: 'Other',
};

const PLACEHOLDER_SECONDS = 600;

/** One step in the form of the service. What it cannot hold is added to the losses of `context`. */
export function compileStep(step: Step, path: Path, context: StepContext): TpStep {
  const { losses } = context;
  const intensityClass = CLASS[step.kind ?? 'active'];
  if (step.kind === 'interval' || step.kind === 'recovery') {
    losses.add(
      path,
      'kind',
      'changed',
      `"${step.kind}" is written "${intensityClass}": TrainingPeaks has no such class`,
    );
  }
  const open = endNote(step, path, losses);
  const targets = [primaryTarget(step, path, context), cadenceTarget(step)].filter((target) => target !== undefined);
  const extra = [open, effortNote(step, path, losses)].filter((text) => text !== undefined);
  const notes = [step.note, ...extra].filter((text) => text !== undefined).join('. ');
  return {
    name: step.name ?? CLASS_NAME[intensityClass],
    length: lengthOf(step, path, losses),
    targets,
    intensityClass,
    openDuration: step.length.by !== 'time' && step.length.by !== 'distance',
    ...(notes === '' ? {} : { notes }),
  };
}

function lengthOf({ length }: Step, path: Path, losses: Losses): TpStep['length'] {
  const fixed = length.by === 'lap' ? length.plan : length;
  if (fixed?.by === 'time') return { value: fixed.seconds, unit: 'second' };
  if (fixed?.by === 'distance') return { value: fixed.metres, unit: 'meter' };
  losses.add(path, 'length', 'approximated', 'its end is open: 10 min until the lap button are planned');
  return { value: PLACEHOLDER_SECONDS, unit: 'second' };
}

function endNote({ length }: Step, path: Path, losses: Losses): string | undefined {
  if (length.by !== 'energy' && length.by !== 'hr') return undefined;
  const end = length.by === 'energy' ? `until ${length.kilocalories} kcal` : `until HR ${length.when} ${length.bpm}`;
  losses.add(path, 'length', 'approximated', `"${end}" is a note and ends with the lap button`);
  return end;
}

function effortNote({ target }: Step, path: Path, losses: Losses): string | undefined {
  if (target === undefined || isIntensity(target)) return undefined;
  const note = target.unit === 'free' ? 'free ride' : 'all out';
  losses.add(path, 'target', 'approximated', `"${note}" is a note on a step without target`);
  return note;
}

function cadenceTarget({ cadence }: Step): TpTarget | undefined {
  return cadence === undefined ? undefined : { minValue: cadence.low, maxValue: cadence.high, unit: CADENCE_UNIT };
}

function primaryTarget(step: Step, path: Path, { metric, thresholds, losses }: StepContext): TpTarget | undefined {
  if (!isIntensity(step.target)) return undefined;
  const target = step.target.ramp === true ? asBand(step.target) : step.target;
  if (target !== step.target) losses.add(path, 'target', 'approximated', 'the ramp is written as the band it crosses');
  const unit = UNIT_OF[metric];
  if (target.unit === unit) return { minValue: target.from, maxValue: target.to };
  const asked = writeTarget(target);
  if (unit === 'rpe' || target.unit === 'rpe') {
    losses.add(path, 'target', 'dropped', `${asked}: a workout has one intensity metric, here ${metric}`);
    return undefined;
  }
  const percent = asPercentOf(target, unit, thresholds);
  if ('unresolved' in percent) {
    losses.add(path, 'target', 'dropped', `${asked} cannot be written as ${metric}: ${percent.unresolved}`);
    return undefined;
  }
  const { from, to } = percent;
  losses.add(
    path,
    'target',
    'approximated',
    `${asked} is written ${to === undefined ? `from ${from}` : `${from}-${to}`} ${metric}`,
  );
  return to === undefined ? { minValue: from } : { minValue: from, maxValue: to };
}
