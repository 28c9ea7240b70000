import { Failure, rowsShape, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { forWhom } from '../../answers/change.ts';
import { folderById } from '../../answers/library.ts';
import { workoutColumns, workoutRow } from '../../domain/library/workout.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_delete_from_library',
  title: 'Delete from the library',
  toolset: 'library',
  effect: 'delete',
  userText: ['name', 'tags'],
  description: 'Deletes a library workout, or a folder with everything in it, for good.',
  input: z.object({
    workout_id: z.optional(z.string()).describe('Of icu_get_workout_library'),
    folder_id: z.optional(z.string()),
  }),
  output: z.object({ ...rowsShape, folder: z.optional(z.string()) }),
  examples: [{ workout_id: '900012' }, { folder_id: '900002' }],
  handler: async (ctx, { workout_id, folder_id }) => {
    const athlete = await ctx.athlete();
    if ((workout_id === undefined) === (folder_id === undefined)) {
      throw new Failure('bad_input', 'Exactly one of workout_id and folder_id is needed', {
        next: 'name one of the two',
      });
    }
    const folder = folder_id === undefined ? undefined : await folderById(ctx.port, athlete.id, folder_id);
    const { items } = await ctx.port.library.listWorkouts({ athlete: athlete.id });
    const doomed = items.filter((workout) => (folder ? workout.folder_id === folder.id : workout.id === workout_id));
    if (folder === undefined && doomed.length === 0) {
      throw new Failure('not_found', `There is no library workout ${workout_id?.slice(0, 20)}`, {
        next: 'take workout_id from icu_get_workouts_in_folder',
      });
    }
    const what = folder
      ? `folder "${folder.name}" with ${doomed.length} workouts`
      : `library workout "${doomed[0]?.name}"`;
    await ctx.confirm({
      summary: `Delete ${what} for good${forWhom(athlete)}`,
      diff: doomed.slice(0, 60).map(({ id, name }) => ({ field: `workout ${id}`, before: name, after: null })),
      day: '9999-12-31',
    });
    if (folder) await ctx.port.library.deleteFolder({ athlete: athlete.id, folder: folder.id });
    else await ctx.port.library.deleteWorkout({ athlete: athlete.id, workout: workout_id! });
    const left = await ctx.port.library.listWorkouts({ athlete: athlete.id });
    if (left.items.some(({ id }) => doomed.some((each) => each.id === id))) {
      throw new Failure('upstream', 'Intervals.icu confirmed the deletion, yet still lists it', {
        next: 'look at the library again in a minute',
      });
    }
    const name = folder?.name ?? undefined;
    return { ...toRows(doomed.map(workoutRow), workoutColumns), ...(name !== undefined && { folder: name }) };
  },
});
