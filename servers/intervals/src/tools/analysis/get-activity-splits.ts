import { type CallContext, type Cell, Failure, noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { climbTable } from '../../answers/climbs.ts';
import { segmentTable } from '../../answers/segments.ts';
import type { IntervalsPort } from '../../client/index.ts';
import type { WireActivity } from '../../client/wire/activity.ts';
import { intervalColumns, intervalRow } from '../../domain/activity/interval.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { recordedGrid } from '../../domain/activity/recorded-grid.ts';
import { sampleRange, sampleTimes } from '../../domain/activity/sample-at.ts';
import { splitColumns, splitRow, splitsOf, usualSplit } from '../../domain/activity/splits.ts';
import { activityId } from '../../params/index.ts';
import { numberFrom } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';
import { recordingOf } from '../../training/recording.ts';

type Ctx = CallContext<IntervalsPort>;

export default defineTool({
  name: 'icu_get_activity_splits',
  title: 'Splits, climbs, segments',
  toolset: 'analysis',
  effect: 'read',
  paged: { limit: 50, max: 200 },
  userText: ['name'],
  description: 'One activity by distance, by its climbs or by segments; with from_s and to_s that one stretch.',
  input: z.object({
    activity_id: activityId,
    by: z.optional(z.enum(['distance', 'climb', 'segment'])),
    every_m: z.optional(numberFrom(25)),
    min_length_m: z.optional(numberFrom(100)),
    min_grade_pct: z.optional(numberFrom(0.5, 30)),
    from_s: z.optional(z.int().min(0)),
    to_s: z.optional(z.int().min(1)),
  }),
  output: z.object({ ...rowsShape, method: z.optional(z.string()), ...notesShape }),
  examples: [
    { activity_id: 'i89000582' },
    { activity_id: 'i89000582', from_s: 600, to_s: 1800 },
    { activity_id: 'i89000579', by: 'climb', min_grade_pct: 1 },
    { activity_id: 'i89000579', by: 'segment' },
  ],
  handler: async (ctx, { activity_id, by = 'distance', every_m, min_length_m, min_grade_pct, from_s, to_s }) => {
    const activity = await readableActivity(ctx.port, activity_id, await ctx.athlete());
    if (by === 'climb') return climbTable(ctx, activity, { min_length_m, min_grade_pct });
    if (min_length_m !== undefined || min_grade_pct !== undefined) {
      throw new Failure('bad_input', 'min_length_m and min_grade_pct belong to climbs', { next: 'add by: "climb"' });
    }
    if (by === 'segment') return segmentTable(ctx, activity);
    return from_s === undefined && to_s === undefined
      ? byDistance(ctx, activity, every_m)
      : oneStretch(ctx, activity, from_s ?? 0, to_s);
  },
});

async function byDistance(ctx: Ctx, activity: WireActivity, every_m: number | undefined) {
  const { units } = await ctx.athlete();
  const recording = await recordingOf(ctx.port, activity.id, false);
  const { grid } = recordedGrid(recording, ['distance'], 'use icu_get_activity_intervals, or from_s and to_s');
  const every = every_m ?? usualSplit(activity.type, units === 'imperial');
  const rows = splitsOf(grid.channels.distance!, every).map((split, i) => splitRow(split, i, grid, activity.type));
  const notes = noted('time_s holds pauses, pace and speed do not; the last split may be shorter.');
  return present({ ...toRows(rows, splitColumns), ...notes }, units);
}

/** As Intervals.icu measures it. */
async function oneStretch(ctx: Ctx, activity: WireActivity, from_s: number, to_s: number | undefined) {
  const range = sampleRange(await sampleTimes(ctx.port, activity.id), from_s, to_s);
  const stretch = await ctx.port.intervals.stats({ activity: activity.id, ...range });
  const row: Record<string, Cell> = { ...intervalRow(stretch, activity.type), start_s: from_s };
  return present(toRows([row], intervalColumns), (await ctx.athlete()).units);
}
