import { present, presentedName, type UnitSystem } from '@core/mcp-kit';
import { type Item, isIntensity, isRepeat, type Step, type Thresholds, type Workout } from '@core/workouts';
import { type Absolute, resolveTarget } from '@core/workouts/load';
import { kmPerHour, secondsPer } from '../si.ts';

/** What each step asks of this athlete, in watts, bpm or pace: `steps[1].steps[0]: 250-270 W`. */
export function resolvedSteps(workout: Workout, thresholds: Thresholds, units: UnitSystem): string[] {
  const lines: string[] = [];
  const walk = (items: readonly Item[], parent: string) => {
    items.forEach((item, index) => {
      const path = parent === '' ? `steps[${index}]` : `${parent}.steps[${index}]`;
      if (isRepeat(item)) walk(item.steps, path);
      else lines.push(`${path}: ${ofStep(item, thresholds, workout, units)}`);
    });
  };
  walk(workout.steps, '');
  return lines;
}

function ofStep({ target }: Step, thresholds: Thresholds, { sport }: Workout, units: UnitSystem): string {
  if (target === undefined) return 'no target';
  if (!isIntensity(target)) return target.unit === 'free' ? 'free' : 'all out';
  if (target.unit === 'rpe') return `RPE ${between(target.from, target.to)} of 10`;
  const resolved = resolveTarget(target, thresholds);
  if ('unresolved' in resolved) return resolved.unresolved;
  const ramp = resolved.ramp ? 'ramp ' : '';
  if (resolved.metric === 'power') return `${ramp}${between(Math.round(resolved.from), Math.round(resolved.to))} W`;
  if (resolved.metric === 'hr') return `${ramp}${between(Math.round(resolved.from), Math.round(resolved.to))} bpm`;
  return `${ramp}${atSpeed(resolved, sport, units)}`;
}

function between(from: number, to: number): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** A pace for feet, water and oars, a speed for wheels; in the units of the account. */
function atSpeed({ from, to }: Absolute, sport: Workout['sport'], units: UnitSystem): string {
  if (sport === 'bike' || sport === 'other' || sport === 'ski') {
    const name = 'speed_km_h';
    const [low, high] = [from, to].map((speed) => shown(name, kmPerHour(speed), units));
    return `${between(low ?? 0, high ?? 0)} ${units === 'metric' ? 'km/h' : 'mph'}`;
  }
  const metres = sport === 'swim' ? 100 : sport === 'row' ? 500 : 1000;
  const name = metres === 1000 ? 'pace_s_per_km' : `pace_s_per_${metres}m`;
  const [slow, fast] = [from, to].map((speed) => clock(shown(name, secondsPer(metres, speed), units)));
  const unit = presentedName(name, units).replace(/^pace_s_per_/, '');
  return `${slow === fast ? slow : `${slow}-${fast}`} per ${unit}`;
}

function shown(name: string, value: number | null, units: UnitSystem): number {
  const [converted] = Object.values(present({ [name]: value ?? 0 }, units));
  return typeof converted === 'number' ? converted : 0;
}

function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
