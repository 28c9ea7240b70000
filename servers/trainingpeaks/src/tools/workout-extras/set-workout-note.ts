import { noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { workoutId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';

export default defineTool({
  name: 'tp_set_workout_note',
  title: 'Write a private note',
  toolset: 'workout-extras',
  effect: 'update',
  userText: ['note'],
  description: 'Replaces your private note on a workout; "" clears it.',
  input: z.object({ workout_id: workoutId, note: z.string().max(10_000) }),
  output: z.object({
    written: z.optional(z.boolean()),
    workout_id: z.string(),
    note: z.union([z.string(), z.null()]),
    ...notesShape,
  }),
  examples: [{ workout_id: '3500000607', note: 'Knee was fine.' }],
  handler: async (ctx, { workout_id, note }) => {
    const athlete = await ctx.athlete();
    const workout = await ctx.port.workouts.get({ athlete: athlete.id, workout: workout_id });
    const before = (await ctx.port.workouts.privateNote({ workout: workout_id }))?.note ?? '';
    if (before === note) {
      return { written: false, workout_id, note: note === '' ? null : note, notes: ['The note already says so.'] };
    }
    await ctx.confirm({
      summary: `${note === '' ? 'Clear' : 'Write'} your private note on "${workout.title ?? workout_id}" of ${workout.workoutDay}`,
      diff: [{ field: 'note', before: before === '' ? null : before, after: note === '' ? null : note }],
      version: before,
      ...(workout.workoutDay !== null && { day: workout.workoutDay }),
    });
    await ctx.port.workouts.setPrivateNote({ workout: workout_id, note });
    const read = await orUndefined(ctx.port.workouts.privateNote({ workout: workout_id }));
    if (read === undefined) return { workout_id, note, notes: [NOT_READ_BACK] };
    const after = read?.note ?? '';
    return {
      workout_id,
      note: after === '' ? null : after,
      ...noted(...(after === note ? [] : ['TrainingPeaks stored another text than was sent.'])),
    };
  },
});
