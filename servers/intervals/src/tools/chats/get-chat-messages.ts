import { noted, notesShape, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { chatMessageColumns, chatMessageRow } from '../../domain/chat/chat.ts';
import { defineTool } from '../../tool.ts';

const MOST = 50;

export default defineTool({
  name: 'icu_get_chat_messages',
  title: 'Messages of a conversation',
  toolset: 'chats',
  effect: 'read',
  athleteScope: 'none',
  userText: ['text', 'author', 'name'],
  description: `The last ${MOST} messages of one conversation.`,
  input: z.object({
    chat_id: z.string().describe('Of icu_get_chats'),
    before_id: z.optional(z.string()).describe('message_id of the oldest shown'),
  }),
  output: z.object({ name: z.optional(z.string()), ...rowsShape, ...notesShape }),
  examples: [{ chat_id: '8100' }],
  handler: async (ctx, { chat_id, before_id }) => {
    const self = await ctx.self();
    const [chat, messages] = await Promise.all([
      ctx.port.chats.getChat({ chat: chat_id }),
      ctx.port.chats.listChatMessages({ chat: chat_id, before: before_id, limit: MOST }),
    ]);
    const { items } = messages;
    const last = items.at(-1);
    const waiting = before_id === undefined && items[0] !== undefined && items[0].athlete_id !== self.id;
    return {
      ...(chat.name !== null && { name: chat.name }),
      ...toRows(
        items.map((message) => chatMessageRow(message, self.id)),
        chatMessageColumns,
      ),
      ...noted(
        ...(waiting ? ['The last message is not yours: it may wait for an answer.'] : []),
        ...(items.length === MOST && last !== undefined ? [`Earlier ones: before_id "${last.id}".`] : []),
        ...(items.length === 0 ? ['There are no messages.'] : []),
      ),
    };
  },
});
