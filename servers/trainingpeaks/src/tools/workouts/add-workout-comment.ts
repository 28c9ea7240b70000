import { noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { commentRow, inOrder } from '../../domain/workouts/comment.ts';
import { workoutId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_add_workout_comment',
  title: 'Comment on a workout',
  toolset: 'workouts',
  effect: 'send',
  userText: ['comment'],
  description: 'Comments on a workout, for others to see.',
  input: z.object({ workout_id: workoutId, comment: z.string().min(1).max(5000) }),
  output: z.object({
    written: z.optional(z.boolean()),
    comment: z.optional(z.record(z.string(), z.unknown())),
    comments_in_thread: z.number(),
    ...notesShape,
  }),
  examples: [{ workout_id: '3500000607', comment: 'Well paced: the last repeat was the best.' }],
  handler: async (ctx, { workout_id, comment }) => {
    const [athlete, self] = await Promise.all([ctx.athlete(), ctx.self()]);
    const key = { athlete: athlete.id, workout: workout_id };
    const workout = await ctx.port.workouts.get(key);
    const thread = inOrder(workout.workoutComments);
    const last = thread.at(-1);
    const mine = (line: (typeof thread)[number]) => line.commenterPersonId === self.id && line.comment === comment;
    if (last !== undefined && mine(last)) {
      return {
        written: false,
        comment: commentRow(last),
        comments_in_thread: thread.length,
        notes: ['The last comment of the thread already says so; nothing was posted.'],
      };
    }
    await ctx.confirm({
      summary: `Comment on "${workout.title ?? workout_id}" of ${workout.workoutDay}, seen by ${athlete.isSelf ? 'the coach' : athlete.name}`,
      diff: [{ field: 'comment', before: null, after: comment }],
      seenByOthers: true,
      ...(workout.workoutDay !== null && { day: workout.workoutDay }),
    });
    const { items } = await ctx.port.comments.add({ ...key, comment });
    const posted = inOrder(items).findLast(mine);
    return {
      ...(posted !== undefined && { comment: commentRow(posted) }),
      comments_in_thread: items.length,
      ...noted(...(posted === undefined ? ['TrainingPeaks took the comment, yet its answer does not show it.'] : [])),
    };
  },
});
