import { Failure, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whose } from '../../answers/workout-write.ts';
import { shownFile } from '../../domain/workouts/details.ts';
import { workoutId } from '../../params/index.ts';
import { fileId } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';
import { findFile } from '../../workouts/files.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';
import { requireUnlocked } from '../../workouts/stored.ts';

export default defineTool({
  name: 'tp_delete_workout_file',
  title: 'Delete a file',
  toolset: 'workout-extras',
  effect: 'delete',
  userText: ['deleted'],
  description: 'Deletes a recording of a workout for good.',
  input: z.object({ workout_id: workoutId, file_id: fileId }),
  output: z.object({ deleted: z.record(z.string(), z.unknown()), files_left: z.optional(z.number()), ...notesShape }),
  examples: [{ workout_id: '3500000607', file_id: '-250000607' }],
  handler: async (ctx, { workout_id, file_id }) => {
    const athlete = await ctx.athlete();
    const key = { athlete: athlete.id, workout: workout_id };
    const [workout, details] = await Promise.all([ctx.port.workouts.get(key), ctx.port.files.details(key)]);
    requireUnlocked(workout);
    const { file, attached } = findFile(details, workout_id, file_id);
    if (attached) {
      throw new Failure('blocked', `File ${file_id} is an attachment, and no way to delete one is known`, {
        next: 'ask the user to delete it on TrainingPeaks',
      });
    }
    await ctx.confirm({
      summary: `Delete the recording ${file.fileName ?? file_id} of "${workout.title ?? workout_id}" of ${workout.workoutDay}${whose(athlete, 'of')}`,
      diff: [],
      ...(workout.workoutDay !== null && { day: workout.workoutDay }),
    });
    await ctx.port.files.remove({ ...key, file: file.fileId });
    const after = await orUndefined(ctx.port.files.details(key));
    if (after === undefined) return { deleted: shownFile(file), notes: [NOT_READ_BACK] };
    const left = after.workoutDeviceFileInfos;
    if (left.some(({ fileId: id }) => id === file.fileId)) {
      throw new Failure('upstream', `TrainingPeaks confirmed the deletion of file ${file_id}, yet still lists it`, {
        next: 'look at the workout again in a minute',
      });
    }
    return { deleted: shownFile(file), files_left: left.length };
  },
});
