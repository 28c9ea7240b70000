import { Failure, present, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { settingsFor, thresholds, zoneColumns, zoneRows } from '../../domain/athlete/sport-settings.ts';
import { sport } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_sport_settings',
  title: 'Thresholds and zones',
  toolset: 'athlete',
  effect: 'read',
  userText: ['name'],
  description: 'FTP, LTHR, threshold pace, and zones as the athlete set them.',
  input: z.object({ sport: z.optional(sport) }),
  output: z.object({ thresholds: z.array(z.record(z.string(), z.unknown())), ...rowsShape }),
  examples: [{ sport: 'Ride' }, {}],
  handler: async (ctx, { sport }) => {
    const athlete = await ctx.athlete();
    const { sportSettings } = await ctx.port.athletes.profile({ athlete: athlete.id });
    const one = sport === undefined ? undefined : settingsFor(sportSettings, sport);
    if (sport !== undefined && one === undefined) {
      const known = sportSettings.flatMap(({ types }) => types).join(', ');
      throw new Failure('not_found', `${athlete.name} has no settings for ${sport}`, {
        next: `use one of: ${known || 'none are set'}`,
      });
    }
    const groups = one === undefined ? sportSettings : [one];
    const zones = toRows(groups.flatMap(zoneRows), zoneColumns);
    return present({ thresholds: groups.map(thresholds), ...zones }, athlete.units);
  },
});
