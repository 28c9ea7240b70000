import { noted, notesShape, partOf, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { commentRow, inOrder } from '../../domain/workouts/comment.ts';
import { shownFile } from '../../domain/workouts/details.ts';
import { storedSteps } from '../../domain/workouts/steps.ts';
import { workoutId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { shownBy } from '../../workouts/report.ts';

/** Lines of the thread beside a workout; the rest is in `tp_get_workout_comments`. */
const LINES = 5;

export default defineTool({
  name: 'tp_get_workout',
  title: 'One workout',
  toolset: 'workouts',
  effect: 'read',
  userText: ['title', 'description', 'comments', 'steps', 'file_name'],
  description: 'One workout: plan and result, steps, comments, files.',
  input: z.object({ workout_id: workoutId }),
  output: z.object({
    workout: z.record(z.string(), z.unknown()),
    comments: z.optional(z.array(z.unknown())),
    files: z.optional(z.array(z.unknown())),
    attachments: z.optional(z.array(z.unknown())),
    ...notesShape,
  }),
  examples: [{ workout_id: '3500000607' }],
  handler: async (ctx, { workout_id }) => {
    const athlete = await ctx.athlete();
    const key = { athlete: athlete.id, workout: workout_id };
    const workout = await ctx.port.workouts.get(key);
    const [details, shown] = await Promise.all([partOf(ctx.port.files.details(key)), shownBy(ctx, workout)]);
    const thread = inOrder(workout.workoutComments);
    const files = (details.failure === undefined ? details.value.workoutDeviceFileInfos : []).map(shownFile);
    const attachments = (details.failure === undefined ? details.value.attachmentFileInfos : []).map(shownFile);
    return present(
      {
        workout: shown,
        ...(thread.length > 0 && { comments: thread.slice(-LINES).map(commentRow) }),
        ...(files.length > 0 && { files }),
        ...(attachments.length > 0 && { attachments }),
        ...noted(
          ...(thread.length > LINES
            ? [`${thread.length - LINES} earlier comments: tp_get_workout_comments {"workout_id":"${workout_id}"}.`]
            : []),
          ...(details.failure !== undefined ? ['The files of the workout could not be read.'] : []),
          ...(storedSteps(workout)?.losses ?? []).map((loss) => `Not shown in the steps: ${loss}`),
        ),
      },
      athlete.units,
    );
  },
});
