import { Failure, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { changeResult, forWhom } from '../../answers/change.ts';
import { requireSport } from '../../answers/new-entry.ts';
import { groupFor } from '../../answers/settings-group.ts';
import { groupOf } from '../../domain/athlete/settings-group.ts';
import { recorded } from '../../domain/recorded.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_create_sport_settings',
  title: 'Give sports their own settings',
  toolset: 'settings',
  effect: 'create',
  description: 'Gives sports settings of their own.',
  input: z.object({ sports: z.array(z.string()) }),
  output: changeResult,
  examples: [{ sports: ['Rowing'] }],
  handler: async (ctx, { sports }) => {
    if (sports.length === 0) {
      throw new Failure('bad_input', 'sports is empty', { next: 'send {"sports": ["Rowing"]}' });
    }
    for (const sport of sports) requireSport(sport);
    const athlete = await ctx.athlete();
    const { items } = await ctx.port.settings.listSportSettings({ athlete: athlete.id });
    const taken = items.find(({ other, types }) => other !== true && types.some((type) => sports.includes(type)));
    if (taken !== undefined) {
      if (taken.types.length === sports.length && sports.every((sport) => taken.types.includes(sport))) {
        const notes = ['These sports have settings of their own already; nothing was written.'];
        return present({ written: false, item: recorded(groupOf(taken)), notes }, athlete.units);
      }
      throw new Failure('conflict', `${taken.types.join(', ')} already share settings`, {
        next: `change them with icu_update_sport_settings {"sport": "${taken.types[0]}", "values": {…}}`,
      });
    }
    await ctx.confirm({
      summary: `Create settings for ${sports.join(', ')}${forWhom(athlete)}`,
      diff: [{ field: 'sports', before: null, after: sports }],
    });
    const { id } = await ctx.port.settings.createSportSettings({ athlete: athlete.id, sports });
    const stored = await groupFor(ctx.port, athlete.id, id);
    return present({ item: recorded(groupOf(stored)) }, athlete.units);
  },
});
