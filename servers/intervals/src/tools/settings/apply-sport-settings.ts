import { notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { groupFor } from '../../answers/settings-group.ts';
import { localDay } from '../../domain/local-time.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_apply_sport_settings',
  title: 'Analyse the past again',
  toolset: 'settings',
  effect: 'update',
  bulk: true,
  description: 'Analyses ALL past activities of a sport again, for good.',
  input: z.object({ sport: z.string() }),
  output: z.object({ written: z.optional(z.boolean()), sport: z.string(), activities: z.number(), ...notesShape }),
  examples: [{ sport: 'Run' }],
  handler: async (ctx, { sport }) => {
    const athlete = await ctx.athlete();
    const group = await groupFor(ctx.port, athlete.id, sport);
    const of = { athlete: athlete.id, group: group.id };
    const { items } = await ctx.port.settings.matchingActivities(of);
    const days = items.flatMap(({ start_date_local }) => localDay(start_date_local) ?? []).sort();
    await ctx.confirm({
      summary: `Analyse ${items.length} activities of ${group.types.join(', ')} again${forWhom(athlete)}`,
      diff: [
        {
          field: 'analysis',
          before: `as on their days, ${days[0] ?? ''} to ${days.at(-1) ?? ''}`,
          after: 'with today’s thresholds and zones',
        },
      ],
      notes: ['Thresholds that were in force on those days are replaced; no call brings them back.'],
    });
    await ctx.port.settings.applySportSettings(of);
    return {
      sport: group.types[0] ?? group.id,
      activities: items.length,
      notes: ['Intervals.icu works in the background; loads and fitness settle over the next minutes.'],
    };
  },
});
