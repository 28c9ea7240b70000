import { noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { at } from '../../domain/workout/read-back.ts';
import { shownWorkout } from '../../domain/workout/stored.ts';
import { workoutWords } from '../../language/workouts.ts';
import { workoutId } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_get_workout_detail',
  title: 'Show a workout',
  toolset: 'workouts',
  effect: 'read',
  description: 'One workout with its steps, in the form that igp_create_workout takes.',
  userText: ['workout'],
  input: z.object({ workout_id: workoutId }),
  output: z.object({ workout: z.record(z.string(), z.unknown()), ...notesShape }),
  examples: [{ workout_id: '500321' }],
  async handler(ctx, { workout_id }) {
    const words = workoutWords(ctx.port.language);
    const { workout, losses } = shownWorkout(workout_id, await ctx.port.workouts.get({ workout: workout_id }));
    return { workout, ...noted(...losses.map(({ path, message }) => words.readLoss(at(path, message)))) };
  },
});
