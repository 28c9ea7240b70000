import type { Cell } from '@core/mcp-kit';
import type { WireRecord } from '../../client/reports/wire.ts';
import { kmPerHour, secondsPer } from '../si.ts';

export const recordColumns = [
  'rank',
  'date',
  'power_w',
  'hr_bpm',
  'pace_s_per_km',
  'speed_km_h',
  'value',
  'workout_id',
  'title',
] as const;

/** A best with its value under the name of its unit; of a class nobody has described the number is given as it is. */
export function recordValue({ class: kind, type, value }: WireRecord) {
  const family = (kind ?? type ?? '').toLowerCase();
  if (family.startsWith('power')) return { power_w: value };
  if (family.startsWith('heart') || family.startsWith('hr')) return { hr_bpm: value };
  if (family.startsWith('speed')) return { pace_s_per_km: secondsPer(1000, value), speed_km_h: kmPerHour(value) };
  return { value };
}

export function recordRow(record: WireRecord): Record<string, Cell> {
  return {
    rank: record.rank,
    date: record.workoutDate,
    ...recordValue(record),
    workout_id: record.workoutId,
    title: record.workoutTitle,
  };
}
