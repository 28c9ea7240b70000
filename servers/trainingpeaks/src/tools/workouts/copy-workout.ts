import { day } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whose, workoutResult } from '../../answers/workout-write.ts';
import { newBody, planCopy } from '../../domain/workouts/body.ts';
import { newWorkoutDiff } from '../../domain/workouts/fields.ts';
import { sameDay } from '../../domain/workouts/warnings.ts';
import { workoutId } from '../../params/index.ts';
import { title } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';
import { planningNotes } from '../../workouts/planning-limit.ts';
import { alreadyThere, reportWritten } from '../../workouts/report.ts';
import { samePlan, workoutsUntil } from '../../workouts/stored.ts';

export default defineTool({
  name: 'tp_copy_workout',
  title: 'Copy a workout',
  toolset: 'workouts',
  effect: 'create',
  userText: ['workout'],
  description: 'Copies the plan of a workout to a day.',
  input: z.object({ workout_id: workoutId, target_date: day, title: z.optional(title) }),
  output: workoutResult,
  examples: [{ workout_id: '3500000609', target_date: '2026-10-22' }],
  handler: async (ctx, { workout_id, target_date, title: name }) => {
    const athlete = await ctx.athlete();
    const [source, { that, ahead }] = await Promise.all([
      ctx.port.workouts.get({ athlete: athlete.id, workout: workout_id }),
      workoutsUntil(ctx, athlete.id, target_date),
    ]);
    const body = newBody(athlete.id, target_date, {
      ...planCopy(source, target_date),
      ...(name !== undefined && { title: name }),
    });
    const same = samePlan(that, body);
    if (same !== undefined) {
      return alreadyThere(
        ctx,
        athlete,
        same,
        'This workout is already on that day; nothing was written. Give another `title` to have it twice.',
      );
    }
    await ctx.confirm({
      summary: `Copy "${source.title ?? workout_id}" of ${source.workoutDay} to ${target_date}${whose(athlete)}`,
      diff: newWorkoutDiff(body),
      notes: [...sameDay(that, undefined), ...(await planningNotes(ctx, athlete, [target_date]))],
      day: target_date,
    });
    const { workoutId: workout } = await ctx.port.workouts.create({ athlete: athlete.id, body });
    return reportWritten({ ctx, athlete, workout, sent: body, ahead });
  },
});
