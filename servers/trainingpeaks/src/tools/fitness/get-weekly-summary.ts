import { addDays, day, earlierOf, noted, notesShape, present, rowsShape, skippedNote, toRows } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { mondayOf } from '@core/metrics/day';
import { sortedByDay } from '../../domain/by-day.ts';
import { byDay } from '../../domain/fitness/chart.ts';
import { weekColumns, weekRow, weekTotals } from '../../domain/fitness/week.ts';
import { recorded } from '../../domain/recorded.ts';
import { rounded } from '../../domain/workouts/rounding.ts';
import { defineTool } from '../../tool.ts';

const group = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'tp_get_weekly_summary',
  title: 'Week in numbers',
  toolset: 'fitness',
  effect: 'read',
  userText: ['title'],
  description: 'A Monday–Sunday week: sessions, done and planned totals apart, fitness at its end.',
  input: z.object({ week_of: z.optional(day) }),
  output: z.object({
    week: group,
    done: group,
    planned: group,
    open: group,
    missed: z.number(),
    fitness: z.optional(group),
    ...rowsShape,
    ...notesShape,
  }),
  examples: [{}],
  handler: async (ctx, { week_of }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const monday = mondayOf(week_of ?? today);
    const sunday = addDays(monday, 6);
    const last = earlierOf(sunday, today);
    const started = monday <= today;
    const [{ items, skipped }, performance] = await Promise.all([
      ctx.port.workouts.list({ athlete: athlete.id, oldest: monday, newest: sunday }),
      started
        ? ctx.port.reports.performance({ athlete: athlete.id, oldest: addDays(monday, -1), newest: last })
        : Promise.resolve({ items: [] }),
    ]);
    const fitness = byDay(performance.items);
    const [before, end] = [fitness.get(addDays(monday, -1)), fitness.get(last)];
    const change = end?.ctl == null || before?.ctl == null ? null : end.ctl - before.ctl;
    const sorted = sortedByDay(items, ({ workoutDay }) => workoutDay);
    const rest = {
      week: { oldest: monday, newest: sunday },
      ...weekTotals(items, today),
      ...(started && {
        fitness: recorded({
          as_of: last,
          ctl: end?.ctl ?? null,
          atl: end?.atl ?? null,
          form: end?.tsb ?? null,
          ctl_change_since_sunday: rounded(change, 1),
        }),
      }),
    };
    return present(
      {
        ...rest,
        ...toRows(
          sorted.map((workout) => weekRow(workout, today)),
          weekColumns,
        ),
        ...noted(
          ...(items.length === 0 ? ['Nothing planned and nothing done in this week.'] : []),
          ...skippedNote(skipped, 'sessions'),
          'Sessions of the strength builder are not in these totals.',
        ),
      },
      athlete.units,
    );
  },
});
