import { climbs } from '@core/metrics/detection';
import { averagePower } from '@core/metrics/power';
import { totals } from '@core/metrics/samples';
import type { RideWords } from '../../language/rides.ts';
import type { DecodedRide } from './decode.ts';

export const climbColumns = [
  'start_s',
  'start_km',
  'category',
  'length_km',
  'gain_m',
  'grade_pct',
  'steepest_pct',
  'time_s',
  'vam_m_per_h',
  'avg_power_w',
  'avg_hr_bpm',
] as const;

export type ClimbRow = Record<(typeof climbColumns)[number], number | string | null>;

/** Climbs of a ride; without any, why. */
export function climbsOf(
  { grid }: DecodedRide,
  words: RideWords,
): { readonly rows: ClimbRow[]; readonly why: string | null } {
  const { altitude, distance, power, heart_rate: beats } = grid.channels;
  if (altitude === undefined || distance === undefined) {
    return { rows: [], why: words.noAltitude };
  }
  const found = climbs(altitude, distance);
  if (found.value === null) return { rows: [], why: words.noClimbs(found.detail) };
  const rows = found.value.map((climb): ClimbRow => {
    const heart = beats && totals(beats.subarray(climb.from, climb.to));
    return {
      start_s: climb.from,
      start_km: climb.startDistance / 1000,
      category: climb.category,
      length_km: climb.length / 1000,
      gain_m: climb.gain,
      grade_pct: climb.grade * 100,
      steepest_pct: climb.steepest * 100,
      time_s: climb.seconds,
      vam_m_per_h: Math.round(climb.vam),
      avg_power_w: power === undefined ? null : averagePower(power.subarray(climb.from, climb.to)).value,
      avg_hr_bpm: heart && heart.count > 0 ? heart.sum / heart.count : null,
    };
  });
  return { rows, why: rows.length === 0 ? words.noSteepClimb : null };
}
