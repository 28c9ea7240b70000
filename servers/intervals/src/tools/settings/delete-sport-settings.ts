import { Failure, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { groupFor } from '../../answers/settings-group.ts';
import { groupOf } from '../../domain/athlete/settings-group.ts';
import { recorded } from '../../domain/recorded.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_delete_sport_settings',
  title: 'Delete settings of a sport',
  toolset: 'settings',
  effect: 'delete',
  description: 'Deletes thresholds and zones of a sport for good.',
  input: z.object({ sport: z.string() }),
  output: z.object({ deleted: z.record(z.string(), z.unknown()) }),
  examples: [{ sport: 'Swim' }],
  handler: async (ctx, { sport }) => {
    const athlete = await ctx.athlete();
    const group = await groupFor(ctx.port, athlete.id, sport);
    if (group.other === true) {
      throw new Failure('blocked', 'The settings for other sports cannot be deleted', { next: 'change them instead' });
    }
    await ctx.confirm({
      summary: `Delete settings of ${group.types.join(', ')} for good${forWhom(athlete)}`,
      diff: [{ field: 'settings', before: recorded(groupOf(group)), after: null }],
      ...(group.updated !== null && { version: group.updated }),
    });
    await ctx.port.settings.deleteSportSettings({ athlete: athlete.id, group: group.id });
    const { items } = await ctx.port.settings.listSportSettings({ athlete: athlete.id });
    if (items.some(({ id }) => id === group.id)) {
      throw new Failure('upstream', 'Intervals.icu confirmed the deletion, yet still lists the settings', {
        next: 'look again in a minute',
      });
    }
    return { deleted: present(recorded(groupOf(group)), athlete.units) };
  },
});
