import { Failure, noted, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whose, workoutResult } from '../../answers/workout-write.ts';
import { versionOf } from '../../domain/workouts/body.ts';
import { plannedOf } from '../../domain/workouts/quantities.ts';
import { isDone, isPlanned } from '../../domain/workouts/status.ts';
import { workoutId } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { shownBy } from '../../workouts/report.ts';
import { requireUnlocked } from '../../workouts/stored.ts';

export default defineTool({
  name: 'tp_pair_workout',
  title: 'Pair a result with its plan',
  toolset: 'workout-extras',
  effect: 'update',
  userText: ['workout'],
  description: 'Merges a done workout with its plan.',
  input: z.object({ completed_workout_id: workoutId, planned_workout_id: workoutId }),
  output: workoutResult,
  examples: [{ completed_workout_id: '3500500001', planned_workout_id: '3500500000' }],
  handler: async (ctx, { completed_workout_id, planned_workout_id }) => {
    const athlete = await ctx.athlete();
    const read = (workout: string) => ctx.port.workouts.get({ athlete: athlete.id, workout });
    const [done, plan] = await Promise.all([read(completed_workout_id), read(planned_workout_id)]);
    refuseWrongPair(isDone(done), isDone(plan));
    requireUnlocked(done);
    requireUnlocked(plan);
    await ctx.confirm({
      summary: `Pair "${done.title ?? completed_workout_id}" of ${done.workoutDay} with the plan "${plan.title ?? planned_workout_id}" of ${plan.workoutDay}${whose(athlete)}`,
      diff: [
        { field: 'planned', before: isPlanned(done) ? plannedOf(done) : null, after: plannedOf(plan) },
        { field: 'plan on the calendar', before: plan.workoutDay, after: null },
      ],
      notes: [
        ...(done.workoutDay === plan.workoutDay ? [] : ['They are on different days.']),
        ...(done.workoutTypeValueId === plan.workoutTypeValueId ? [] : ['They are different sports.']),
        ...(isPlanned(done) ? ['The done workout has a plan of its own, which is replaced.'] : []),
      ],
      version: `${versionOf(done)}.${versionOf(plan)}`,
      ...(done.workoutDay !== null && { day: done.workoutDay }),
    });
    const answered = await ctx.port.workouts.combine({
      athlete: athlete.id,
      completed: completed_workout_id,
      planned: planned_workout_id,
    });
    const merged = (await orUndefined(read(completed_workout_id))) ?? answered;
    return present(
      {
        workout: await shownBy(ctx, merged),
        ...noted(...(isPlanned(merged) ? [] : ['TrainingPeaks took the pairing, yet shows no plan in it.'])),
      },
      athlete.units,
    );
  },
});

function refuseWrongPair(firstDone: boolean, secondDone: boolean): void {
  if (firstDone && !secondDone) return;
  const swapped = !firstDone && secondDone;
  throw new Failure('bad_input', firstDone ? 'Both workouts are done' : 'The first workout is not done', {
    next: swapped ? 'swap the two ids' : 'give one that is done and one that is only planned; see tp_get_workouts',
  });
}
