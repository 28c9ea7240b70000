import type { RideDerivatives } from './derivatives.ts';
import { kilometres, kilometresPerHour, localStart, rounded } from './quantities.ts';
import { rateRide } from './rate.ts';
import type { RideThresholds } from './thresholds-on-ride.ts';

export const compareColumns = [
  'activity_id',
  'start',
  'timer_s',
  'distance_km',
  'ascent_m',
  'avg_speed_km_h',
  'avg_power_w',
  'normalized_power_w',
  'work_kj',
  'variability_index',
  'intensity_factor',
  'tss',
  'tss_from',
  'ftp_w',
  'ftp_source',
  'avg_hr_bpm',
  'max_hr_bpm',
  'avg_cadence_rpm',
  'efficiency_factor',
  'decoupling_pct',
] as const;

export type CompareRow = Record<(typeof compareColumns)[number], string | number | null>;

/** One ride as a row of a comparison. */
export function compareRow(ride: string, derived: RideDerivatives, used: RideThresholds): CompareRow {
  const { power, heartRate } = derived;
  const rated = rateRide(derived, used);
  return {
    activity_id: ride,
    start: localStart(derived),
    timer_s: derived.timerS,
    distance_km: kilometres(derived.distanceM),
    ascent_m: derived.ascentM,
    avg_speed_km_h: kilometresPerHour(derived.avgSpeedMs),
    avg_power_w: power?.averageW ?? null,
    normalized_power_w: power?.normalizedW ?? null,
    work_kj: power?.workKj ?? null,
    variability_index: power?.variabilityIndex ?? null,
    intensity_factor: rounded(rated.intensityFactor, 3),
    tss: rounded(rated.tss, 1),
    tss_from: rated.tssMethod,
    ftp_w: used.ftp,
    ftp_source: used.ftpSource,
    avg_hr_bpm: heartRate?.averageBpm ?? null,
    max_hr_bpm: heartRate?.maximumBpm ?? null,
    avg_cadence_rpm: derived.avgCadenceRpm,
    efficiency_factor: derived.efficiencyFactor,
    decoupling_pct: derived.decouplingPct,
  };
}

/** Percent by which the highest value of a column exceeds the lowest; only where two rides have it and it is above 0. */
export function spreads(rows: readonly CompareRow[]): Record<string, number> {
  const out: Record<string, number> = {};
  for (const column of compareColumns) {
    if (column === 'ftp_w' || column === 'decoupling_pct') continue;
    const values = rows.map((row) => row[column]).filter((value) => typeof value === 'number');
    const low = Math.min(...values);
    if (values.length < 2 || !(low > 0)) continue;
    out[column] = Math.round((Math.max(...values) / low - 1) * 1000) / 10;
  }
  return out;
}
