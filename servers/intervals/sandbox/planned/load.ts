import { type AthleteProfile, heartRateLoad, normalizedPower } from '@core/sandbox/athlete';
import type { SettingsGroup } from '../settings.ts';
import { familyOf } from '../sports.ts';
import type { DocStep, DocTarget } from './parse.ts';

/** What the service computes from the steps of a planned workout. */
export interface PlannedNumbers {
  readonly duration: number;
  readonly distance: number;
  readonly load: number | null;
  readonly intensity: number | null;
  readonly joules: number | null;
  readonly averageWatts: number | null;
  readonly normalizedPower: number | null;
  readonly target: 'POWER' | 'HR' | 'PACE' | null;
  /** One value a second in the unit of the target: W, bpm, m/s. */
  readonly stream: Float32Array;
}

interface Flat {
  readonly step: DocStep;
  readonly seconds: number;
  readonly metres: number;
}

/** Plays the steps second by second and measures them (§7.3 of the reference). */
export function measurePlan(
  steps: readonly DocStep[],
  group: SettingsGroup,
  type: string,
  profile: AthleteProfile,
): PlannedNumbers {
  const flat = unroll(steps, group);
  const duration = flat.reduce((sum, each) => sum + each.seconds, 0);
  const distance = flat.reduce((sum, each) => sum + each.metres, 0);
  const target = targetOf(flat, group);
  const stream = streamOf(flat, target, group, profile);
  const hours = duration / 3600;
  const base = { duration, distance, target, stream, joules: null, averageWatts: null, normalizedPower: null };
  if (duration === 0 || target === null) return { ...base, load: null, intensity: null };
  if (target === 'POWER') {
    const np = Math.round(normalizedPower(stream));
    const joules = stream.reduce((sum, watts) => sum + watts, 0);
    const load = Math.round(100 * hours * (np / group.ftp!) ** 2);
    const averageWatts = Math.round(joules / duration);
    return {
      ...base,
      load,
      intensity: intensityOf(load, hours),
      joules: Math.round(joules),
      averageWatts,
      normalizedPower: np,
    };
  }
  if (target === 'HR') {
    const load = Math.round(heartRateLoad(stream, group.lthr ?? profile.lthrRide, profile));
    return { ...base, load, intensity: intensityOf(load, hours) };
  }
  const share = stream.reduce((sum, speed) => sum + speed, 0) / duration / group.threshold_pace!;
  const load = Math.round(100 * hours * share ** (familyOf(type) === 'swim' ? 3 : 2));
  return { ...base, load, intensity: intensityOf(load, hours) };
}

function intensityOf(load: number, hours: number): number {
  return 100 * Math.sqrt(load / (100 * hours));
}

function unroll(steps: readonly DocStep[], group: SettingsGroup): Flat[] {
  return steps.flatMap((step) => {
    if (step.reps === undefined) return [flatOf(step, group)];
    const once = unroll(step.steps ?? [], group);
    return Array.from({ length: step.reps }, () => once).flat();
  });
}

/** A step by distance lasts as long as its pace needs. */
function flatOf(step: DocStep, group: SettingsGroup): Flat {
  const speed = step.pace ? (paceBand(step.pace, group)?.middle ?? null) : null;
  if (step.distance === undefined) {
    const seconds = step.duration ?? 0;
    return { step, seconds, metres: speed === null ? 0 : speed * seconds };
  }
  const pace = speed ?? (group.threshold_pace ?? 3) * 0.8;
  return { step, seconds: Math.round(step.distance / pace), metres: step.distance };
}

function targetOf(flat: readonly Flat[], group: SettingsGroup): 'POWER' | 'HR' | 'PACE' | null {
  const has = {
    POWER: group.ftp !== null && flat.some(({ step }) => step.power !== undefined),
    HR: flat.some(({ step }) => step.hr !== undefined),
    PACE: group.threshold_pace !== null && flat.some(({ step }) => step.pace !== undefined),
  };
  for (const name of String(group.workout_order ?? 'POWER_HR_PACE').split('_') as ('POWER' | 'HR' | 'PACE')[]) {
    if (has[name]) return name;
  }
  return null;
}

export interface Band {
  readonly start: number;
  readonly end: number;
  readonly middle: number;
}

const band = (start: number, end: number, middle = (start + end) / 2): Band => ({ start, end, middle });

/** Watts of a power target; a zone is [previous top + 1, top], its middle rounded half up. */
export function powerBand(target: DocTarget, group: SettingsGroup): Band | null {
  const ftp = group.ftp;
  if (ftp === null) return null;
  const [low, high] = [target.start ?? target.value ?? 0, target.end ?? target.value ?? 0];
  if (target.units === 'w') return band(low, high);
  if (target.units === '%ftp' || target.units === '%mmp') return band((low * ftp) / 100, (high * ftp) / 100);
  if (target.units !== 'power_zone') return null;
  const tops = (group.power_zones ?? []).map((percent) => Math.floor((percent * ftp) / 100));
  const top = tops[high - 1] ?? tops.at(-1) ?? 0;
  const bottom = low <= 1 ? top * 0.8 : (tops[low - 2] ?? 0) + 1;
  return band(bottom, top, Math.floor((bottom + top) / 2 + 0.5));
}

export function heartBand(target: DocTarget, group: SettingsGroup): Band | null {
  const [low, high] = [target.start ?? target.value ?? 0, target.end ?? target.value ?? 0];
  const reference = target.units === '%lthr' ? group.lthr : target.units === '%hr' ? group.max_hr : null;
  if (reference !== null) return band((low * reference) / 100, (high * reference) / 100);
  const tops = group.hr_zones;
  if (target.units !== 'hr_zone' || !tops) return null;
  return band(
    low <= 1 ? Math.round((tops[0] ?? 0) * 0.85) : (tops[low - 2] ?? 0) + 1,
    tops[high - 1] ?? tops.at(-1) ?? 0,
  );
}

const PACE_METRES: Readonly<Record<string, number>> = {
  'secs/km': 1000,
  'secs/mi': 1609.344,
  'secs/100m': 100,
  'secs/100y': 91.44,
  'secs/250m': 250,
  'secs/400m': 400,
  'secs/500m': 500,
};

export function paceBand(target: DocTarget, group: SettingsGroup): Band | null {
  const threshold = group.threshold_pace;
  const [low, high] = [target.start ?? target.value ?? 0, target.end ?? target.value ?? 0];
  const metres = PACE_METRES[target.units];
  if (metres !== undefined) return low > 0 && high > 0 ? band(metres / low, metres / high) : null;
  if (threshold === null) return null;
  if (target.units === '%pace') return band((low * threshold) / 100, (high * threshold) / 100);
  const tops = group.pace_zones;
  if (target.units !== 'pace_zone' || !tops) return null;
  const bottom = low <= 1 ? 0.8 * (tops[0] ?? 0) : (tops[low - 2] ?? 0) + 1;
  return band((bottom * threshold) / 100, ((tops[high - 1] ?? 100) * threshold) / 100);
}

function streamOf(
  flat: readonly Flat[],
  target: 'POWER' | 'HR' | 'PACE' | null,
  group: SettingsGroup,
  profile: AthleteProfile,
): Float32Array {
  const seconds = flat.reduce((sum, each) => sum + each.seconds, 0);
  const stream = new Float32Array(seconds);
  let at = 0;
  for (const { step, seconds: length } of flat) {
    const range = bandOf(step, target, group);
    const idle = target === 'HR' ? profile.restingHr + 30 : 0;
    for (let s = 0; s < length; s++) {
      stream[at + s] = !range
        ? idle
        : step.ramp
          ? range.start + ((range.end - range.start) * s) / Math.max(1, length - 1)
          : range.middle;
    }
    at += length;
  }
  return stream;
}

function bandOf(step: DocStep, target: 'POWER' | 'HR' | 'PACE' | null, group: SettingsGroup): Band | null {
  if (target === 'POWER') return step.power ? powerBand(step.power, group) : null;
  if (target === 'HR') return step.hr ? heartBand(step.hr, group) : null;
  return target === 'PACE' && step.pace ? paceBand(step.pace, group) : null;
}
