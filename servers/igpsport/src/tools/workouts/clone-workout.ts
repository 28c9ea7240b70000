import { noted } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { workoutResult } from '../../answers/workout-write.ts';
import { editedCourse } from '../../domain/workout/edited-course.ts';
import { at, courseDiff, differences } from '../../domain/workout/read-back.ts';
import { sameCourse } from '../../domain/workout/same-course.ts';
import { shownWorkout, versionOf } from '../../domain/workout/stored.ts';
import { workoutWords } from '../../language/workouts.ts';
import { workoutId } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'igp_clone_workout',
  title: 'Copy a workout',
  toolset: 'workouts',
  effect: 'create',
  userText: ['workout'],
  description: 'Copies a workout, official ones too, under another name.',
  input: z.object({
    workout_id: workoutId,
    name: z.string().min(1).max(64).optional().describe('Default: the old name and "(copy)"'),
  }),
  output: workoutResult,
  examples: [{ workout_id: '500323', name: 'My FTP test' }],
  handler: async (ctx, { workout_id, name }) => {
    const words = workoutWords(ctx.port.language);
    const stored = await ctx.port.workouts.get({ workout: workout_id });
    const original = stored.title ?? workout_id;
    const title = name ?? words.copyOf(original);
    const { course } = editedCourse(stored, { name: title }, {});
    const existing = await sameCourse(ctx.port, course);
    if (existing !== undefined) {
      return {
        written: false,
        workout: shownWorkout(existing.id, existing.stored).workout,
        notes: [words.alreadyThere(existing.id)],
      };
    }
    const source = shownWorkout(workout_id, stored);
    const notes = source.losses.map(({ path, message }) => words.copyLacks(at(path, message)));
    const { planned_time_s, steps } = source.workout;
    await ctx.confirm({
      summary: words.clone(original, title),
      diff: courseDiff({}, { name: title, planned_time_s, steps }),
      notes,
      version: versionOf(stored),
    });
    const id = await ctx.port.workouts.save({ course });
    const read = await ctx.port.workouts.get({ workout: id });
    return { workout: shownWorkout(id, read).workout, ...noted(...notes, ...differences(course, read, words)) };
  },
});
