import { resolveTarget } from '../load/resolve.ts';
import type { Intensity } from '../workout.ts';
import type { DocStep, DocTarget, Resolved, WorkoutDoc } from './doc.ts';
import type { IntervalsSettings } from './settings.ts';
import { withDefaults } from './total.ts';
import { intensityOf } from './units.ts';

/** How far outdoors a fixed target is widened, each way. */
const SPREAD = { power: 0.025, hr: 0.015, pace: 0.025 } as const;

/**
 * The document with what `resolve=true` adds to its leaves: `_power` (W), `_hr` (bpm), `_pace` (m/s) and, for timed
 * steps with a pace, `_distance` (m). Fixed targets become bands outdoors and stay fixed indoors (intervals-api.md 6).
 */
export function resolveDoc(
  doc: WorkoutDoc,
  settings: IntervalsSettings,
  options: { indoor?: boolean } = {},
): WorkoutDoc {
  const full = withDefaults(settings);
  return { ...doc, steps: doc.steps.map((step) => resolveStep(step, full, options.indoor === true)) };
}

function resolveStep(step: DocStep, settings: IntervalsSettings, indoor: boolean): DocStep {
  if (step.steps !== undefined)
    return { ...step, steps: step.steps.map((leaf) => resolveStep(leaf, settings, indoor)) };
  const power = resolve('power', step.power, step, settings, indoor);
  const hr = resolve('hr', step.hr, step, settings, indoor);
  const pace = resolve('pace', step.pace, step, settings, indoor);
  const metres = pace === undefined || step.distance !== undefined ? undefined : distanceAt(pace, step.duration);
  return {
    ...step,
    ...(power === undefined ? {} : { _power: power }),
    ...(hr === undefined ? {} : { _hr: hr }),
    ...(pace === undefined ? {} : { _pace: pace }),
    ...(metres === undefined ? {} : { _distance: metres }),
  };
}

function distanceAt({ value, start = 0, end = 0 }: Resolved, seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : (value ?? (start + end) / 2) * seconds;
}

type Key = keyof typeof SPREAD;

function resolve(
  key: Key,
  target: DocTarget | undefined,
  step: DocStep,
  settings: IntervalsSettings,
  indoor: boolean,
): Resolved | undefined {
  const intensity = intensityOf(target, step.ramp === true);
  if (intensity === undefined) return undefined;
  if (intensity.unit.endsWith('_zone')) return zoneBounds(intensity, settings);
  const absolute = resolveTarget(intensity, settings);
  if (!('metric' in absolute)) return undefined;
  const whole = (value: number) => (key === 'pace' ? value : Math.round(value));
  const value = whole(absolute.mid);
  if (intensity.from !== intensity.to) return { value, start: whole(absolute.from), end: whole(absolute.to) };
  return indoor ? { value, start: value, end: value } : widened(value, key);
}

/** 96 W ± 2.5 % is 93–99: the low end rounds down, the high end up; speeds are not rounded. */
function widened(value: number, key: Key): Resolved {
  const low = value * (1 - SPREAD[key]);
  const high = value * (1 + SPREAD[key]);
  return key === 'pace' ? { value, start: low, end: high } : { value, start: Math.floor(low), end: Math.ceil(high) };
}

/** Zones resolve to bounds without a middle: (previous top + 1) % … top %, not the +1 W of the planned load. */
function zoneBounds({ unit, from, to }: Intensity, settings: IntervalsSettings): Resolved | undefined {
  const { ftp, thresholdSpeed, powerZones, hrZones, paceZones } = settings;
  const [first, last] = from <= to ? [from, to] : [to, from];
  const tops = unit === 'power_zone' ? powerZones : unit === 'hr_zone' ? hrZones : paceZones;
  const top = tops?.[last - 1];
  const below = first === 1 ? -1 : tops?.[first - 2];
  if (top === undefined || below === undefined) return undefined;
  if (unit === 'hr_zone') return { start: below + 1, end: top };
  const of = unit === 'power_zone' ? ftp : thresholdSpeed;
  if (of === undefined) return undefined;
  const start = ((below + 1) * of) / 100;
  const end = (top * of) / 100;
  return unit === 'power_zone' ? { start: Math.round(start), end: Math.round(end) } : { start, end };
}
