import type { Cell } from '@core/mcp-kit';
import type { WireWeek } from '../client/wire/summary.ts';
import { km } from './si.ts';

export const rosterColumns = [
  'athlete_id',
  'athlete_name',
  'week',
  'sessions',
  'time_s',
  'distance_km',
  'load',
  'ctl',
  'atl',
  'form',
  'ramp',
  'eftp_w',
  'weight_kg',
];

/** One week of one athlete: what was done, and fitness at its end or today. */
export function rosterRow(week: WireWeek): Record<string, Cell> {
  return {
    athlete_id: week.athlete_id,
    athlete_name: week.athlete_name,
    week: week.date,
    sessions: week.count,
    time_s: week.moving_time,
    distance_km: km(week.distance),
    load: week.training_load,
    ctl: week.fitness,
    atl: week.fatigue,
    form: week.form,
    ramp: week.rampRate,
    eftp_w: week.eftp,
    weight_kg: week.weight,
  };
}
