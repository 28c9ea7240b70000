import * as z from '@core/mcp-kit/schema';
import { changeMembers, membersResult } from '../../answers/group-members.ts';
import { athleteQueries, groupId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_add_athletes_to_group',
  title: 'Add athletes to a group',
  toolset: 'coach',
  effect: 'update',
  athleteScope: 'none',
  userText: ['name', 'group'],
  description: 'Adds athletes to a group.',
  input: z.object({ group_id: groupId, athlete_ids: athleteQueries }),
  output: membersResult,
  examples: [{ group_id: '4002', athlete_ids: ['2400015'] }],
  handler: (ctx, input) => changeMembers(ctx, { ...input, to: 'in' }),
});
