import { noted } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { workoutResult } from '../../answers/workout-write.ts';
import { editedCourse } from '../../domain/workout/edited-course.ts';
import { at, courseDiff, differences, lossNotes } from '../../domain/workout/read-back.ts';
import { requireOwn, shownWorkout, versionOf } from '../../domain/workout/stored.ts';
import { workoutThresholds } from '../../domain/workout/thresholds.ts';
import { workoutWords } from '../../language/workouts.ts';
import { workoutId } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_update_workout',
  title: 'Change a workout',
  toolset: 'workouts',
  effect: 'update',
  userText: ['workout', 'changed'],
  description: 'Renames or rewrites a workout under the same id; what is not named stays.',
  input: z.object({
    workout_id: workoutId,
    name: z.string().min(1).max(64).optional(),
    steps: z.array(z.unknown()).optional().describe('All steps, as for igp_create_workout'),
    description: z.string().max(500).optional(),
  }),
  output: workoutResult,
  examples: [{ workout_id: '500321', name: '3 x 12 min, fan on' }],
  handler: async (ctx, { workout_id, name, steps, description }) => {
    const words = workoutWords(ctx.port.language);
    const stored = await ctx.port.workouts.get({ workout: workout_id });
    requireOwn(workout_id, stored);
    const before = shownWorkout(workout_id, stored);
    const thresholds = workoutThresholds(
      await ctx.port.profile.training(),
      ctx.port.thresholdSettings,
      before.workout.sport,
    );
    const { course, losses } = editedCourse(stored, { name, steps, description }, thresholds);
    const after = shownWorkout(workout_id, { ...stored, ...course });
    const changed = courseDiff({ description: '', ...before.workout }, { description: '', ...after.workout });
    if (changed.length === 0) return { written: false, workout: before.workout, notes: [words.unchanged] };
    const notes = [
      ...lossNotes(losses, words),
      // Every save sends the whole course, so what reading could not show is gone as well.
      ...before.losses.map(({ path, message }) => words.rewritingDrops(at(path, message))),
    ];
    await ctx.confirm({
      summary: words.change(stored.title ?? workout_id),
      diff: changed,
      notes,
      version: versionOf(stored),
    });
    await ctx.port.workouts.save({ course, id: workout_id });
    const read = await ctx.port.workouts.get({ workout: workout_id });
    return {
      workout: shownWorkout(workout_id, read).workout,
      changed,
      ...noted(...notes, ...differences(course, read, words)),
    };
  },
});
