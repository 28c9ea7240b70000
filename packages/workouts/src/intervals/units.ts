import type { Intensity, TargetUnit } from '../workout.ts';
import type { DocStep, DocTarget } from './doc.ts';

/** Units of `workout_doc` and ours, both ways. `%hr` there is percent of maximum heart rate. */
const UNIT: Readonly<Record<string, TargetUnit>> = {
  '%ftp': '%ftp',
  w: 'w',
  power_zone: 'power_zone',
  '%hr': '%hrmax',
  '%lthr': '%lthr',
  bpm: 'bpm',
  hr_zone: 'hr_zone',
  '%pace': '%pace',
  pace_zone: 'pace_zone',
  'secs/km': 's/km',
  'secs/mi': 's/mi',
  'secs/mile': 's/mi',
  'secs/100m': 's/100m',
  'secs/100y': 's/100y',
  'secs/500m': 's/500m',
  'secs/400m': 's/400m',
  'secs/250m': 's/250m',
};

/** The target as ours; undefined for units without a counterpart (`%mmp`, custom zones) or without numbers. */
export function intensityOf(target: DocTarget | null | undefined, ramp: boolean): Intensity | undefined {
  const unit = UNIT[target?.units ?? ''];
  const from = target?.start ?? target?.value;
  const to = target?.end ?? target?.value;
  if (unit === undefined || from === undefined || to === undefined) return undefined;
  return { unit, from, to, ...(ramp && from !== to ? { ramp: true } : {}) };
}

/** Leaves in the order they are done, repeats multiplied out. */
export function* leaves(steps: readonly DocStep[]): Generator<DocStep> {
  for (const step of steps) {
    if (step.steps === undefined || step.steps === null) yield step;
    else for (let time = 0; time < (step.reps ?? 1); time++) yield* leaves(step.steps);
  }
}
