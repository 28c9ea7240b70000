import { Failure, noted, notesShape, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { bestEffortRow, effortColumns, effortStreams } from '../../domain/activity/best-effort.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_best_efforts',
  title: 'Best efforts',
  toolset: 'activities',
  effect: 'read',
  description: 'Best stretches of ONE activity by duration_s or distance_m. Over weeks or years: icu_get_power_curves.',
  input: z.object({
    activity_id: activityId,
    channel: z.optional(z.enum(['power', 'heart_rate', 'speed'])),
    duration_s: z.optional(z.int().min(1)),
    distance_m: z.optional(z.number().min(1)),
    count: z.optional(z.int().min(1).max(20)),
  }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{ activity_id: 'i89000582', duration_s: 1200, count: 3 }],
  handler: async (ctx, { activity_id, channel = 'power', duration_s, distance_m, count = 5 }) => {
    if ((duration_s === undefined) === (distance_m === undefined)) {
      throw new Failure('bad_input', 'Give exactly one of duration_s and distance_m', {
        next: 'add duration_s: 1200, for example',
      });
    }
    const athlete = await ctx.athlete();
    const activity = await readableActivity(ctx.port, activity_id, athlete);
    const stream = effortStreams[channel];
    const [{ efforts }, { items }] = await Promise.all([
      ctx.port.activities.bestEfforts({
        activity: activity_id,
        stream,
        count,
        ...(duration_s !== undefined && { duration: duration_s }),
        ...(distance_m !== undefined && { distance: distance_m }),
      }),
      ctx.port.activities.streams({ activity: activity_id, types: ['time'] }),
    ]);
    const time = items.find(({ type }) => type === 'time')?.data ?? [];
    const rows = efforts.map((effort) => bestEffortRow(effort, { channel, sport: activity.type, time }));
    return {
      ...present(toRows(rows, effortColumns), athlete.units),
      ...noted(
        ...(efforts.length === 0 ? [`The activity has no ${channel.replace('_', ' ')} stretch of that length.`] : []),
        ...(efforts.length > 0 && time.length === 0 ? ['Where each begins is not available.'] : []),
      ),
    };
  },
});
