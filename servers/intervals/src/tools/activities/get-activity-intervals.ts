import { noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { intervalColumns, intervalRow } from '../../domain/activity/interval.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_activity_intervals',
  title: 'Activity intervals',
  toolset: 'activities',
  effect: 'read',
  paged: { limit: 40, max: 200 },
  userText: ['label'],
  description: 'Work and recovery INTERVALS of one activity. Against its plan: icu_compare_planned_actual.',
  input: z.object({ activity_id: activityId, kind: z.optional(z.enum(['work', 'recovery'])) }),
  output: z.object({
    ...rowsShape,
    sport: z.string().nullable(),
    edited_by_hand: z.optional(z.boolean()),
    ...notesShape,
  }),
  examples: [{ activity_id: 'i89000582', kind: 'work' }],
  handler: async (ctx, { activity_id, kind }) => {
    const athlete = await ctx.athlete();
    const [activity, { icu_intervals }] = await Promise.all([
      readableActivity(ctx.port, activity_id, athlete),
      ctx.port.activities.intervals({ activity: activity_id }),
    ]);
    const rows = icu_intervals
      .map((interval) => intervalRow(interval, activity.type))
      .filter((row) => kind === undefined || row.kind === kind);
    return {
      sport: activity.type,
      ...present(toRows(rows, intervalColumns), athlete.units),
      ...noted(
        'Intensity is a share of FTP, LTHR or threshold pace, whichever the sport settings put first.',
        ...(icu_intervals.length === 0 ? ['Intervals.icu found no intervals in this activity.'] : []),
      ),
    };
  },
});
