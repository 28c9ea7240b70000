import { addDays, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { activityList, listedActivities } from '../../answers/activity-list.ts';
import { newest, oldest, sport } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_activities_by_date',
  title: 'Activities by date',
  toolset: 'activities',
  effect: 'read',
  paged: { limit: 30, max: 200 },
  userText: ['name'],
  description: 'Activities DONE in a date range (at most a year), newest first. Planned ones: icu_get_calendar_events.',
  input: z.object({ oldest, newest, sport: z.optional(sport) }),
  output: activityList,
  examples: [
    { oldest: '2026-09-01', newest: '2026-09-30' },
    { oldest: '2026-06-01', newest: '2026-08-31', sport: 'Run' },
  ],
  handler: async (ctx, { sport, ...given }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: addDays(today, -27), newest: today }, 366);
    const found = await ctx.port.activities.list({ athlete: athlete.id, ...window });
    return listedActivities(found, window, { sport }, athlete.units);
  },
});
