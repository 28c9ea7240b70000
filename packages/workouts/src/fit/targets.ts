import { writeTarget } from '../grammar/target.ts';
import { resolveTarget } from '../load/resolve.ts';
import type { Losses } from '../loss.ts';
import type { Path } from '../path.ts';
import type { Thresholds } from '../thresholds.ts';
import { type Intensity, isIntensity, metricOf, type Step } from '../workout.ts';

/** Custom targets on the wire: watts + 1000 and bpm + 100; below that they are percentages. */
export const WATTS_FROM = 1000;
export const BPM_FROM = 100;

export type StepFields = Record<string, number | string>;

/** Target fields of a workout_step, and a note where FIT has no such target. */
export function targetFields(
  step: Step,
  path: Path,
  thresholds: Thresholds,
  losses: Losses,
): { readonly fields: StepFields; readonly note?: string } {
  const { target, cadence } = step;
  const primary = isIntensity(target) ? intensityFields(target, path, thresholds, losses) : undefined;
  const note = effortNote(step, path, losses);
  const more = note === undefined ? {} : { note };
  if (cadence === undefined) return { fields: primary ?? { target_type: 'open', target_value: 0 }, ...more };
  if (primary === undefined) {
    const alone = {
      target_type: 'cadence',
      target_cadence_zone: 0,
      custom_target_cadence_low: cadence.low,
      custom_target_cadence_high: cadence.high,
    };
    return { fields: alone, ...more };
  }
  const second = {
    secondary_target_type: 'cadence',
    secondary_target_cadence_zone: 0,
    secondary_custom_target_cadence_low: cadence.low,
    secondary_custom_target_cadence_high: cadence.high,
  };
  return { fields: { ...primary, ...second }, ...more };
}

function effortNote({ target }: Step, path: Path, losses: Losses): string | undefined {
  if (target?.unit === 'rpe' && isIntensity(target)) {
    losses.add(path, 'target', 'approximated', `${writeTarget(target)} is a note: FIT has no RPE target`);
    return writeTarget(target);
  }
  if (target?.unit === 'free') {
    losses.add(path, 'target', 'changed', 'free ride is written as a step without target');
    return undefined;
  }
  if (target?.unit !== 'max') return undefined;
  losses.add(path, 'target', 'approximated', '"all out" is a note on a step without target');
  return 'all out';
}

function intensityFields(
  target: Intensity,
  path: Path,
  thresholds: Thresholds,
  losses: Losses,
): StepFields | undefined {
  const { unit, from, to } = target;
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  switch (unit) {
    case 'rpe':
      return undefined;
    case '%ftp':
      return power(whole(low), whole(high));
    case 'w':
      return power(WATTS_FROM + whole(low), WATTS_FROM + whole(high));
    case 'bpm':
      return heartRate(BPM_FROM + whole(low), BPM_FROM + whole(high));
    case '%hrmax':
      if (high <= BPM_FROM) return heartRate(whole(low), whole(high));
      break;
    case 'power_zone':
      if (low === high) return { target_type: 'power', target_power_zone: low };
      break;
    case 'hr_zone':
      if (low === high) return { target_type: 'heart_rate', target_hr_zone: low };
      break;
    case 'pace_zone':
      if (low === high) return { target_type: 'speed', target_speed_zone: low };
      break;
    default:
      break;
  }
  return resolvedFields(target, path, thresholds, losses);
}

function resolvedFields(target: Intensity, path: Path, thresholds: Thresholds, losses: Losses): StepFields | undefined {
  const absolute = resolveTarget(target, thresholds);
  const asked = writeTarget(target);
  if ('unresolved' in absolute) {
    losses.add(path, 'target', 'dropped', `${asked} cannot be written: ${absolute.unresolved}`);
    return undefined;
  }
  const [low, high] = [Math.min(absolute.from, absolute.to), Math.max(absolute.from, absolute.to)];
  const metric = metricOf(target.unit);
  const shown = (value: number) => (metric === 'pace' ? value.toFixed(3) : String(whole(value)));
  const unit = metric === 'pace' ? 'm/s' : metric === 'power' ? 'W' : 'bpm';
  const written = `${shown(low) === shown(high) ? shown(low) : `${shown(low)}-${shown(high)}`} ${unit}`;
  if (target.unit !== 's/km') losses.add(path, 'target', 'approximated', `${asked} is written as ${written}`);
  if (metric === 'power') return power(WATTS_FROM + whole(low), WATTS_FROM + whole(high));
  if (metric === 'hr') return heartRate(BPM_FROM + whole(low), BPM_FROM + whole(high));
  return { target_type: 'speed', target_speed_zone: 0, custom_target_speed_low: low, custom_target_speed_high: high };
}

const whole = Math.round;

function power(low: number, high: number): StepFields {
  return { target_type: 'power', target_power_zone: 0, custom_target_power_low: low, custom_target_power_high: high };
}

function heartRate(low: number, high: number): StepFields {
  return {
    target_type: 'heart_rate',
    target_hr_zone: 0,
    custom_target_heart_rate_low: low,
    custom_target_heart_rate_high: high,
  };
}
