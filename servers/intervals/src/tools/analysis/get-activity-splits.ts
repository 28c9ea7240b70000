import { type Cell, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { noted, notesShape } from '../../answers/notes.ts';
import { intervalColumns, intervalRow } from '../../domain/activity/interval.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { recordedGrid } from '../../domain/activity/recorded-grid.ts';
import { sampleRange, sampleTimes } from '../../domain/activity/sample-at.ts';
import { splitColumns, splitRow, splitsOf, usualSplit } from '../../domain/activity/splits.ts';
import { activityId } from '../../params/index.ts';
import { numberFrom } from '../../params/range.ts';
import { defineTool } from '../../tool.ts';
import { recordingOf } from '../../training/recording.ts';

export default defineTool({
  name: 'icu_get_activity_splits',
  title: 'Splits',
  toolset: 'analysis',
  effect: 'read',
  paged: { limit: 50, max: 200 },
  description: 'Splits of one activity by distance; with from_s and to_s that one stretch.',
  input: z.object({
    activity_id: activityId,
    every_m: z.optional(numberFrom(25)),
    from_s: z.optional(z.int().min(0)),
    to_s: z.optional(z.int().min(1)),
  }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{ activity_id: 'i89000582' }, { activity_id: 'i89000582', from_s: 600, to_s: 1800 }],
  handler: async (ctx, { activity_id, every_m, from_s, to_s }) => {
    const athlete = await ctx.athlete();
    const activity = await readableActivity(ctx.port, activity_id, athlete);
    if (from_s !== undefined || to_s !== undefined) {
      const range = sampleRange(await sampleTimes(ctx.port, activity_id), from_s ?? 0, to_s);
      const stretch = await ctx.port.intervals.stats({ activity: activity_id, ...range });
      const row: Record<string, Cell> = { ...intervalRow(stretch, activity.type), start_s: from_s ?? 0 };
      return present(toRows([row], intervalColumns), athlete.units);
    }
    const recording = await recordingOf(ctx.port, activity_id, false);
    const next = 'use icu_get_activity_intervals, or from_s and to_s';
    const { grid } = recordedGrid(recording, ['distance'], next);
    const every = every_m ?? usualSplit(activity.type, athlete.units === 'imperial');
    const rows = splitsOf(grid.channels.distance!, every).map((split, i) => splitRow(split, i, grid, activity.type));
    return present(
      {
        ...toRows(rows, splitColumns),
        ...noted('time_s holds pauses, pace and speed do not; the last split may be shorter.'),
      },
      athlete.units,
    );
  },
});
