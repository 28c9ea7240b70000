import { present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { profile } from '../../domain/athlete/profile.ts';
import { defineTool } from '../../tool.ts';

const group = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'icu_get_athlete_profile',
  title: 'Athlete profile',
  toolset: 'athlete',
  effect: 'read',
  userText: ['name', 'city'],
  description: 'Time zone, weight, availability, thresholds. Zones: icu_get_sport_settings.',
  input: z.object({}),
  output: z.object({
    profile: group,
    sports: z.array(group),
    availability: z.optional(z.array(group)),
    today: z.string(),
  }),
  examples: [{}],
  handler: async (ctx) => {
    const athlete = await ctx.athlete();
    const wire = await ctx.port.athletes.profile({ athlete: athlete.id });
    const { availability, ...rest } = profile(wire);
    return present(
      { today: await ctx.today(), ...rest, ...(availability.length > 0 && { availability }) },
      athlete.units,
    );
  },
});
