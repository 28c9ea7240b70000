import * as z from '@core/mcp-kit/schema';
import { workoutId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_workout_note',
  title: 'Private note of a workout',
  toolset: 'workout-extras',
  effect: 'read',
  userText: ['note'],
  description: 'Your private note on a workout.',
  input: z.object({ workout_id: workoutId }),
  output: z.object({
    workout_id: z.string(),
    note: z.union([z.string(), z.null()]),
    updated_utc: z.optional(z.string()),
  }),
  examples: [{ workout_id: '3500000607' }],
  handler: async (ctx, { workout_id }) => {
    const athlete = await ctx.athlete();
    // The note has no athlete in its address: this read refuses a workout that is somebody else's.
    const { workoutId: workout } = await ctx.port.workouts.get({ athlete: athlete.id, workout: workout_id });
    const found = await ctx.port.workouts.privateNote({ workout });
    const note = found?.note ?? '';
    const updated = found?.dateTimeUpdatedUtc ?? null;
    return { workout_id, note: note === '' ? null : note, ...(updated !== null && { updated_utc: updated }) };
  },
});
