import * as z from '@core/mcp-kit/schema';
import { defineSharedTool } from '../../mount/shared-tool.ts';

/** How far back an equal message of ours means that this one was sent already. */
const LOOK_BACK = 10;

export default defineSharedTool({
  name: 'send_message',
  title: 'Write to an athlete',
  toolset: 'coach',
  effect: 'send',
  needs: ['conversations'],
  userText: ['text'],
  description: 'Writes to an athlete: a chat, or a comment on an activity or session. Shown to a person first.',
  input: z.object({
    where: z.enum(['chat', 'activity', 'session', 'note']),
    thread_id: z.optional(z.string()),
    text: z.string().min(1).max(4000),
  }),
  output: z.object({
    written: z.optional(z.boolean()),
    message_id: z.optional(z.string()),
    text: z.string(),
    notes: z.optional(z.array(z.string())),
  }),
  examples: ({ thread, activityId }) => [
    { where: thread?.where ?? 'activity', thread_id: thread?.id ?? activityId, text: 'Well done on the last one.' },
  ],
  handler: async (ctx, { where, thread_id, text }) => {
    const athlete = await ctx.athlete();
    const { conversations } = ctx.ports;
    const earlier =
      thread_id === undefined ? [] : (await conversations.messages({ id: thread_id, where, athlete }, LOOK_BACK)).items;
    const [newest] = earlier;
    if (newest?.from === 'me' && newest.text === text) {
      const notes = ['Your last message there is exactly this; nothing was sent.'];
      return { written: false, message_id: newest.id, text, notes };
    }
    await ctx.confirm({
      summary: `${where === 'chat' ? 'Write to' : `Comment on ${where} ${thread_id ?? ''} of`} ${athlete.name}`,
      diff: [{ field: 'text', before: null, after: text }],
      seenByOthers: true,
    });
    const id = await conversations.send({ where, aboutId: thread_id ?? null, athlete }, text);
    return { message_id: id, text };
  },
});
