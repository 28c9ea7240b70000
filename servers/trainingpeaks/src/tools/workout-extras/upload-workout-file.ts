import { dayIn, noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whose } from '../../answers/workout-write.ts';
import { shownFile } from '../../domain/workouts/details.ts';
import { recordingFacts } from '../../domain/workouts/recording.ts';
import { isDone } from '../../domain/workouts/status.ts';
import { workoutId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { takenIn } from '../../workouts/import.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { shownBy } from '../../workouts/report.ts';
import { requireUnlocked } from '../../workouts/stored.ts';

const MOST_BYTES = 30_000_000;

export default defineTool({
  name: 'tp_upload_workout_file',
  title: 'Upload a recording',
  toolset: 'workout-extras',
  effect: 'update',
  files: 'in',
  userText: ['workout', 'file_name'],
  description: 'Puts a FIT, TCX, GPX or PWX of the files folder on a workout.',
  input: z.object({ workout_id: workoutId, file: z.string() }),
  output: z.object({
    written: z.optional(z.boolean()),
    uploaded: z.optional(z.record(z.string(), z.unknown())),
    workout: z.record(z.string(), z.unknown()),
    ...notesShape,
  }),
  examples: [{ workout_id: '3500000608', file: 'ride.tcx' }],
  handler: async (ctx, { workout_id, file }) => {
    const athlete = await ctx.athlete();
    const bytes = await ctx.files.read(file, { maxBytes: MOST_BYTES });
    const { fileName, format, startMs, seconds } = recordingFacts(file, bytes);
    const key = { athlete: athlete.id, workout: workout_id };
    const [before, details] = await Promise.all([ctx.port.workouts.get(key), ctx.port.files.details(key)]);
    requireUnlocked(before);
    const there = details.workoutDeviceFileInfos;
    const same = there.find((each) => each.fileName === fileName);
    if (same !== undefined) {
      return {
        written: false,
        uploaded: shownFile(same),
        workout: present(await shownBy(ctx, before), athlete.units),
        notes: ['A file of this name is already on the workout; nothing was written.'],
      };
    }
    const recordedOn = startMs === null ? undefined : dayIn(athlete.timeZone, new Date(startMs));
    await ctx.confirm({
      summary: `Upload ${fileName} to "${before.title ?? workout_id}" of ${before.workoutDay}${whose(athlete)}`,
      diff: [{ field: 'recording', before: there.map((each) => each.fileName), after: facts(bytes, format, seconds) }],
      notes: [
        ...(recordedOn === undefined || recordedOn === before.workoutDay
          ? []
          : [`It was recorded on ${recordedOn}, and the workout is on ${before.workoutDay}.`]),
        ...(isDone(before) ? ['The workout has a result already, which the recording replaces.'] : []),
      ],
      ...(before.workoutDay !== null && { day: before.workoutDay }),
    });
    await ctx.port.files.upload({ ...key, day: before.workoutDay ?? recordedOn ?? '', fileName, bytes });
    const after = await takenIn(ctx.port, key, before, ctx.signal);
    const now = await orUndefined(ctx.port.files.details(key));
    const added = now?.workoutDeviceFileInfos.find(({ fileId }) => !there.some((each) => each.fileId === fileId));
    return {
      ...(added !== undefined && { uploaded: shownFile(added) }),
      workout: present(await shownBy(ctx, after ?? before), athlete.units),
      ...noted(
        ...(after === undefined
          ? ['TrainingPeaks took the file and has not read it yet: look again in a minute.']
          : []),
        ...(added === undefined ? ['The file is not in the list of the workout yet.'] : []),
      ),
    };
  },
});

function facts(bytes: Uint8Array, format: string, seconds: number | null): string {
  const minutes = seconds === null ? '' : `, ${Math.round(seconds / 60)} min`;
  return `${format.toUpperCase()}, ${bytes.length} bytes${minutes}`;
}
