import { addDays, day, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { toActivityRow } from '../../domain/activity.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_list_activities',
  title: 'List activities',
  toolset: 'activities',
  effect: 'read',
  description: 'Activities of a range of days, newest first, with the ids that other tools take.',
  paged: { limit: 30, max: 200 },
  userText: ['name'],
  input: z.object({ oldest: day.optional().describe('Default: 28 days ago'), newest: day.optional().describe('Default: today') }),
  output: z.object({ ...rowsShape, unreadable_rows: z.number() }),
  examples: [{}],
  async handler(ctx, { oldest, newest }) {
    const last = newest ?? (await ctx.today());
    const { items, skipped } = await ctx.port.listActivities({ oldest: oldest ?? addDays(last, -28), newest: last });
    return { ...toRows(items.map(toActivityRow), ['id', 'day', 'name', 'distance_km']), unreadable_rows: skipped };
  },
});
