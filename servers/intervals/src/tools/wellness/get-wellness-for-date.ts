import { day, Failure, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { utcMinute } from '../../domain/local-time.ts';
import { recorded } from '../../domain/recorded.ts';
import { customWellness, wellnessRow } from '../../domain/wellness/row.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_wellness_for_date',
  title: 'Wellness of a day',
  toolset: 'wellness',
  effect: 'read',
  userText: ['comments'],
  description: 'All wellness of ONE day. Several days: icu_get_wellness_data.',
  input: z.object({ date: z.optional(day).describe('Default today') }),
  output: z.object({ wellness: z.record(z.string(), z.unknown()), updated: z.string().nullable() }),
  examples: [{}],
  handler: async (ctx, { date }) => {
    const athlete = await ctx.athlete();
    const wanted = date ?? (await ctx.today());
    const { items } = await ctx.port.wellnessDays.list({ athlete: athlete.id, oldest: wanted, newest: wanted });
    const found = items.find(({ id }) => id === wanted);
    if (found === undefined) {
      throw new Failure('not_found', `Nothing is recorded for ${wanted}`, {
        next: 'ask icu_get_wellness_data for the days around it',
      });
    }
    const custom = customWellness(found);
    const own = Object.keys(custom).length > 0 ? { own_fields: custom } : {};
    return {
      wellness: present(recorded({ ...wellnessRow(found), ...own }), athlete.units),
      updated: utcMinute(found.updated),
    };
  },
});
