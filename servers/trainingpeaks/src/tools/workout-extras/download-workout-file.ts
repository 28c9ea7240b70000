import { Failure, fileShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { mediaTypeOf } from '../../domain/workouts/recording.ts';
import { storedSteps } from '../../domain/workouts/steps.ts';
import { workoutId } from '../../params/index.ts';
import { fileId } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';
import { findFile } from '../../workouts/files.ts';

export default defineTool({
  name: 'tp_download_workout_file',
  title: 'Download a file',
  toolset: 'workout-extras',
  effect: 'read',
  files: 'out',
  userText: ['file'],
  description: 'A recording or attachment of a workout, or its plan as FIT.',
  input: z.object({ workout_id: workoutId, file_id: z.optional(fileId), planned: z.optional(z.boolean()) }),
  output: z.object({ ...fileShape }),
  examples: [{ workout_id: '3500000607' }, { workout_id: '3500000609', planned: true }],
  handler: async (ctx, { workout_id, file_id, planned = false }) => {
    const athlete = await ctx.athlete();
    const key = { athlete: athlete.id, workout: workout_id };
    if (planned) {
      const workout = await ctx.port.workouts.get(key);
      if (storedSteps(workout) === undefined) {
        throw new Failure('bad_input', `Workout ${workout_id} has no steps, so there is nothing for a device`, {
          next: 'choose one that tp_get_workouts lists with steps',
        });
      }
      const bytes = await ctx.port.files.forDevice(key);
      const name = `${workout.workoutDay} ${workout.title ?? workout_id}.fit`;
      return ctx.files.save(name, bytes, { mediaType: mediaTypeOf('.fit') });
    }
    const { file, attached } = findFile(await ctx.port.files.details(key), workout_id, file_id);
    const bytes = await (attached ? ctx.port.files.attachment : ctx.port.files.download)({ ...key, file: file.fileId });
    // What is gzip arrives unpacked.
    const name = (file.fileName ?? `workout-${workout_id}`).replace(/\.gz$/i, '');
    return ctx.files.save(name, bytes, { mediaType: mediaTypeOf(name) });
  },
});
