import type { Thresholds } from '../thresholds.ts';

export type PaceUnits =
  | 'SECS_100M'
  | 'SECS_100Y'
  | 'MINS_KM'
  | 'MINS_MILE'
  | 'SECS_500M'
  | 'SECS_400M'
  | 'SECS_250M'
  | 'NONE';

export type TargetFamily = 'POWER' | 'HR' | 'PACE';

/** The part of an athlete's sport settings that workout text depends on. */
export interface IntervalsSettings extends Thresholds {
  readonly paceUnits?: PaceUnits | undefined;
  readonly powerZoneNames?: readonly string[] | undefined;
  /** Which kind of target leads when a session has several; first wins. Default power, HR, pace. */
  readonly workoutOrder?: readonly TargetFamily[] | undefined;
  /** How pace turns into load; default RUN. */
  readonly paceLoad?: 'RUN' | 'SWIM' | undefined;
}

export const DEFAULT_POWER_ZONES: readonly number[] = [55, 75, 90, 105, 120, 150, 999];
export const DEFAULT_POWER_ZONE_NAMES: readonly string[] = [
  'Active Recovery',
  'Endurance',
  'Tempo',
  'Threshold',
  'VO2 Max',
  'Anaerobic',
  'Neuromuscular',
];
export const DEFAULT_PACE_ZONES: readonly number[] = [77.5, 87.7, 94.3, 100, 103.4, 111.5, 999];

/** One element of the `sportSettings` array of an athlete, as the API sends it: nulls and missing keys are normal. */
export interface SportSettingsWire {
  readonly ftp?: number | null | undefined;
  readonly indoor_ftp?: number | null | undefined;
  readonly lthr?: number | null | undefined;
  readonly max_hr?: number | null | undefined;
  readonly threshold_pace?: number | null | undefined;
  readonly pace_units?: string | null | undefined;
  readonly pace_load_type?: string | null | undefined;
  readonly workout_order?: string | null | undefined;
  readonly power_zones?: readonly number[] | null | undefined;
  readonly power_zone_names?: readonly string[] | null | undefined;
  readonly hr_zones?: readonly number[] | null | undefined;
  readonly pace_zones?: readonly number[] | null | undefined;
  readonly sweet_spot_min?: number | null | undefined;
  readonly sweet_spot_max?: number | null | undefined;
}

const FAMILIES: readonly string[] = ['POWER', 'HR', 'PACE'];
const UNITS: readonly string[] = [
  'SECS_100M',
  'SECS_100Y',
  'MINS_KM',
  'MINS_MILE',
  'SECS_500M',
  'SECS_400M',
  'SECS_250M',
  'NONE',
];

/**
 * Settings from the API's own keys. `indoor` takes `indoor_ftp` where the athlete set one. `restingHr` lives in
 * wellness, not here; HR load needs it.
 */
export function intervalsSettings(
  wire: SportSettingsWire,
  more: { indoor?: boolean; restingHr?: number } = {},
): IntervalsSettings {
  const ftp = more.indoor === true ? (wire.indoor_ftp ?? wire.ftp) : wire.ftp;
  const order = wire.workout_order?.split('_').filter((word) => FAMILIES.includes(word));
  const { sweet_spot_min: low, sweet_spot_max: high } = wire;
  return {
    ftp: ftp ?? undefined,
    lthr: wire.lthr ?? undefined,
    maxHr: wire.max_hr ?? undefined,
    restingHr: more.restingHr,
    thresholdSpeed: wire.threshold_pace ?? undefined,
    paceUnits: UNITS.includes(wire.pace_units ?? '') ? (wire.pace_units as PaceUnits) : undefined,
    paceLoad: wire.pace_load_type === 'SWIM' ? 'SWIM' : wire.pace_load_type === 'RUN' ? 'RUN' : undefined,
    powerZones: wire.power_zones ?? undefined,
    powerZoneNames: wire.power_zone_names ?? undefined,
    hrZones: wire.hr_zones ?? undefined,
    paceZones: wire.pace_zones ?? undefined,
    sweetSpot: typeof low === 'number' && typeof high === 'number' ? [low, high] : undefined,
    workoutOrder: order?.length === 3 ? (order as TargetFamily[]) : undefined,
  };
}
