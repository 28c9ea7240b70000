import * as z from '@core/mcp-kit/schema';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_tags',
  title: 'Tags in use',
  toolset: 'library',
  effect: 'read',
  userText: ['tags'],
  description: 'Tags in use.',
  input: z.object({ of: z.optional(z.enum(['activity', 'event', 'workout'])) }),
  output: z.object({ tags: z.array(z.string()) }),
  examples: [{}, { of: 'event' }, { of: 'workout' }],
  handler: async (ctx, { of = 'activity' }) => {
    const athlete = await ctx.athlete();
    const { items } = await ctx.port.tags.list({ athlete: athlete.id, of });
    return { tags: items };
  },
});
