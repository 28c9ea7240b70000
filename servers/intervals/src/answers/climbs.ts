import { type CallContext, type Cell, Failure, noted, present, toRows } from '@core/mcp-kit';
import { climbs } from '@core/metrics/detection';
import type { IntervalsPort } from '../client/index.ts';
import type { WireActivity } from '../client/wire/activity.ts';
import { recordedGrid } from '../domain/activity/recorded-grid.ts';
import { stretchMeans } from '../domain/activity/splits.ts';
import { km, percent } from '../domain/si.ts';
import { recordingOf } from '../training/recording.ts';

const columns = [
  'start_s',
  'start_km',
  'length_km',
  'gain_m',
  'grade_pct',
  'steepest_100m_pct',
  'category',
  'time_s',
  'vam_m_per_h',
  'average_power_w',
  'average_hr_bpm',
];

export interface ClimbQuery {
  readonly min_length_m?: number | undefined;
  readonly min_grade_pct?: number | undefined;
}

/** The climbs of an activity, found in its altitude. */
export async function climbTable(ctx: CallContext<IntervalsPort>, activity: WireActivity, query: ClimbQuery) {
  const { min_length_m, min_grade_pct } = query;
  const next = 'use icu_get_activity_details: it was indoors, or the device has no altimeter';
  const recording = await recordingOf(ctx.port, activity.id, false);
  const { grid, first } = recordedGrid(recording, ['altitude', 'distance'], next);
  const found = climbs(grid.channels.altitude!, grid.channels.distance!, {
    ...(min_length_m !== undefined && { minLength: min_length_m }),
    ...(min_grade_pct !== undefined && { minGrade: min_grade_pct / 100 }),
    ...((min_length_m !== undefined || min_grade_pct !== undefined) && { minScore: 0 }),
  });
  if (found.value === null) throw new Failure('not_found', `No climbs: ${found.detail}`, { next });
  const rows = found.value.map((climb): Record<string, Cell> => {
    const { average_power_w, average_hr_bpm } = stretchMeans(climb, grid, activity.type);
    return {
      start_s: first + climb.from,
      start_km: km(climb.startDistance),
      length_km: km(climb.length),
      gain_m: climb.gain,
      grade_pct: percent(climb.grade),
      steepest_100m_pct: percent(climb.steepest),
      category: climb.category,
      time_s: climb.seconds,
      vam_m_per_h: Math.round(climb.vam),
      average_power_w: average_power_w ?? null,
      average_hr_bpm: average_hr_bpm ?? null,
    };
  });
  const none = 'No climb is that long and steep; lower min_length_m or min_grade_pct.';
  return present(
    { ...toRows(rows, columns), method: found.method, ...noted(...(rows.length === 0 ? [none] : [])) },
    (await ctx.athlete()).units,
  );
}
