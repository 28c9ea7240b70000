import type { Cell } from '@core/mcp-kit';
import type { WireInterval } from '../../client/wire/interval.ts';
import { kilojoules, km, percent, stepsPerMinute } from '../si.ts';
import { isOnFoot, speedColumns, speedOf } from '../sport.ts';

/** One interval in a line. `intensity_pct` is of FTP, LTHR or threshold pace, whichever the sport shows first. */
export function intervalRow(interval: WireInterval, sport: string | null): Record<string, Cell> {
  const cadence = interval.average_cadence;
  return {
    kind: interval.type === 'RECOVERY' ? 'recovery' : interval.type === 'WORK' ? 'work' : null,
    label: interval.label,
    start_s: interval.start_time,
    moving_time_s: interval.moving_time,
    elapsed_time_s: interval.elapsed_time === interval.moving_time ? null : interval.elapsed_time,
    distance_km: km(interval.distance),
    average_power_w: interval.average_watts,
    np_w: interval.weighted_average_watts,
    max_power_w: interval.max_watts,
    intensity_pct: interval.intensity,
    zone: interval.zone,
    average_hr_bpm: interval.average_heartrate,
    max_hr_bpm: interval.max_heartrate,
    ...(isOnFoot(sport) ? { cadence_spm: stepsPerMinute(cadence) } : { cadence_rpm: cadence }),
    ...speedOf(sport, interval.average_speed),
    elevation_gain_m: interval.total_elevation_gain,
    grade_pct: percent(interval.average_gradient),
    w_prime_left_kj: kilojoules(interval.wbal_end),
    decoupling_pct: interval.decoupling,
    load: interval.training_load,
    group: interval.group_id,
  };
}

export const intervalColumns = [
  'kind',
  'label',
  'start_s',
  'moving_time_s',
  'elapsed_time_s',
  'distance_km',
  'average_power_w',
  'np_w',
  'max_power_w',
  'intensity_pct',
  'zone',
  'average_hr_bpm',
  'max_hr_bpm',
  'cadence_rpm',
  'cadence_spm',
  ...speedColumns,
  'elevation_gain_m',
  'grade_pct',
  'w_prime_left_kj',
  'decoupling_pct',
  'load',
  'group',
];
