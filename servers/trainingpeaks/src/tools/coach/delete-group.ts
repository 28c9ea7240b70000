import { noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { readGroups, refuseDefaultGroup, requireGroup } from '../../answers/groups.ts';
import { groupId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_delete_group',
  title: 'Delete a group',
  toolset: 'coach',
  effect: 'delete',
  athleteScope: 'none',
  userText: ['name'],
  description: 'Deletes a group for good; its athletes stay.',
  input: z.object({ group_id: groupId }),
  output: z.object({
    written: z.optional(z.boolean()),
    deleted: z.boolean(),
    name: z.string().nullable(),
    ...notesShape,
  }),
  examples: [{ group_id: '4002' }],
  handler: async (ctx, { group_id }) => {
    const { coach, groups } = await readGroups(ctx);
    const group = requireGroup(groups, group_id);
    refuseDefaultGroup(group);
    await ctx.confirm({
      summary: `Delete the group "${group.name}" with ${group.athleteIds.length} members; the athletes themselves stay`,
      diff: [],
    });
    await ctx.port.groups.remove({ coach, group: group_id });
    const left = (await readGroups(ctx)).groups.some(({ id }) => id === group_id);
    return { deleted: !left, name: group.name, ...noted(...(left ? ['TrainingPeaks still lists the group.'] : [])) };
  },
});
