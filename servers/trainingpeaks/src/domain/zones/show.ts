import type { Cell } from '@core/mcp-kit';
import type { WireZone, WireZoneGroup } from '../../client/settings/wire.ts';
import { kmPerHour, secondsPer } from '../si.ts';
import { type Metric, methodName, zoneSportName } from './metric.ts';

/** Bounds above this share of the threshold mean "no upper limit": the service writes 2000 W, or ten times the speed. */
const OPEN = 3;
/** No heart beats faster: 255 bpm means "no upper limit" too. */
const MOST_BPM = 240;

type Bounds = Readonly<Record<string, Cell>>;

/** A threshold or bound under the name of its unit; a run's or a swimmer's speed as a pace. */
function quantity(metric: Metric, sport: string, name: string, value: number | null): Bounds {
  if (metric === 'power') return { [`${name}_w`]: value };
  if (metric === 'heart_rate') return { [`${name}_bpm`]: value };
  if (sport === 'swim') return { [`${name}_pace_s_per_100m`]: secondsPer(100, value) };
  if (sport === 'run') return { [`${name}_pace_s_per_km`]: secondsPer(1000, value) };
  return { [`${name}_km_h`]: kmPerHour(value) };
}

/** Threshold, method and what else a group of zones stands on. */
export function groupRow(metric: Metric, group: WireZoneGroup): Record<string, Cell> {
  const sport = zoneSportName(group.workoutTypeId);
  return {
    metric,
    sport,
    ...quantity(metric, sport, 'threshold', group.threshold),
    max_hr_bpm: group.maximumHeartRate,
    resting_hr_bpm: group.restingHeartRate,
    method: group.calculationMethod,
    method_name: methodName(metric, group.calculationMethod),
  };
}

export const groupColumns = [
  'metric',
  'sport',
  'threshold_w',
  'threshold_bpm',
  'threshold_pace_s_per_km',
  'threshold_pace_s_per_100m',
  'threshold_km_h',
  'max_hr_bpm',
  'resting_hr_bpm',
  'method',
  'method_name',
];

/** A zone in a line; a bound that means "no limit" is null. */
export function zoneRow(metric: Metric, group: WireZoneGroup, zone: WireZone): Record<string, Cell> {
  const sport = zoneSportName(group.workoutTypeId);
  const limit = Math.min((group.threshold ?? Infinity) * OPEN, metric === 'heart_rate' ? MOST_BPM : Infinity);
  const top = zone.maximum !== null && zone.maximum > limit ? null : zone.maximum;
  return {
    metric,
    sport,
    zone: zone.label,
    ...quantity(metric, sport, 'from', zone.minimum),
    ...quantity(metric, sport, 'to', top),
  };
}

export const zoneColumns = [
  'metric',
  'sport',
  'zone',
  'from_w',
  'to_w',
  'from_bpm',
  'to_bpm',
  'from_pace_s_per_km',
  'to_pace_s_per_km',
  'from_pace_s_per_100m',
  'to_pace_s_per_100m',
  'from_km_h',
  'to_km_h',
];
