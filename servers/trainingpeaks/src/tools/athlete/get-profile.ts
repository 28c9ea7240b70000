import { noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { profileOf } from '../../domain/identity/profile.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_profile',
  title: 'Profile',
  toolset: 'athlete',
  effect: 'read',
  userText: ['profile'],
  description: 'Who an athlete is: account tier, its end, time zone.',
  input: z.object({}),
  output: z.object({ profile: z.record(z.string(), z.unknown()), ...notesShape }),
  examples: [{}],
  handler: async (ctx) => {
    const athlete = await ctx.athlete();
    const profile = profileOf(await ctx.port.identity.user(), athlete, await ctx.today());
    return {
      profile: present(profile.fields, athlete.units),
      ...noted(...profile.notes),
    };
  },
});
