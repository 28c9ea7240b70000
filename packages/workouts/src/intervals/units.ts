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

/**
 * Leaves in the order they are done, repeats multiplied out. Undefined when that takes more than `most` visits: a
 * document of huge or empty repeats must not be walked for minutes.
 */
export function leavesOf(steps: readonly DocStep[], most: number): DocStep[] | undefined {
  const out: DocStep[] = [];
  let visits = 0;
  const visit = (list: readonly DocStep[], depth: number): boolean => {
    for (const step of list) {
      if (++visits > most || depth > MOST_DEPTH) return false;
      if (step.steps == null) out.push(step);
      else
        for (let time = 0; time < (step.reps ?? 1); time++)
          if (++visits > most || !visit(step.steps, depth + 1)) return false;
    }
    return true;
  };
  return visit(steps, 0) ? out : undefined;
}

const MOST_DEPTH = 20;
