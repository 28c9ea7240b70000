import { noted, notesShape, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { readGroups, requireGroup, rosterNames } from '../../answers/groups.ts';
import { groupId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_list_athletes_in_group',
  title: 'Members of a group',
  toolset: 'coach',
  effect: 'read',
  athleteScope: 'none',
  paged: { limit: 50, max: 200 },
  userText: ['name', 'group'],
  description: 'Members of one group.',
  input: z.object({ group_id: groupId }),
  output: z.object({ group: z.string().nullable(), ...rowsShape, ...notesShape }),
  examples: [{ group_id: '4002' }],
  handler: async (ctx, { group_id }) => {
    const group = requireGroup((await readGroups(ctx)).groups, group_id);
    const names = await rosterNames(ctx);
    const rows = group.athleteIds.map((id) => ({ id, name: names.get(id) ?? null }));
    const unnamed = rows.filter(({ name }) => name === null).length;
    return {
      group: group.name,
      ...toRows(rows, ['id', 'name']),
      ...noted(...(unnamed > 0 ? [`${unnamed} are not on your roster (yet): use their id as \`athlete\`.`] : [])),
    };
  },
});
