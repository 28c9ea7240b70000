import { rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { addDays } from '@core/metrics/day';
import { whole } from '../../answer/bounds.ts';
import { aboutShape, closing, skippedNotes } from '../../answer/notes.ts';
import { defineSharedTool } from '../../mount/shared-tool.ts';
import { isWaiting } from '../../roster/digest.ts';

const DAYS = 14;

export default defineSharedTool({
  name: 'list_conversations',
  title: 'Who waits for an answer',
  toolset: 'coach',
  effect: 'read',
  athleteScope: 'none',
  needs: ['conversations', 'roster'],
  paged: { limit: 25, max: 100 },
  userText: ['athlete', 'about', 'excerpt'],
  description: 'Chats and comments of EVERY athlete, unanswered first, longest waiting on top.',
  input: z.object({
    unanswered_only: z.optional(z.boolean()),
    days: z.optional(whole(1, 60)),
    tag: z.optional(z.string()),
  }),
  output: z.object({ ...aboutShape, ...rowsShape }),
  examples: [{}, { unanswered_only: true }],
  handler: async (ctx, { unanswered_only = false, days = DAYS, tag }) => {
    const today = await ctx.today();
    const { conversations, roster } = ctx.ports;
    const [{ items, skipped }, people] = await Promise.all([
      conversations.threads({ oldest: addDays(today, 1 - days), newest: today }, { look: true }),
      tag === undefined ? undefined : roster.athletes(),
    ]);
    const wanted = people && new Set(people.items.filter(({ tags }) => tags.includes(tag ?? '')).map(({ id }) => id));
    const threads = items.filter(({ athlete }) => wanted?.has(athlete.id) ?? true);
    const waiting = threads.filter(isWaiting).sort((a, b) => ((a.lastAt ?? '') < (b.lastAt ?? '') ? -1 : 1));
    const rest = threads
      .filter((thread) => !isWaiting(thread))
      .sort((a, b) => ((a.lastAt ?? '') < (b.lastAt ?? '') ? 1 : -1));
    const shown = unanswered_only ? waiting : [...waiting, ...rest];
    return {
      method: 'Unanswered: the last message is theirs; where the list does not tell, unread counts.',
      as_of: today,
      ...toRows(
        shown.map((thread) => ({
          thread_id: thread.id,
          where: thread.where,
          about_id: thread.aboutId,
          about: thread.about?.slice(0, 80) ?? null,
          athlete_id: thread.athlete.id,
          athlete: thread.athlete.name,
          unanswered: isWaiting(thread),
          last_from: thread.lastFrom,
          age_h: thread.lastAt === null ? null : hoursSince(thread.lastAt, ctx.now()),
          unread: thread.unread,
          excerpt: thread.excerpt.slice(0, 160),
        })),
        [
          'thread_id',
          'where',
          'about_id',
          'about',
          'athlete_id',
          'athlete',
          'unanswered',
          'last_from',
          'age_h',
          'unread',
          'excerpt',
        ],
      ),
      coverage: { threads: threads.length, unanswered: waiting.length, days, skipped },
      ...closing(
        [
          ...skippedNotes(skipped, 'conversations'),
          ...(shown.length === 0 ? [unanswered_only ? 'Nobody waits for an answer.' : 'There are none.'] : []),
        ],
        [
          shown[0] &&
            ctx.call('read_conversation', {
              where: shown[0].where,
              thread_id: shown[0].id,
              athlete: shown[0].athlete.id,
            }),
        ],
      ),
    };
  },
});

function hoursSince(at: string, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(at)) / 3_600_000);
}
