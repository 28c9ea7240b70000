import { noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { requireOwner } from '../../domain/activity/owner.ts';
import { localMinute } from '../../domain/local-time.ts';
import { activityId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_add_activity_message',
  title: 'Comment on an activity',
  toolset: 'activities',
  effect: 'send',
  description: 'Comments on an activity; others see it, so it is previewed first.',
  input: z.object({ activity_id: activityId, text: z.string().min(1).max(4000) }),
  output: z.object({
    message_id: z.string().nullable(),
    stored: z.enum(['as sent', 'otherwise', 'not listed yet']),
    ...notesShape,
  }),
  examples: [{ activity_id: 'i89000582', text: 'Steady pacing, well done.' }],
  handler: async (ctx, { activity_id, text }) => {
    const athlete = await ctx.athlete();
    const activity = await ctx.port.activities.get({ activity: activity_id });
    requireOwner(activity, athlete);
    const whose = athlete.isSelf ? 'your' : `${athlete.name}'s`;
    await ctx.confirm({
      summary: `Comment on ${whose} activity "${activity.name ?? activity_id}" of ${localMinute(activity.start_date_local)}`,
      diff: [{ field: 'comment', before: null, after: text }],
      seenByOthers: true,
    });
    const { id } = await ctx.port.activities.addMessage({ activity: activity_id, content: text });
    const { items: after } = await ctx.port.activities.messages({ activity: activity_id });
    const stored = after.find((message) => message.id === id);
    if (stored === undefined) {
      return {
        message_id: id,
        stored: 'not listed yet' as const,
        ...noted('The comment was accepted but is not in the list yet.'),
      };
    }
    if (stored.content === text) return { message_id: id, stored: 'as sent' as const };
    return {
      message_id: id,
      stored: 'otherwise' as const,
      ...noted(`Intervals.icu stored: ${stored.content ?? 'nothing'}.`),
    };
  },
});
