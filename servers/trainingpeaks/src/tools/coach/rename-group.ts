import { noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { readGroups, refuseDefaultGroup, refuseTakenName, requireGroup } from '../../answers/groups.ts';
import { groupId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_rename_group',
  title: 'Rename a group',
  toolset: 'coach',
  effect: 'update',
  athleteScope: 'none',
  userText: ['name', 'before'],
  description: 'Renames a group.',
  input: z.object({ group_id: groupId, name: z.string().trim().min(1).max(100) }),
  output: z.object({
    written: z.optional(z.boolean()),
    id: z.string(),
    before: z.string().nullable(),
    name: z.string().nullable(),
    ...notesShape,
  }),
  examples: [{ group_id: '4002', name: 'Road racers' }],
  handler: async (ctx, { group_id, name }) => {
    const { coach, groups } = await readGroups(ctx);
    const group = requireGroup(groups, group_id);
    refuseDefaultGroup(group);
    if (group.name === name) {
      return { written: false, id: group_id, before: group.name, name, ...noted('It already has this name.') };
    }
    refuseTakenName(groups, name, group_id);
    await ctx.confirm({
      summary: `Rename the group "${group.name}" to "${name}"`,
      diff: [{ field: 'name', before: group.name, after: name }],
    });
    await ctx.port.groups.rename({ coach, group: group_id, name });
    const stored = requireGroup((await readGroups(ctx)).groups, group_id);
    return { id: group_id, before: group.name, name: stored.name };
  },
});
