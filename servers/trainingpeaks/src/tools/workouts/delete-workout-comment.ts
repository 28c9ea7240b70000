import { Failure, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { commentRow } from '../../domain/workouts/comment.ts';
import { numericId, workoutId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_delete_workout_comment',
  title: 'Delete a comment',
  toolset: 'workouts',
  effect: 'delete',
  userText: ['deleted'],
  description: 'Deletes a comment on a workout for good.',
  input: z.object({ workout_id: workoutId, comment_id: numericId }),
  output: z.object({
    deleted: z.record(z.string(), z.unknown()),
    comments_in_thread: z.optional(z.number()),
    ...notesShape,
  }),
  examples: [{ workout_id: '3500000594', comment_id: '5000005941' }],
  handler: async (ctx, { workout_id, comment_id }) => {
    const athlete = await ctx.athlete();
    const key = { athlete: athlete.id, workout: workout_id };
    const workout = await ctx.port.workouts.get(key);
    const comment = workout.workoutComments.find(({ id }) => id === comment_id);
    if (comment === undefined) {
      throw new Failure('not_found', `The workout has no comment ${comment_id}`, {
        next: `list them with tp_get_workout_comments {"workout_id":"${workout_id}"}`,
      });
    }
    const row = commentRow(comment);
    await ctx.confirm({
      summary: `Delete the comment of ${row.by ?? 'somebody'} on "${workout.title ?? workout_id}" of ${workout.workoutDay}`,
      diff: [{ field: 'comment', before: row.comment, after: null }],
      seenByOthers: true,
      ...(workout.workoutDay !== null && { day: workout.workoutDay }),
    });
    await ctx.port.comments.remove({ ...key, comment: comment_id });
    const after = await orUndefined(ctx.port.workouts.get(key));
    if (after === undefined) return { deleted: row, notes: [NOT_READ_BACK] };
    const { workoutComments } = after;
    if (workoutComments.some(({ id }) => id === comment_id)) {
      throw new Failure(
        'upstream',
        `TrainingPeaks confirmed the deletion of comment ${comment_id}, yet still shows it`,
        {
          next: 'look at the thread again in a minute',
        },
      );
    }
    return { deleted: row, comments_in_thread: workoutComments.length };
  },
});
