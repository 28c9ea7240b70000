import { rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { aboutShape, closing, skippedNotes } from '../../answer/notes.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';

const MOST = 30;
const LONGEST = 1000;

export default defineSharedTool({
  name: 'read_conversation',
  title: 'Messages of a conversation',
  toolset: 'coach',
  effect: 'read',
  needs: ['conversations'],
  userText: ['author', 'text'],
  description: 'Messages of a thread, newest first.',
  input: z.object({
    thread_id: z.string(),
    where: z.enum(['chat', 'activity', 'session', 'note']),
  }),
  output: z.object({ ...aboutShape, ...rowsShape }),
  examples: ({ thread, activityId }) => [{ where: thread?.where ?? 'activity', thread_id: thread?.id ?? activityId }],
  handler: async (ctx, { thread_id, where }) => {
    const athlete = await ctx.athlete();
    const { items, skipped } = await ctx.ports.conversations.messages({ id: thread_id, where, athlete }, MOST);
    return {
      method: `The newest ${MOST} at most; from says me or other.`,
      as_of: await ctx.today(),
      ...toRows(
        items.map(({ id, at, from, author, text }) => ({ id, at, from, author, text: text.slice(0, LONGEST) })),
        ['id', 'at', 'from', 'author', 'text'],
      ),
      coverage: { messages: items.length, skipped },
      ...closing(
        [
          ...skippedNotes(skipped, 'messages'),
          ...(items.length === 0 ? ['Nothing was written there.'] : []),
          ...(items.length === MOST ? ['There may be older ones, which are not shown.'] : []),
          ...(items.some(({ text }) => text.length > LONGEST) ? [`Texts are cut at ${LONGEST} characters.`] : []),
        ],
        [],
      ),
    };
  },
});
