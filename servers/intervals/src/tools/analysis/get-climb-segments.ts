import { type Cell, Failure, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { climbs } from '@core/metrics/detection';
import { noted, notesShape } from '../../answers/notes.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { recordedGrid } from '../../domain/activity/recorded-grid.ts';
import { stretchMeans } from '../../domain/activity/splits.ts';
import { km, percent } from '../../domain/si.ts';
import { activityId } from '../../params/index.ts';
import { numberFrom } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';
import { recordingOf } from '../../training/recording.ts';

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

/** Most lines that fit an answer. */
const MOST = 80;

export default defineTool({
  name: 'icu_get_climb_segments',
  title: 'Climbs',
  toolset: 'analysis',
  effect: 'read',
  description: 'Climbs of one activity: length, grade, category, VAM, power, heart rate.',
  input: z.object({
    activity_id: activityId,
    min_length_m: z.optional(numberFrom(100)),
    min_grade_pct: z.optional(numberFrom(0.5, 30)),
  }),
  output: z.object({ ...rowsShape, method: z.string(), ...notesShape }),
  examples: [{ activity_id: 'i89000579', min_grade_pct: 1 }],
  handler: async (ctx, { activity_id, min_length_m, min_grade_pct }) => {
    const athlete = await ctx.athlete();
    const activity = await readableActivity(ctx.port, activity_id, athlete);
    const next = 'use icu_get_activity_details: it was indoors, or the device has no altimeter';
    const { grid, first } = recordedGrid(
      await recordingOf(ctx.port, activity_id, false),
      ['altitude', 'distance'],
      next,
    );
    const found = climbs(grid.channels.altitude!, grid.channels.distance!, {
      ...(min_length_m !== undefined && { minLength: min_length_m }),
      ...(min_grade_pct !== undefined && { minGrade: min_grade_pct / 100 }),
      ...((min_length_m !== undefined || min_grade_pct !== undefined) && { minScore: 0 }),
    });
    if (found.value === null) throw new Failure('not_found', `No climbs: ${found.detail}`, { next });
    const rows = found.value.slice(0, MOST).map((climb): Record<string, Cell> => {
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
    return present(
      {
        ...toRows(rows, columns),
        method: found.method,
        ...noted(
          ...(found.value.length > MOST
            ? [`Only the first ${MOST} of ${found.value.length}; raise min_length_m.`]
            : []),
          ...(rows.length === 0 ? ['No climb is that long and steep; lower min_length_m or min_grade_pct.'] : []),
        ),
      },
      athlete.units,
    );
  },
});
