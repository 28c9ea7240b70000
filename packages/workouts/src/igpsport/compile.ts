import { asBand, stairs } from '../convert/stairs.ts';
import { measure } from '../load/planned.ts';
import { resolveTarget } from '../load/resolve.ts';
import { type Loss, Losses } from '../loss.ts';
import type { Path } from '../path.ts';
import type { Thresholds } from '../thresholds.ts';
import { type FlatItem, isFlatRepeat, type PlacedStep, withoutNesting } from '../unrolled.ts';
import { isIntensity, type Kind, type Step, type Workout } from '../workout.ts';
import { cadenceFields, compileTarget } from './compile-target.ts';
import { IGP_LIMITS, type IgpCourse, type IgpNode, type IgpStep } from './course.ts';

export interface CompiledCourse {
  readonly course: IgpCourse;
  readonly losses: readonly Loss[];
}

/**
 * The course for iGPSport's `EditCustomWorkOut`. Percentages of FTP and zones stay relative; heart rate percentages,
 * pace and zone ranges become bpm, mm/s and watts with `thresholds`.
 * @param options.id updates that course; absent creates one
 */
export function compileCourse(
  workout: Workout,
  thresholds: Thresholds = {},
  options: { id?: string } = {},
): CompiledCourse {
  const losses = new Losses();
  const items = withoutNesting(workout.steps, (path, repeat) =>
    losses.unrolled(path, repeat, 'a repeat inside a repeat loses its steps there'),
  );
  const structure = items.flatMap((item) => compileItem(item, thresholds, losses));
  const foot = workout.sport === 'run' || workout.sport === 'walk';
  if (workout.sport !== 'bike' && workout.sport !== 'run') {
    losses.add(
      '',
      'workout',
      'approximated',
      `there are only bike and run courses: ${workout.sport} is written as ${foot ? 'run' : 'bike'}`,
    );
  }
  const course: IgpCourse = {
    ...(options.id === undefined ? {} : { id: options.id }),
    title: cut(workout.name ?? 'Workout', 'title', '', losses),
    description: cut(workout.description ?? '', 'description', '', losses),
    totalTime: totalTime(items, thresholds, foot),
    workoutType: foot ? 'run' : 'bike',
    sportBigType: foot ? 2 : 1,
    allowDeletion: true,
    fromTP: false,
    structure,
  };
  return { course, losses: losses.list };
}

const FIELD = { title: 'name', name: 'name', description: 'description', note: 'note' } as const;

function cut(text: string, what: keyof typeof IGP_LIMITS, path: Path, losses: Losses): string {
  const limit = IGP_LIMITS[what];
  if (text.length <= limit) return text;
  losses.add(path, FIELD[what], 'changed', `the ${what} is cut to ${limit} characters`);
  return text.slice(0, limit);
}

function compileItem(item: FlatItem, thresholds: Thresholds, losses: Losses): IgpNode[] {
  if (!isFlatRepeat(item)) return compiledSteps(item, thresholds, losses);
  if (item.name !== undefined)
    losses.add(item.path, 'name', 'dropped', `a repetition has no name: "${item.name}" is left out`);
  const steps = item.steps.flatMap((placed) => compiledSteps(placed, thresholds, losses));
  return [{ type: 'Repetition', length: { unit: 'Repetition', value: item.times }, steps }];
}

function compiledSteps({ path, step }: PlacedStep, thresholds: Thresholds, losses: Losses): IgpStep[] {
  const levels = stairs(step);
  if (levels !== undefined) {
    losses.add(path, 'target', 'approximated', `the ramp is written as ${levels.length} level steps`);
    return levels.map((level) => compileStep(level, path, thresholds, losses));
  }
  if (!isIntensity(step.target) || step.target.ramp !== true) return [compileStep(step, path, thresholds, losses)];
  losses.add(path, 'target', 'approximated', 'the ramp has no length to divide: it is written as the band it crosses');
  return [compileStep({ ...step, target: asBand(step.target) }, path, thresholds, losses)];
}

const CLASS: Record<Kind, IgpStep['intensityClass']> = {
  warmup: 'WarmUp',
  active: 'Active',
  interval: 'Active',
  recovery: 'Rest',
  rest: 'Rest',
  cooldown: 'CoolDown',
  other: 'Active',
};

/** Names of steps that have none; the platform requires one. */
export const CLASS_NAME: Record<IgpStep['intensityClass'], string> = {
  WarmUp: 'Warm up',
  Active: 'Active',
  Rest: 'Rest',
  CoolDown: 'Cool down',
};

function compileStep(step: Step, path: Path, thresholds: Thresholds, losses: Losses): IgpStep {
  const intensityClass = CLASS[step.kind ?? 'active'];
  if (step.kind === 'interval' || step.kind === 'recovery' || step.kind === 'other') {
    losses.add(path, 'kind', 'changed', `"${step.kind}" is written "${intensityClass}": there is no such class`);
  }
  const { target, cue } = compileTarget(step, path, thresholds, losses);
  const end = endOf(step, path, losses);
  const name = [step.name, cue, end.cue].filter((text) => text !== undefined).join(', ');
  return {
    type: 'Step',
    name: cut(name === '' ? CLASS_NAME[intensityClass] : name, 'name', path, losses),
    intensityClass,
    openDuration: end.length === undefined ? 'true' : 'false',
    ...(end.length === undefined ? {} : { length: end.length }),
    ...(target === undefined ? {} : { intensityTarget: target }),
    ...cadenceFields(step, target !== undefined),
    ...(step.note === undefined ? {} : { note: cut(step.note, 'note', path, losses) }),
  };
}

function endOf(
  { length }: Step,
  path: Path,
  losses: Losses,
): { length?: NonNullable<IgpStep['length']>; cue?: string } {
  switch (length.by) {
    case 'time':
      return { length: { unit: 'Second', value: whole(length.seconds) } };
    case 'distance':
      if (!Number.isInteger(length.metres))
        losses.add(path, 'length', 'approximated', `${length.metres} m is written ${whole(length.metres)} m`);
      return { length: { unit: 'Meter', value: whole(length.metres) } };
    case 'energy':
      return { length: { unit: 'Kcal', value: length.kilocalories } };
    case 'lap':
      if (length.plan !== undefined)
        losses.add(path, 'length', 'dropped', 'a step until the lap button keeps no planned length');
      return {};
    case 'hr': {
      const cue = `until HR ${length.when} ${length.bpm}`;
      losses.add(path, 'length', 'approximated', `"${cue}" is part of the name and ends with the lap button`);
      return { cue };
    }
  }
}

const whole = (value: number) => Math.max(1, Math.floor(value + 0.5));

/**
 * Seconds as the other clients estimate them on a bike: 8 m/s, 5 s a kcal, at least and for open steps a minute
 * (igpsport-api.md 10.4). On foot the distance goes by the step's pace.
 */
function totalTime(items: readonly FlatItem[], thresholds: Thresholds, foot: boolean): number {
  let seconds = 0;
  for (const item of items) {
    const steps = isFlatRepeat(item) ? item.steps : [item];
    seconds +=
      (isFlatRepeat(item) ? item.times : 1) *
      steps.reduce((sum, { step }) => sum + stepTime(step, thresholds, foot), 0);
  }
  return seconds;
}

function stepTime({ length, target }: Step, thresholds: Thresholds, foot: boolean): number {
  if (length.by === 'time') return whole(length.seconds);
  if (length.by === 'energy') return Math.max(60, length.kilocalories * 5);
  if (length.by !== 'distance') return 60;
  const pace = isIntensity(target) ? resolveTarget(target, thresholds) : undefined;
  const onFoot = foot
    ? measure(length, pace !== undefined && 'metric' in pace ? pace : undefined, thresholds, 'run')
    : undefined;
  return onFoot?.seconds ?? Math.max(60, Math.floor(length.metres / 8));
}
