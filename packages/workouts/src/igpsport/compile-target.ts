import { writeTarget } from '../grammar/target.ts';
import { resolveTarget } from '../load/resolve.ts';
import type { Losses } from '../loss.ts';
import type { Path } from '../path.ts';
import type { Thresholds } from '../thresholds.ts';
import { type Intensity, isIntensity, metricOf, type Step } from '../workout.ts';
import type { IgpTarget } from './course.ts';

const POWER_ZONES = 7;
const HR_ZONES = 5;

/** The target of a step on the wire, or words for the name where the platform has no such target. */
export function compileTarget(
  step: Step,
  path: Path,
  thresholds: Thresholds,
  losses: Losses,
): { readonly target?: IgpTarget; readonly cue?: string } {
  const { target } = step;
  if (target === undefined) return {};
  if (target.unit === 'free') return { target: { unit: 'Active' } };
  if (target.unit === 'max') {
    losses.add(path, 'target', 'approximated', '"all out" is part of the name: there is no such target');
    return { cue: 'all out' };
  }
  return isIntensity(target) ? compileIntensity(target, path, thresholds, losses) : {};
}

function compileIntensity(target: Intensity, path: Path, thresholds: Thresholds, losses: Losses) {
  const { unit, from, to } = target;
  if (unit === '%ftp') return { target: band('PercentOfFTP', from, to) };
  if (unit === 'w') return { target: band('PowerCustom', from, to) };
  if (unit === 'bpm') return { target: band('HeartRateCustom', from, to) };
  if (from === to && unit === 'power_zone' && from <= POWER_ZONES)
    return { target: { unit: 'Power', value: from } as const };
  if (from === to && unit === 'hr_zone' && from <= HR_ZONES)
    return { target: { unit: 'HeartRate', value: from } as const };
  const asked = writeTarget(target);
  if (unit === 'rpe') {
    losses.add(path, 'target', 'approximated', `${asked} is part of the name: there is no RPE target`);
    return { cue: asked };
  }
  const absolute = resolveTarget(target, thresholds);
  if ('unresolved' in absolute) {
    losses.add(path, 'target', 'dropped', `${asked} cannot be written: ${absolute.unresolved}`);
    return {};
  }
  return { target: absoluteBand(target, absolute.from, absolute.to, asked, path, losses) };
}

function absoluteBand(
  target: Intensity,
  from: number,
  to: number,
  asked: string,
  path: Path,
  losses: Losses,
): IgpTarget {
  const metric = metricOf(target.unit);
  if (metric === 'pace') {
    // mm/s on the wire: 30 km/h is 8333.
    const speed = band('Speed', from * 1000, to * 1000);
    if (target.unit !== 's/km')
      losses.add(path, 'target', 'approximated', `${asked} is written as ${span(speed)} mm/s`);
    return speed;
  }
  const custom = band(metric === 'power' ? 'PowerCustom' : 'HeartRateCustom', from, to);
  const unit = metric === 'power' ? 'W' : 'bpm';
  losses.add(path, 'target', 'approximated', `${asked} is written as ${span(custom)} ${unit}`);
  return custom;
}

function span({ minValue, maxValue }: IgpTarget): string {
  return minValue === maxValue ? String(minValue) : `${minValue}-${maxValue}`;
}

/** Whole numbers, half up. `value` 0 stands beside the bounds in every capture. */
function band(unit: IgpTarget['unit'], from: number, to: number): IgpTarget {
  const low = Math.floor(Math.min(from, to) + 0.5);
  const high = Math.floor(Math.max(from, to) + 0.5);
  return { unit, value: 0, minValue: low, maxValue: high };
}

/** Beside another target cadence has its own field; alone it is the target. */
export function cadenceFields(
  { cadence }: Step,
  hasTarget: boolean,
): { intensityTarget?: IgpTarget; cadenceTarget?: IgpTarget } {
  if (cadence === undefined) return {};
  const target = band('Cadence', cadence.low, cadence.high);
  return hasTarget ? { cadenceTarget: target } : { intensityTarget: target };
}
