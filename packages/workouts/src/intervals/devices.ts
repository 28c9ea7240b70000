import type { Path } from '../path.ts';
import { unrolled } from '../unrolled.ts';
import { type Item, isIntensity, isRepeat, type Workout } from '../workout.ts';

export interface DeviceNote {
  readonly device: 'Garmin' | 'Wahoo' | 'Zwift';
  readonly path: Path;
  readonly message: string;
}

const GARMIN_STEPS = 50;

/**
 * What head units do with a planned workout once Intervals.icu pushes it (intervals-api.md 5.7). The workout on the
 * calendar is whole; these notes are about the device.
 */
export function deviceNotes(workout: Workout): DeviceNote[] {
  const notes: DeviceNote[] = [];
  const written = countWritten(workout.steps);
  if (written > GARMIN_STEPS) {
    notes.push({ device: 'Garmin', path: '', message: `${written} steps: Garmin takes ${GARMIN_STEPS}` });
  }
  const seen = new Set<Path>();
  for (const { path, step } of unrolled(workout.steps)) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { target, kind, length } = step;
    const ramp = isIntensity(target) && target.ramp === true;
    if (!isIntensity(target)) {
      notes.push({
        device: 'Wahoo',
        path,
        message: 'Wahoo refuses a plan with a step that has no target ("422 Plan validation error")',
      });
    }
    if (ramp) notes.push({ device: 'Wahoo', path, message: 'Wahoo ignores ramps' });
    if (length.by === 'lap') notes.push({ device: 'Wahoo', path, message: 'Wahoo ignores lap-button steps' });
    if (kind === 'recovery')
      notes.push({ device: 'Garmin', path, message: 'only the kind "rest" becomes a rest step in the FIT export' });
    if (kind !== undefined && kind !== 'active')
      notes.push({ device: 'Zwift', path, message: `ZWO has no step types: "${kind}" is not shown` });
  }
  return notes;
}

function countWritten(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + 1 + (isRepeat(item) ? countWritten(item.steps) : 0), 0);
}
