import * as z from '@core/mcp-kit/schema';
import { changeMembers, membersResult } from '../../answers/group-members.ts';
import { athleteQueries, groupId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_remove_athletes_from_group',
  title: 'Remove athletes from a group',
  toolset: 'coach',
  effect: 'update',
  athleteScope: 'none',
  userText: ['name', 'group'],
  description: 'Removes athletes from a group.',
  input: z.object({ group_id: groupId, athlete_ids: athleteQueries }),
  output: membersResult,
  examples: [{ group_id: '4002', athlete_ids: ['2400012'] }],
  handler: (ctx, input) => changeMembers(ctx, { ...input, to: 'out' }),
});
