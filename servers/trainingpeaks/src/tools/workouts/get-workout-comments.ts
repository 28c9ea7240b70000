import { rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { commentColumns, commentRow, inOrder } from '../../domain/workouts/comment.ts';
import { workoutId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_workout_comments',
  title: 'Comments of a workout',
  toolset: 'workouts',
  effect: 'read',
  paged: { limit: 30, max: 100 },
  userText: ['comment', 'by'],
  description: 'Comments on a workout, oldest first.',
  input: z.object({ workout_id: workoutId }),
  output: z.object({ ...rowsShape }),
  examples: [{ workout_id: '3500000594' }],
  handler: async (ctx, { workout_id }) => {
    const athlete = await ctx.athlete();
    const { workoutComments } = await ctx.port.workouts.get({ athlete: athlete.id, workout: workout_id });
    return toRows(inOrder(workoutComments).map(commentRow), commentColumns);
  },
});
