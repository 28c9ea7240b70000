import { day, noted, notesShape, present, rowsShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { whose } from '../../answers/workout-write.ts';
import { inWeeks } from '../../domain/plans/contents.ts';
import { versionOf } from '../../domain/version.ts';
import { numericId } from '../../params/index.ts';
import { weeks } from '../../params/plan.ts';
import { planSteps, refuseLongPlan } from '../../plans/apply.ts';
import { readPlan, requireWhole } from '../../plans/read.ts';
import { refuseUnknown, reportApplied } from '../../plans/report.ts';
import { defineTool } from '../../tool.ts';
import { eachItem } from '../../workouts/each.ts';
import { planningNotes } from '../../workouts/planning-limit.ts';

export default defineTool({
  name: 'tp_apply_training_plan',
  title: 'Put a training plan on the calendar',
  toolset: 'plans',
  effect: 'create',
  bulk: true,
  userText: ['title'],
  description: 'Copies a plan onto the calendar; start_date is its first day.',
  input: z.object({ plan_id: numericId, start_date: day, weeks }),
  output: z.object({
    ...rowsShape,
    written: z.optional(z.boolean()),
    form_on_day: z.optional(z.record(z.string(), z.unknown())),
    ...notesShape,
  }),
  examples: [{ plan_id: '600001', start_date: '2026-11-02', weeks: '1' }],
  handler: async (ctx, { plan_id, start_date, weeks: range }) => {
    const athlete = await ctx.athlete();
    const contents = await readPlan(ctx.port, plan_id);
    requireWhole(contents);
    const items = inWeeks(contents, range);
    refuseLongPlan(items, contents);
    const where = { start: contents.start, date: start_date };
    const { steps, window, others } = await planSteps(ctx.port, athlete, items, where);
    const open = steps.filter(({ write }) => write !== undefined);
    if (open.length === 0) {
      return { written: false, columns: [], rows: [], ...noted('All of it is there already; nothing was written.') };
    }
    const banners = contents.banners > 0 ? ['Headings of periods are not copied: they are no training.'] : [];
    await ctx.confirm({
      summary: `Copy ${open.length} entries of the plan "${contents.plan.title ?? plan_id}" to ${window.oldest} – ${window.newest}${whose(athlete)}`,
      diff: steps.map(({ kind, title, date, write }) => ({
        field: kind === 'workout' ? title : `${title} (${kind})`,
        before: null,
        after: write === undefined ? `already on ${date}` : date,
      })),
      notes: [
        ...banners,
        ...(others > 0 ? [`These days hold ${others} other workouts already; they stay.`] : []),
        ...(await planningNotes(ctx, athlete, [window.oldest, window.newest])),
      ],
      version: versionOf(items.map((item) => (item.kind === 'workout' ? item.workout.whole : [item.day, item.title]))),
      day: window.oldest,
    });
    const written = await eachItem(
      ctx,
      steps,
      ({ kind, id, title, date }) => ({ kind, id, title, date }),
      async ({ write, id }) =>
        write === undefined ? { id, result: 'already there' } : { id: await write(), result: 'written' },
    );
    refuseUnknown(written);
    return present({ ...(await reportApplied(ctx, athlete.id, written, window)) }, athlete.units);
  },
});
