import { Failure } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { requireOwn, shownWorkout, versionOf } from '../../domain/workout/stored.ts';
import { workoutWords } from '../../language/workouts.ts';
import { workoutId } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_delete_workout',
  title: 'Delete a workout',
  toolset: 'workouts',
  effect: 'delete',
  userText: ['deleted'],
  description: 'Deletes ONE workout for good; always asks first.',
  input: z.object({ workout_id: workoutId }),
  output: z.object({ written: z.boolean().optional(), deleted: z.record(z.string(), z.unknown()) }),
  examples: [{ workout_id: '500321' }],
  handler: async (ctx, { workout_id }) => {
    const words = workoutWords(ctx.port.language);
    const stored = await ctx.port.workouts.get({ workout: workout_id });
    requireOwn(workout_id, stored, true);
    await ctx.confirm({
      summary: words.remove(stored.title ?? workout_id),
      diff: [],
      version: versionOf(stored),
    });
    await ctx.port.workouts.remove({ workout: workout_id });
    const { items } = await ctx.port.workouts.list();
    if (items.some(({ id }) => id === workout_id)) {
      throw new Failure('upstream', `iGPSport confirmed the deletion of workout ${workout_id}, yet still lists it`, {
        next: 'call igp_list_workouts again in a minute',
      });
    }
    // The whole course, so that igp_create_workout can bring it back.
    return { deleted: shownWorkout(workout_id, stored).workout };
  },
});
