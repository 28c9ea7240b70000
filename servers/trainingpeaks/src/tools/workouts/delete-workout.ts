import { noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whose } from '../../answers/workout-write.ts';
import { versionOf } from '../../domain/workouts/body.ts';
import { isDone } from '../../domain/workouts/status.ts';
import { workoutIds } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';
import { eachItem, itemsShape } from '../../workouts/each.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';
import { requireUnlocked, workoutsBetween } from '../../workouts/stored.ts';

export default defineTool({
  name: 'tp_delete_workout',
  title: 'Delete workouts',
  toolset: 'workouts',
  effect: 'delete',
  userText: ['title'],
  description: 'Deletes workouts for good, recordings included.',
  input: z.object({ workout_ids: workoutIds(1, 50) }),
  output: z.object({ ...itemsShape, ...notesShape }),
  examples: [{ workout_ids: ['3500000610'] }],
  handler: async (ctx, { workout_ids }) => {
    const athlete = await ctx.athlete();
    const ids = [...new Set(workout_ids)];
    const stored = await Promise.all(ids.map((workout) => ctx.port.workouts.get({ athlete: athlete.id, workout })));
    stored.forEach(requireUnlocked);
    const done = stored.filter(isDone);
    const named = stored.map(({ title, workoutId: id, workoutDay }) => `"${title ?? id}" of ${workoutDay}`);
    const days = stored.map(({ workoutDay }) => workoutDay ?? '').sort();
    await ctx.confirm({
      summary: `Delete ${named.join(', ')}${whose(athlete, 'of')}`,
      diff: [],
      notes:
        done.length === 0
          ? []
          : [`${done.length} of them ${done.length === 1 ? 'was' : 'were'} done: what was recorded goes too.`],
      version: stored.map(versionOf).join('.'),
      ...(days[0] !== undefined && days[0] !== '' && { day: days[0] }),
    });
    const items = await eachItem(
      ctx,
      stored,
      ({ workoutId: id, title, workoutDay }) => ({ workout_id: id, title, date: workoutDay }),
      async ({ workoutId: id }) => {
        await ctx.port.workouts.remove({ athlete: athlete.id, workout: id });
        return { result: 'deleted' };
      },
    );
    const window = { oldest: days[0] ?? '', newest: days.at(-1) ?? '' };
    const there = await orUndefined(workoutsBetween(ctx.port, athlete.id, window));
    const left = new Set(there?.items.map(({ workoutId: id }) => id));
    const still = items.rows.filter(({ result, workout_id }) => result === 'deleted' && left.has(String(workout_id)));
    return {
      ...items.answer,
      ...noted(
        ...items.notes,
        ...(there === undefined ? [NOT_READ_BACK] : []),
        ...still.map(({ workout_id }) => `TrainingPeaks confirmed the deletion of ${workout_id}, yet still lists it.`),
      ),
    };
  },
});
