import { day, Failure, notesShape, present } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whose } from '../../answers/workout-write.ts';
import { newest, oldest } from '../../params/index.ts';
import { workoutIds } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';
import { batchCopy, batchCreate, batchMove } from '../../workouts/batch.ts';
import { readBackBatch } from '../../workouts/batch-report.ts';
import { eachItem, itemsShape } from '../../workouts/each.ts';
import { planningNotes } from '../../workouts/planning-limit.ts';

export default defineTool({
  name: 'tp_batch_workouts',
  title: 'Many workouts at once',
  toolset: 'workout-extras',
  effect: 'update',
  bulk: true,
  userText: ['title'],
  description: 'Copies or moves the plans of a range, or workout_ids, to target_date on; or creates many.',
  input: z.object({
    action: z.enum(['copy', 'move', 'create']),
    oldest,
    newest,
    workout_ids: z.optional(workoutIds(1, 60)),
    target_date: z.optional(day),
    workouts: z.optional(z.array(z.unknown()).describe('As for tp_create_workout')),
  }),
  output: z.object({
    ...itemsShape,
    written: z.optional(z.boolean()),
    form_on_day: z.optional(z.record(z.string(), z.unknown())),
    ...notesShape,
  }),
  examples: [{ action: 'copy', oldest: '2026-10-12', newest: '2026-10-18', target_date: '2026-10-26' }],
  handler: async (ctx, { action, workouts = [], ...which }) => {
    const athlete = await ctx.athlete();
    const plan = await { copy: batchCopy, move: batchMove, create: batchCreate }[action](ctx.port, athlete, {
      ...which,
      workouts,
    });
    if (plan.steps.length > 0 && plan.steps.every(({ write }) => write === undefined)) {
      return { written: false, columns: [], rows: [], notes: ['All of it is there already; nothing was written.'] };
    }
    if (plan.steps.length === 0) {
      throw new Failure('bad_input', 'There is nothing to do', {
        next: 'name a range with planned workouts, or `workouts` to create',
      });
    }
    const days = plan.steps.map(({ date }) => date).sort();
    await ctx.confirm({
      summary: `${plan.summary}${whose(athlete)}`,
      diff: plan.steps.map(({ title, before, date, write }) => ({
        field: title,
        before,
        after: write === undefined ? `already on ${date}` : date,
      })),
      notes: [...plan.notes, ...(await planningNotes(ctx, athlete, days))],
      version: plan.version,
      ...(days[0] !== undefined && { day: days[0] }),
    });
    const written = await eachItem(
      ctx,
      plan.steps,
      ({ id, title, date }) => ({ workout_id: id, title, date }),
      async ({ write, id }) =>
        write === undefined
          ? { workout_id: id, result: 'already there' }
          : { workout_id: await write(), result: plan.done },
    );
    return present({ ...(await readBackBatch(ctx, athlete.id, written, days, plan.done, plan.notes)) }, athlete.units);
  },
});
