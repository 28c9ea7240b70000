import { noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { groupNamed, readGroups, requireGroup } from '../../answers/groups.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_create_group',
  title: 'Create a group',
  toolset: 'coach',
  effect: 'create',
  athleteScope: 'none',
  userText: ['name'],
  description: 'Creates a group for athletes; one of the same name is kept.',
  input: z.object({ name: z.string().trim().min(1).max(100) }),
  output: z.object({
    written: z.optional(z.boolean()),
    id: z.string(),
    name: z.string().nullable(),
    ...notesShape,
  }),
  examples: [{ name: 'Time trialists' }],
  handler: async (ctx, { name }) => {
    const { coach, groups } = await readGroups(ctx);
    const same = groupNamed(groups, name);
    if (same !== undefined) {
      return { written: false, id: same.id, name: same.name, ...noted('This group exists already.') };
    }
    await ctx.confirm({
      summary: `Create the group "${name}"`,
      diff: [{ field: 'group', before: null, after: name }],
    });
    const { id } = await ctx.port.groups.create({ coach, name });
    const stored = requireGroup((await readGroups(ctx)).groups, id);
    return { id, name: stored.name };
  },
});
