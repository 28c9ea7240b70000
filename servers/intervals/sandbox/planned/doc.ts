import type { AthleteProfile } from '@core/sandbox/athlete';
import { zoneSeconds } from '../activities/arithmetic.ts';
import type { AthleteRecord } from '../athlete-record.ts';
import { groupFor, type SettingsGroup } from '../settings.ts';
import { measurePlan, type PlannedNumbers } from './load.ts';
import { type DocStep, parseText } from './parse.ts';

export interface PlannedWorkout {
  readonly doc: Record<string, unknown>;
  readonly numbers: PlannedNumbers;
  readonly group: SettingsGroup;
}

/** The service's reading of a description for an athlete, done once for each set of settings; undefined without a step. */
export function understood(record: AthleteRecord, description: string, type: string): PlannedWorkout | undefined {
  const { workouts } = record.person;
  const key = JSON.stringify([description, type, groupFor(record.groups, type)]);
  if (!workouts.has(key)) workouts.set(key, understand(description, type, record.groups, record.profile));
  return workouts.get(key);
}

/** The service's reading of a description; undefined when it holds no step. */
export function understand(
  description: string,
  type: string,
  groups: readonly SettingsGroup[],
  profile: AthleteProfile,
): PlannedWorkout | undefined {
  const group = groupFor(groups, type);
  const steps = parseText(description, group.pace_units);
  if (steps.length === 0) return undefined;
  const numbers = measurePlan(steps, group, type, profile);
  return { doc: docOf(steps, numbers, group), numbers, group };
}

function docOf(steps: DocStep[], numbers: PlannedNumbers, group: SettingsGroup): Record<string, unknown> {
  const doc: Record<string, unknown> = { steps, duration: numbers.duration, distance: numbers.distance };
  if (numbers.target === 'POWER') {
    doc.ftp = group.ftp;
    doc.average_watts = numbers.averageWatts;
    doc.normalized_power = numbers.normalizedPower;
    doc.variability_index = (numbers.normalizedPower ?? 0) / Math.max(1, numbers.averageWatts ?? 1);
    doc.zoneTimes = powerZoneTimes(numbers.stream, group);
  } else if (numbers.target === 'HR') {
    doc.lthr = group.lthr;
    doc.zoneTimes = plainZoneTimes(numbers.stream, group.hr_zones ?? []);
  } else if (numbers.target === 'PACE') {
    doc.threshold_pace = group.threshold_pace;
    doc.pace_units = group.pace_units;
    const percents = numbers.stream.map((speed) => (100 * speed) / group.threshold_pace!);
    doc.zoneTimes = plainZoneTimes(percents, group.pace_zones ?? []);
  }
  doc.target = numbers.target;
  return doc;
}

function plainZoneTimes(stream: Float32Array, tops: readonly number[]) {
  return zoneSeconds(stream, tops).map((secs, i) => ({ id: `Z${i + 1}`, secs }));
}

const COLOURS = ['#009e80', '#009e00', '#ffcb0e', '#ff7f0e', '#dd0447', '#6633cc', '#504861'];

function powerZoneTimes(stream: Float32Array, group: SettingsGroup) {
  const percents = group.power_zones ?? [];
  const names = (group.power_zone_names as string[] | null) ?? [];
  const ftp = group.ftp ?? 0;
  const tops = percents.map((percent) => Math.floor((percent * ftp) / 100));
  // A step at exactly the top of a zone belongs to it, also where the watts of the top are not whole.
  const edges = percents.map((percent) => (percent * ftp) / 100);
  const seconds = zoneSeconds(stream, edges, false);
  const zones: Record<string, unknown>[] = percents.map((percent, i) => ({
    id: `Z${i + 1}`,
    name: names[i],
    zone: i + 1,
    max: percent,
    minWatts: i === 0 ? 1 : tops[i - 1]! + 1,
    maxWatts: percent === 999 ? 9999 : tops[i],
    color: COLOURS[i],
    percentRange:
      percent === 999 ? `${percents[i - 1]! + 1}% +` : `${i === 0 ? 0 : percents[i - 1]! + 1}% - ${percent}%`,
    secs: seconds[i],
  }));
  const [low, high] = [(ftp * group.sweet_spot_min) / 100, (ftp * group.sweet_spot_max) / 100];
  const sweet = stream.reduce((sum, watts) => sum + (watts >= low && watts <= high ? 1 : 0), 0);
  zones.push({
    id: 'SS',
    name: 'Sweet Spot',
    zone: 8,
    gap: true,
    min: group.sweet_spot_min,
    max: group.sweet_spot_max,
    minWatts: Math.round(low),
    maxWatts: Math.round(high),
    color: '#ffa00e',
    percentRange: `${group.sweet_spot_min}% - ${group.sweet_spot_max}%`,
    secs: sweet,
  });
  return zones;
}
