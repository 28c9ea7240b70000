import { measure } from '../load/planned.ts';
import { resolveTarget } from '../load/resolve.ts';
import { MAX_SECONDS, perSecond, type Stretch } from '../load/stream.ts';
import { type Strain, strainOf } from '../load/totals.ts';
import type { Sport } from '../workout.ts';
import type { DocStep, DocTarget, WorkoutDoc } from './doc.ts';
import { DEFAULT_PACE_ZONES, DEFAULT_POWER_ZONES, type IntervalsSettings, type TargetFamily } from './settings.ts';
import { intensityOf, leavesOf } from './units.ts';
import { countZoneTimes, powerZoneTimes } from './zone-times.ts';

/** Stops a text of huge repeats from being walked for minutes. */
const MAX_VISITS = 40_000;

/** Seconds that a distance step is planned at; undefined without any speed. */
export function distanceSeconds(
  step: DocStep,
  settings: IntervalsSettings,
  sport: Sport | undefined,
): number | undefined {
  if (step.distance === undefined) return undefined;
  return measure({ by: 'distance', metres: step.distance }, absoluteOf(step.pace, step, settings), settings, sport)
    ?.seconds;
}

/** Zones of the settings, or the defaults of a new account. */
export function withDefaults(settings: IntervalsSettings): IntervalsSettings {
  const { powerZones = DEFAULT_POWER_ZONES, paceZones = DEFAULT_PACE_ZONES, sweetSpot = [84, 97] } = settings;
  return { ...settings, powerZones, paceZones, sweetSpot };
}

/** The document of parsed steps with the totals that the platform adds. */
export function totalled(steps: DocStep[], settings: IntervalsSettings, sport: Sport | undefined): WorkoutDoc {
  const family = leadingFamily(steps, settings);
  const base: WorkoutDoc = {
    steps,
    duration: Math.round(steps.reduce((sum, step) => sum + (step.duration ?? 0), 0)),
    distance: Math.round(distanceOf(steps, settings)),
    ...(family === undefined ? {} : { target: family, ...thresholdsUsed(steps, family, settings) }),
  };
  if (family === undefined) return base;
  const stretches = stretchesOf(base, settings);
  const strain = docStrain(base, settings, sport);
  if (stretches === undefined || strain === undefined) return base;
  return { ...base, ...powerNumbers(strain), ...zoneTimesOf(stretches, family, settings) };
}

/**
 * Load, intensity, joules and watts of a document by intervals-api.md 7.3, by the kind of target that leads it.
 * Undefined where the session has no target or is too long to walk.
 */
export function docStrain(
  doc: Pick<WorkoutDoc, 'steps' | 'duration' | 'target'>,
  settings: IntervalsSettings,
  sport: Sport | undefined,
): Strain | undefined {
  const family = doc.target ?? leadingFamily(doc.steps, settings);
  const stretches = stretchesOf(doc, settings);
  if (family === undefined || stretches === undefined) return undefined;
  const paceLoad = settings.paceLoad ?? (sport === 'swim' ? 'SWIM' : 'RUN');
  const from = family === 'POWER' ? 'power' : family === 'PACE' ? 'pace' : 'hr';
  return strainOf(stretches, from, withDefaults(settings), paceLoad);
}

/** Undefined where there is nothing to walk, or too much. */
function stretchesOf(doc: Pick<WorkoutDoc, 'steps' | 'duration'>, settings: IntervalsSettings): Stretch[] | undefined {
  if (doc.duration === 0 || doc.duration > MAX_SECONDS) return undefined;
  const full = withDefaults(settings);
  return leavesOf(doc.steps, MAX_VISITS)?.map((leaf) => stretchOf(leaf, full));
}

function stretchOf(step: DocStep, settings: IntervalsSettings): Stretch {
  const seconds = Math.round(step.duration ?? 0);
  const speed = absoluteOf(step.pace, step, settings);
  return {
    seconds,
    metres: step.distance ?? (speed?.mid ?? 0) * seconds,
    power: absoluteOf(step.power, step, settings),
    hr: absoluteOf(step.hr, step, settings),
    speed,
  };
}

function absoluteOf(target: DocTarget | undefined, step: DocStep, settings: IntervalsSettings) {
  const intensity = intensityOf(target, step.ramp === true);
  const resolution = intensity === undefined ? undefined : resolveTarget(intensity, withDefaults(settings));
  return resolution !== undefined && 'metric' in resolution ? resolution : undefined;
}

/** Metres of distance steps and of timed steps with a pace. */
function distanceOf(steps: readonly DocStep[], settings: IntervalsSettings): number {
  let metres = 0;
  for (const step of steps) {
    if (step.steps !== undefined) metres += (step.reps ?? 1) * distanceOf(step.steps, settings);
    else metres += stretchOf(step, settings).metres;
  }
  return metres;
}

const DEFAULT_ORDER: readonly TargetFamily[] = ['POWER', 'HR', 'PACE'];
const KEY = { POWER: 'power', HR: 'hr', PACE: 'pace' } as const;

/** The first kind in the athlete's order that any step prescribes. */
export function leadingFamily(steps: readonly DocStep[], settings: IntervalsSettings): TargetFamily | undefined {
  const has = (family: TargetFamily, list: readonly DocStep[]): boolean =>
    list.some((step) => step[KEY[family]] != null || has(family, step.steps ?? []));
  return (settings.workoutOrder ?? DEFAULT_ORDER).find((family) => has(family, steps));
}

function thresholdsUsed(
  steps: readonly DocStep[],
  family: TargetFamily,
  settings: IntervalsSettings,
): Partial<WorkoutDoc> {
  const used = (key: 'power' | 'hr' | 'pace'): boolean => [...topLevel(steps)].some((step) => step[key] != null);
  const { ftp, lthr, thresholdSpeed, paceUnits } = settings;
  return {
    ...((family === 'POWER' || used('power')) && ftp !== undefined ? { ftp } : {}),
    ...(used('hr') && lthr !== undefined ? { lthr } : {}),
    ...(used('pace') && thresholdSpeed !== undefined ? { threshold_pace: thresholdSpeed } : {}),
    ...(used('pace') && paceUnits !== undefined ? { pace_units: paceUnits } : {}),
  };
}

function* topLevel(steps: readonly DocStep[]): Generator<DocStep> {
  for (const step of steps) yield* step.steps === undefined ? [step] : topLevel(step.steps);
}

function powerNumbers(strain: Strain): Partial<WorkoutDoc> {
  const { averageWatts, normalizedWatts } = strain;
  if (averageWatts === null || normalizedWatts === null || strain.load === null) return {};
  const variability = averageWatts === 0 ? {} : { variability_index: normalizedWatts / averageWatts };
  return { average_watts: averageWatts, normalized_power: normalizedWatts, ...variability };
}

function zoneTimesOf(
  stretches: readonly Stretch[],
  family: TargetFamily,
  settings: IntervalsSettings,
): Partial<WorkoutDoc> {
  const full = withDefaults(settings);
  if (family === 'POWER') {
    return full.ftp === undefined ? {} : { zoneTimes: powerZoneTimes(perSecond(stretches, 'power'), full, full.ftp) };
  }
  if (family === 'HR') {
    return full.hrZones === undefined ? {} : { zoneTimes: countZoneTimes(perSecond(stretches, 'hr'), full.hrZones) };
  }
  const { thresholdSpeed, paceZones = DEFAULT_PACE_ZONES } = full;
  if (thresholdSpeed === undefined) return {};
  const tops = paceZones.map((top) => (top * thresholdSpeed) / 100);
  return { zoneTimes: countZoneTimes(perSecond(stretches, 'speed'), tops) };
}
