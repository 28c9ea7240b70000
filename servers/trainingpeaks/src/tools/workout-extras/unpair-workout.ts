import { Failure, noted, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whose } from '../../answers/workout-write.ts';
import { versionOf } from '../../domain/workouts/body.ts';
import { plannedOf } from '../../domain/workouts/quantities.ts';
import { statusOf } from '../../domain/workouts/status.ts';
import { workoutId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { shownBy } from '../../workouts/report.ts';
import { requireUnlocked } from '../../workouts/stored.ts';

const one = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'tp_unpair_workout',
  title: 'Part a result from its plan',
  toolset: 'workout-extras',
  effect: 'update',
  userText: ['planned', 'done'],
  description: 'Parts a done workout from its plan again.',
  input: z.object({ workout_id: workoutId }),
  output: z.object({ planned: z.optional(one), done: z.array(one), ...notesShape }),
  examples: [{ workout_id: '3500000607' }],
  handler: async (ctx, { workout_id }) => {
    const athlete = await ctx.athlete();
    const paired = await ctx.port.workouts.get({ athlete: athlete.id, workout: workout_id });
    if (statusOf(paired) !== 'done') {
      throw new Failure('bad_input', 'This workout is not a result with a plan', {
        next: 'give one whose status is `done` in tp_get_workouts',
      });
    }
    requireUnlocked(paired);
    await ctx.confirm({
      summary: `Part "${paired.title ?? workout_id}" of ${paired.workoutDay} from its plan${whose(athlete)}`,
      diff: [{ field: 'planned', before: plannedOf(paired), after: null }],
      version: versionOf(paired),
      ...(paired.workoutDay !== null && { day: paired.workoutDay }),
    });
    const { completedWorkouts, plannedWorkout } = await ctx.port.workouts.split({
      athlete: athlete.id,
      workout: workout_id,
    });
    return present(
      {
        ...(plannedWorkout !== null && { planned: await shownBy(ctx, plannedWorkout) }),
        done: await Promise.all(completedWorkouts.map((workout) => shownBy(ctx, workout))),
        ...noted(...(plannedWorkout === null ? ['TrainingPeaks named no planned workout in its answer.'] : [])),
      },
      athlete.units,
    );
  },
});
