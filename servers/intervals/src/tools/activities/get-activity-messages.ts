import { noted, notesShape, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { requireOwner } from '../../domain/activity/owner.ts';
import { messageColumns, messageRow } from '../../domain/message.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_activity_messages',
  title: 'Activity comments',
  toolset: 'activities',
  effect: 'read',
  paged: { limit: 30, max: 100 },
  userText: ['author', 'text'],
  description: 'Comments on one activity.',
  input: z.object({ activity_id: activityId }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{ activity_id: 'i89000582' }],
  handler: async (ctx, { activity_id }) => {
    const [athlete, self] = await Promise.all([ctx.athlete(), ctx.self()]);
    const [activity, { items, skipped }] = await Promise.all([
      ctx.port.activities.get({ activity: activity_id }),
      ctx.port.activities.messages({ activity: activity_id }),
    ]);
    requireOwner(activity, athlete);
    const notes = [
      ...(items.length === 0 ? ['Nobody has commented on this activity.'] : []),
      ...skippedNote(skipped, 'comments'),
    ];
    return {
      ...toRows(
        items.map((message) => messageRow(message, self.id)),
        messageColumns,
      ),
      ...noted(...notes),
    };
  },
});
