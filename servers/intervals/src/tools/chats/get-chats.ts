import { noted, notesShape, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { firstRows } from '../../answers/first-rows.ts';
import { chatColumns, chatRow } from '../../domain/chat/chat.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_chats',
  title: 'Conversations',
  toolset: 'chats',
  effect: 'read',
  athleteScope: 'none',
  userText: ['name', 'with'],
  description: 'Your conversations with athletes and groups.',
  input: z.object({ unread_only: z.optional(z.boolean()), groups: z.optional(z.boolean()) }),
  output: z.object({ ...rowsShape, ...notesShape }),
  examples: [{}, { groups: true }],
  handler: async (ctx, { unread_only = false, groups = false }) => {
    const self = await ctx.self();
    const [found, roster] = await Promise.all([
      groups ? ctx.port.chats.listGroups({ athlete: self.id }) : ctx.port.chats.listChats({ athlete: self.id }),
      ctx.port.athletes.list(),
    ]);
    const names = new Map(roster.items.map(({ id, name }) => [id, name]));
    const shown = found.items.filter(({ new_message_count }) => !unread_only || (new_message_count ?? 0) > 0);
    const { rows, cut } = firstRows(shown);
    return {
      ...toRows(
        rows.map((chat) => chatRow(chat, names)),
        chatColumns,
      ),
      ...noted(
        ...cut,
        ...skippedNote(found.skipped, 'conversations'),
        ...(shown.length === 0 ? [unread_only ? 'Nothing is unread.' : 'There are none.'] : []),
        ...(groups ? [] : ['Conversations about an activity are listed only while they are new.']),
      ),
    };
  },
});
