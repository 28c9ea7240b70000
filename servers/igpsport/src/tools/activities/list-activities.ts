import { addDays, day, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { toActivityRow } from '../../domain/activity.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_list_activities',
  title: 'List activities',
  toolset: 'activities',
  effect: 'read',
  description: 'Rides of a range of days, newest first, with the ids that other tools take.',
  paged: { limit: 30, max: 200 },
  userText: ['name'],
  input: z.object({
    oldest: day.optional().describe('Default: 28 days ago; with name, all of history'),
    newest: day.optional().describe('Default: today'),
    name: z.optional(z.string().min(1)).describe('Part of the title'),
    sport: z.optional(z.enum(['cycling', 'other'])),
  }),
  output: z.object({ ...rowsShape, unreadable_rows: z.number() }),
  examples: [{}, { name: 'sweet spot', oldest: '2026-09-01' }],
  async handler(ctx, { oldest, newest, name, sport }) {
    const last = newest ?? (await ctx.today());
    const first = oldest ?? (name === undefined ? addDays(last, -28) : undefined);
    const found = await ctx.port.activities.list({ ...(first !== undefined && { oldest: first }), newest: last });
    const wanted = name?.toLowerCase() ?? '';
    const items = found.items.filter(
      ({ title, exerciseType }) =>
        (title ?? '').toLowerCase().includes(wanted) &&
        (sport === undefined || ((exerciseType ?? 0) === 0) === (sport === 'cycling')),
    );
    const columns = ['id', 'start', 'name', 'sport', 'moving_s', 'distance_km', 'ascent_m', 'speed_km_h'];
    return { ...toRows(items.map(toActivityRow), columns), unreadable_rows: found.skipped };
  },
});
