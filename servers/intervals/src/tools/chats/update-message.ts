import { Failure, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { findMessage } from '../../answers/find-message.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_update_message',
  title: 'Correct a message',
  toolset: 'chats',
  effect: 'send',
  athleteScope: 'none',
  userText: ['text', 'before'],
  description: 'Rewrites your own message; without text, marks the conversation as read.',
  input: z.object({
    chat_id: z.string().describe('Of icu_get_chats'),
    message_id: z.string().describe('Of icu_get_chat_messages'),
    text: z.optional(z.string().min(1).max(4000)),
  }),
  output: z.object({
    written: z.optional(z.boolean()),
    before: z.optional(z.string()),
    text: z.optional(z.string()),
    unread: z.optional(z.number()),
    ...notesShape,
  }),
  examples: [
    { chat_id: '8100', message_id: '5012007' },
    { chat_id: '8100', message_id: '5012005', text: 'Can we move Friday?' },
  ],
  handler: async (ctx, { chat_id, message_id, text }) => {
    const self = await ctx.self();
    const of = { chat: chat_id, message: message_id };
    const message = await findMessage(ctx.port, of);
    if (text === undefined) {
      const before = await ctx.port.chats.getChat({ chat: chat_id });
      if (before.new_message_count === 0) return { written: false, unread: 0, notes: ['Nothing is unread there.'] };
      await ctx.confirm({
        summary: 'Mark the conversation as read',
        diff: [{ field: 'unread', before: before.new_message_count, after: 0 }],
      });
      await ctx.port.chats.markSeen(of);
      const after = await ctx.port.chats.getChat({ chat: chat_id });
      return { unread: after.new_message_count ?? 0 };
    }
    if (message.athlete_id !== self.id) {
      throw new Failure('forbidden', `Message ${message.id} is not yours`, { next: 'answer it with icu_send_message' });
    }
    if (message.content === text) return { written: false, text, notes: ['Nothing to change: it already reads so.'] };
    await ctx.confirm({
      summary: `Rewrite your message of ${message.created?.slice(0, 10) ?? 'that day'}`,
      diff: [{ field: 'text', before: message.content, after: text }],
      seenByOthers: true,
    });
    await ctx.port.chats.editMessage({ ...of, content: text });
    const stored = await findMessage(ctx.port, of);
    return {
      ...(message.content !== null && { before: message.content }),
      text: stored.content ?? '',
      ...(stored.content !== text && { notes: ['Intervals.icu stored other text than was sent.'] }),
    };
  },
});
