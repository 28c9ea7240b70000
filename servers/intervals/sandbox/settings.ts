import type { AthleteProfile } from '@core/sandbox/athlete';
import { type Family, familyOf, RIDE_TYPES, RUN_TYPES, SWIM_TYPES } from './sports.ts';

/** A sport-settings group as it is stored: the service's own keys. */
export interface SettingsGroup {
  id: number;
  types: string[];
  other: boolean;
  ftp: number | null;
  indoor_ftp: number | null;
  w_prime: number | null;
  p_max: number | null;
  power_zones: number[] | null;
  sweet_spot_min: number;
  sweet_spot_max: number;
  lthr: number | null;
  max_hr: number | null;
  hr_zones: number[] | null;
  threshold_pace: number | null;
  pace_zones: number[] | null;
  pace_units: string;
  load_order: string;
  interval_display: string;
  [key: string]: unknown;
}

const POWER_ZONES = [55, 75, 90, 105, 120, 150, 999];
const PACE_ZONES = [77.5, 87.7, 94.3, 100, 103.4, 111.5, 999];
const HR_SHARES = [0.81, 0.9, 0.945, 0.995, 1.025, 1.055];
const POWER_ZONE_NAMES = [
  'Active Recovery',
  'Endurance',
  'Tempo',
  'Threshold',
  'VO2 Max',
  'Anaerobic',
  'Neuromuscular',
];
const HR_ZONE_NAMES = [
  'Recovery',
  'Aerobic',
  'Tempo',
  'SubThreshold',
  'SuperThreshold',
  'Aerobic Capacity',
  'Anaerobic',
];
const PACE_ZONE_NAMES = ['Zone 1', 'Zone 2', 'Zone 3', 'Zone 4', 'Zone 5a', 'Zone 5b', 'Zone 5c'];

/** HR zone tops in bpm: shares of the threshold, the last one is the maximum. */
export function heartRateZones(lthr: number, maxHr: number): number[] {
  return [...HR_SHARES.map((share) => Math.min(maxHr, Math.round(share * lthr))), maxHr];
}

/** The groups that an athlete has from the start; `ftp` is the setting now. */
export function startingGroups(profile: AthleteProfile, ftp: number, firstId: number): SettingsGroup[] {
  const ride = { lthr: profile.lthrRide, ftp, w_prime: profile.wPrime, p_max: profile.pMax };
  return [
    group(firstId, RIDE_TYPES, profile, { ...ride, power_zones: [...POWER_ZONES], power_zone_names: POWER_ZONE_NAMES }),
    group(firstId + 1, RUN_TYPES, profile, {
      lthr: profile.lthrRun,
      threshold_pace: profile.thresholdRun,
      pace_zones: [...PACE_ZONES],
      pace_zone_names: PACE_ZONE_NAMES,
      pace_units: 'MINS_KM',
      pace_load_type: 'RUN',
      load_order: 'POWER_PACE_HR',
      tiz_order: 'PACE_HR_POWER',
      workout_order: 'PACE_HR_POWER',
      interval_display: 'PACE_HR_POWER',
      best_effort_distances: [400, 800, 1500, 1609.34, 3000, 5000, 10000, 21097.5, 42195],
      pace_curve_start: 1000,
    }),
    group(firstId + 2, SWIM_TYPES, profile, {
      lthr: profile.lthrRide,
      threshold_pace: profile.thresholdSwim,
      pace_zones: [...PACE_ZONES],
      pace_zone_names: PACE_ZONE_NAMES,
      pace_units: 'SECS_100M',
      pace_load_type: 'SWIM',
      load_order: 'PACE_HR_POWER',
      tiz_order: 'PACE_HR_POWER',
      workout_order: 'PACE_HR_POWER',
      interval_display: 'PACE_HR_POWER',
      best_effort_distances: [100, 200, 400, 800, 1500],
      pace_curve_start: 100,
    }),
    group(firstId + 3, ['Other'], profile, { other: true, lthr: profile.lthrRide, load_order: 'HR_POWER_PACE' }),
  ];
}

/** A group with the service's defaults. */
export function group(
  id: number,
  types: readonly string[],
  profile: AthleteProfile,
  values: Partial<SettingsGroup>,
): SettingsGroup {
  const lthr = values.lthr ?? profile.lthrRide;
  return {
    id,
    types: [...types],
    other: false,
    warmup_time: 1200,
    cooldown_time: 600,
    ftp: null,
    indoor_ftp: null,
    w_prime: null,
    p_max: null,
    power_zones: null,
    sweet_spot_min: 84,
    sweet_spot_max: 97,
    power_spike_threshold: 30,
    power_zone_names: null,
    ftp_est_min_secs: 300,
    after_kj0: 1500,
    after_kj1: 2000,
    lthr,
    max_hr: profile.maxHr,
    hr_zones: heartRateZones(lthr, profile.maxHr),
    hr_zone_names: HR_ZONE_NAMES,
    hr_load_type: 'HRSS',
    hrrc_min_percent: 90,
    threshold_pace: null,
    pace_units: 'MINS_KM',
    pace_zones: null,
    pace_zone_names: null,
    pace_load_type: null,
    gap_model: 'NONE',
    elevation_correction: 'AUTO',
    use_gap_zone_times: false,
    best_effort_distances: null,
    load_order: 'POWER_HR_PACE',
    tiz_order: 'POWER_HR_PACE',
    workout_order: 'POWER_HR_PACE',
    interval_display: 'POWER_HR_PACE',
    use_laps_for_power_intervals: false,
    keep_all_laps_for_power_intervals: false,
    use_distance_for_intervals: false,
    extract_workouts: true,
    show_pauses: 60,
    ignore_velocity: false,
    activity_field_ids: [],
    custom_field_ids: [],
    custom_field_values: {},
    custom_zones_ids: [],
    eFTPSupported: true,
    created: '2024-01-02T08:00:00.000+00:00',
    updated: '2026-01-02T08:00:00.000+00:00',
    ...values,
  };
}

/** The group of a type: its own, else that of its family, else the one that catches the rest. */
export function groupFor(groups: readonly SettingsGroup[], type: string | null | undefined): SettingsGroup {
  const own = groups.find((each) => type !== null && type !== undefined && each.types.includes(type));
  const family: Family = familyOf(type);
  const found =
    own ?? groups.find((each) => family !== 'other' && each.types.some((name) => familyOf(name) === family));
  const other = found ?? groups.find((each) => each.other) ?? groups[0];
  if (!other) throw new Error('an athlete has at least one settings group');
  return other;
}
