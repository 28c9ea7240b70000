import { noted, notesShape, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { readGroups } from '../../answers/groups.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_list_groups',
  title: 'Groups',
  toolset: 'coach',
  effect: 'read',
  athleteScope: 'none',
  paged: { limit: 50, max: 200 },
  userText: ['name'],
  description: 'Groups of a coach; members with tp_list_athletes_in_group.',
  input: z.object({}),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{}],
  handler: async (ctx) => {
    const { groups, skipped } = await readGroups(ctx);
    const rows = groups.map(({ id, name, athleteIds, isDefault }) => ({
      id,
      name,
      athletes: athleteIds.length,
      default: isDefault === true ? true : null,
    }));
    return {
      ...toRows(rows, ['id', 'name', 'athletes', 'default']),
      ...noted(...skippedNote(skipped, 'groups')),
    };
  },
});
