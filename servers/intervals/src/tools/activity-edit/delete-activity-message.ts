import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { requireOwner } from '../../domain/activity/owner.ts';
import { localDay } from '../../domain/local-time.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_delete_activity_message',
  title: 'Delete a comment',
  toolset: 'activity-edit',
  effect: 'delete',
  userText: ['text'],
  description: 'Deletes ONE comment for good; always asks.',
  input: z.object({ activity_id: activityId, message_id: z.string().describe('Of icu_get_activity_messages') }),
  output: z.object({ message_id: z.string(), text: z.string().nullable() }),
  examples: [{ activity_id: 'i89000582', message_id: '5012001' }],
  handler: async (ctx, { activity_id, message_id }) => {
    const athlete = await ctx.athlete();
    const activity = await ctx.port.activities.get({ activity: activity_id });
    requireOwner(activity, athlete);
    const find = async () =>
      (await ctx.port.activities.messages({ activity: activity_id })).items.find(({ id }) => id === message_id);
    const message = await find();
    const chat = activity.icu_chat_id;
    if (message === undefined || message.deleted !== null || chat === null) {
      throw new Failure('not_found', `Activity ${activity_id} has no comment ${message_id.slice(0, 40)}`, {
        next: 'take an id of icu_get_activity_messages',
      });
    }
    const day = localDay(message.created);
    await ctx.confirm({
      summary: `Delete the comment of ${message.name ?? 'somebody'} on "${activity.name ?? activity_id}"${forWhom(athlete)}: ${(message.content ?? '').slice(0, 80)}`,
      diff: [],
      version: message.content ?? '',
      ...(day !== null && { day }),
    });
    await ctx.port.chats.deleteMessage({ chat, message: message_id });
    const left = await find();
    if (left !== undefined && left.deleted === null) {
      throw new Failure('upstream', 'Intervals.icu confirmed the deletion, yet still shows the comment', {
        next: 'look at the comments again in a minute',
      });
    }
    return { message_id, text: message.content };
  },
});
