import { addDays } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { activityList, listedActivities } from '../../answers/activity-list.ts';
import { sport } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_recent_activities',
  title: 'Recent activities',
  toolset: 'activities',
  effect: 'read',
  paged: { limit: 30, max: 100 },
  userText: ['name'],
  description: 'What was done lately, newest first. For a date range use icu_get_activities_by_date.',
  input: z.object({ days_back: z.optional(z.int().min(1).max(366).describe('Default 30')), sport: z.optional(sport) }),
  output: activityList,
  examples: [{ days_back: 7 }, { days_back: 90, sport: 'Ride' }],
  handler: async (ctx, { days_back = 30, sport }) => {
    const athlete = await ctx.athlete();
    const newest = await ctx.today();
    const window = { oldest: addDays(newest, 1 - days_back), newest };
    const found = await ctx.port.activities.list({ athlete: athlete.id, ...window });
    return listedActivities(found, window, { sport }, athlete.units);
  },
});
