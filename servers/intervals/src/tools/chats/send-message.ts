import { Failure, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import type { IntervalsPort } from '../../client/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_send_message',
  title: 'Send a message',
  toolset: 'chats',
  effect: 'send',
  athleteScope: 'none',
  userText: ['text'],
  description: 'Sends a message to a conversation or an athlete.',
  input: z.object({
    chat_id: z.optional(z.string()).describe('Of icu_get_chats'),
    to_athlete_id: z.optional(z.string()),
    text: z.string().min(1).max(4000),
  }),
  output: z.object({
    written: z.optional(z.boolean()),
    message_id: z.optional(z.string()),
    text: z.string(),
    ...notesShape,
  }),
  examples: [{ chat_id: '8100', text: 'Yes, Friday works as well.' }],
  handler: async (ctx, { chat_id, to_athlete_id, text }) => {
    if ((chat_id === undefined) === (to_athlete_id === undefined)) {
      throw new Failure('bad_input', 'Exactly one of chat_id and to_athlete_id is needed', {
        next: 'take chat_id from icu_get_chats, or to_athlete_id from icu_list_athletes',
      });
    }
    const to = chat_id === undefined ? await nameOf(ctx.port, to_athlete_id!) : await chatName(ctx.port, chat_id);
    const self = await ctx.self();
    const earlier =
      chat_id === undefined
        ? []
        : (await ctx.port.chats.listChatMessages({ chat: chat_id, before: undefined, limit: 10 })).items;
    const [newest] = earlier;
    if (newest !== undefined && newest.athlete_id === self.id && newest.content === text) {
      return {
        written: false,
        message_id: newest.id,
        text,
        notes: ['Your last message there is exactly this; nothing was sent.'],
      };
    }
    await ctx.confirm({
      summary: `Send a message to ${to}`,
      diff: [{ field: 'text', before: null, after: text }],
      seenByOthers: true,
    });
    const sent = await ctx.port.chats.sendMessage({
      ...(chat_id !== undefined && { chat: chat_id }),
      ...(to_athlete_id !== undefined && { athlete: to_athlete_id }),
      content: text,
    });
    const id = sent.id ?? sent.message?.id;
    const other = sent.message !== null && sent.message.content !== text;
    return {
      ...(id !== undefined && id !== null && { message_id: id }),
      text: sent.message?.content ?? text,
      ...(other && { notes: ['Intervals.icu stored other text than was sent.'] }),
    };
  },
});

async function nameOf(port: IntervalsPort, id: string): Promise<string> {
  const { items } = await port.athletes.list();
  const found = items.find((athlete) => athlete.id === id);
  if (found !== undefined) return found.name ?? id;
  throw new Failure('not_found', `No athlete ${id.slice(0, 20)} can be seen with this key`, {
    next: 'take to_athlete_id from icu_list_athletes',
  });
}

async function chatName(port: IntervalsPort, id: string): Promise<string> {
  const chat = await port.chats.getChat({ chat: id });
  if (chat.name !== null) return `"${chat.name}"`;
  if (chat.other_athlete_id === null) return `conversation ${id}`;
  const { items } = await port.athletes.list();
  return items.find((athlete) => athlete.id === chat.other_athlete_id)?.name ?? chat.other_athlete_id;
}
