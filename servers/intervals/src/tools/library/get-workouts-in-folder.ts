import { Failure, noted, notesShape, present, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { firstRows } from '../../answers/first-rows.ts';
import { folderById } from '../../answers/library.ts';
import { storedLosses } from '../../domain/calendar/planned-workout.ts';
import { workoutColumns, workoutOf, workoutRow } from '../../domain/library/workout.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_workouts_in_folder',
  title: 'Library workouts',
  toolset: 'library',
  effect: 'read',
  userText: ['name', 'text', 'steps', 'tags'],
  description: 'Workouts of a folder or plan; workout_id: one with its steps.',
  input: z.object({
    folder_id: z.optional(z.string()),
    workout_id: z.optional(z.string()).describe('Of a row of the folder'),
  }),
  output: z.object({ ...rowsShape, workout: z.optional(z.record(z.string(), z.unknown())), ...notesShape }),
  examples: [{ folder_id: '900001' }, { workout_id: '900010' }],
  handler: async (ctx, { folder_id, workout_id }) => {
    const athlete = await ctx.athlete();
    if (workout_id !== undefined) {
      const workout = await ctx.port.library.getWorkout({ athlete: athlete.id, workout: workout_id });
      const empty = toRows([], workoutColumns);
      return {
        ...present({ workout: workoutOf(workout), ...empty }, athlete.units),
        ...noted(...storedLosses(workout)),
      };
    }
    if (folder_id === undefined) {
      throw new Failure('bad_input', 'Neither folder_id nor workout_id is given', {
        next: 'take a folder_id from icu_get_workout_library',
      });
    }
    await folderById(ctx.port, athlete.id, folder_id);
    const { items, skipped } = await ctx.port.library.listWorkouts({ athlete: athlete.id });
    const own = items
      .filter((workout) => workout.folder_id === folder_id)
      .toSorted((a, b) => (a.day ?? 0) - (b.day ?? 0));
    const { rows, cut } = firstRows(own);
    const empty = own.length === 0 ? ['It holds no workouts.'] : [];
    return {
      ...present(toRows(rows.map(workoutRow), workoutColumns), athlete.units),
      ...noted(...cut, ...skippedNote(skipped, 'workouts'), ...empty),
    };
  },
});
