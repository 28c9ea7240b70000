import { present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { groupOf } from '../../domain/athlete/settings-group.ts';
import { localDay } from '../../domain/local-time.ts';
import { recorded } from '../../domain/recorded.ts';
import { sport } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_sport_settings_group',
  title: 'One sport in full',
  toolset: 'settings',
  effect: 'read',
  userText: ['name'],
  description: 'All settings of one sport.',
  input: z.object({ sport }),
  output: z.object({
    settings: z.record(z.string(), z.unknown()),
    applies_to: z.record(z.string(), z.unknown()),
    best_distances_m: z.optional(z.array(z.number())),
  }),
  examples: [{ sport: 'Run' }],
  handler: async (ctx, { sport }) => {
    const athlete = await ctx.athlete();
    const of = { athlete: athlete.id, group: sport };
    const [group, matching, distances] = await Promise.all([
      ctx.port.settings.getSportSettings(of),
      ctx.port.settings.matchingActivities(of),
      ctx.port.settings.paceDistances(of),
    ]);
    const days = matching.items.flatMap(({ start_date_local }) => localDay(start_date_local) ?? []).sort();
    const bests = distances.defaults.filter((metres): metres is number => metres !== null);
    return present(
      {
        settings: recorded({ ...groupOf(group), covers_other_sports: group.other === true ? true : null }),
        applies_to: recorded({ activities: matching.items.length, first: days[0], last: days.at(-1) }),
        ...(bests.length > 0 && { best_distances_m: bests }),
      },
      athlete.units,
    );
  },
});
