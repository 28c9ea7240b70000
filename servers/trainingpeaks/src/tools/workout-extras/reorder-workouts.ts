import { Failure, noted, notesShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whose } from '../../answers/workout-write.ts';
import { editedBody, versionOf } from '../../domain/workouts/body.ts';
import { inCalendarOrder } from '../../domain/workouts/row.ts';
import { workoutIds } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';
import { eachItem, itemsShape } from '../../workouts/each.ts';
import { orUndefined } from '../../workouts/or-undefined.ts';
import { NOT_READ_BACK } from '../../workouts/report.ts';
import { requireUnlocked, workoutsOn } from '../../workouts/stored.ts';

export default defineTool({
  name: 'tp_reorder_workouts',
  title: 'Order the workouts of a day',
  toolset: 'workout-extras',
  effect: 'update',
  bulk: true,
  userText: ['title'],
  description: 'Orders the workouts of a day.',
  input: z.object({ workout_ids: workoutIds(2, 20) }),
  output: z.object({ ...itemsShape, written: z.optional(z.boolean()), ...notesShape }),
  examples: [{ workout_ids: ['3500500003', '3500000611'] }],
  handler: async (ctx, { workout_ids }) => {
    const athlete = await ctx.athlete();
    const first = await ctx.port.workouts.get({ athlete: athlete.id, workout: workout_ids[0]! });
    const day = first.workoutDay ?? '';
    const that = inCalendarOrder(await workoutsOn(ctx.port, athlete.id, day));
    const missing = workout_ids.filter((id) => !that.some((workout) => workout.workoutId === id));
    if (missing.length > 0) {
      throw new Failure('bad_input', `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not on ${day}`, {
        next: `name workouts of one day: ${that.map((workout) => workout.workoutId).join(', ')}`,
      });
    }
    const named = workout_ids.map((id) => that.find((workout) => workout.workoutId === id)!);
    const order = [...new Set([...named, ...that])].map((workout, place) => ({ workout, place }));
    const moved = order.filter(({ workout, place }) => workout.orderOnDay !== place);
    for (const { workout } of moved) requireUnlocked(workout);
    const shown = (list: readonly { readonly title: string | null; readonly workoutId: string }[]) =>
      list.map(({ title, workoutId: id }) => title ?? id);
    if (moved.length === 0) {
      return { written: false, columns: [], rows: [], notes: ['The day already has this order.'] };
    }
    await ctx.confirm({
      summary: `Order the workouts of ${day}${whose(athlete)}`,
      diff: [{ field: 'order', before: shown(that), after: shown(order.map(({ workout }) => workout)) }],
      version: that.map(versionOf).join('.'),
      day,
    });
    const { answer, notes } = await eachItem(
      ctx,
      moved,
      ({ workout, place }) => ({ workout_id: workout.workoutId, title: workout.title, order_on_day: place }),
      async ({ workout, place }) => {
        const key = { athlete: athlete.id, workout: workout.workoutId };
        const body = editedBody(await ctx.port.workouts.getNow(key), { orderOnDay: place });
        await ctx.port.workouts.update({ ...key, body });
        return { result: 'moved' };
      },
    );
    const now = await orUndefined(workoutsOn(ctx.port, athlete.id, day));
    const seen = now === undefined ? NOT_READ_BACK : `The day now: ${shown(inCalendarOrder(now)).join(', ')}.`;
    return { ...answer, ...noted(...notes, seen) };
  },
});
