import {
  addDays,
  day,
  daysBetween,
  earlierOf,
  Failure,
  laterOf,
  noted,
  notesShape,
  present,
  rowsShape,
  skippedNote,
  toRows,
  windowOf,
} from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import {
  type ChartSource,
  chartColumns,
  chartDays,
  chartRow,
  ownSeries,
  projection,
} from '../../domain/fitness/chart.ts';
import { drafted, plannedSessions } from '../../domain/fitness/planned.ts';
import { reconcile } from '../../domain/fitness/reconcile.ts';
import { chartNotes, currentState } from '../../domain/fitness/state.ts';
import { byWeek } from '../../domain/fitness/weeks.ts';
import { readPages } from '../../domain/pages.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

const group = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'tp_get_fitness',
  title: 'Fitness chart',
  toolset: 'fitness',
  effect: 'read',
  description: 'CTL, ATL, TSB (form), TSS by day or week; future days are projected from planned TSS.',
  input: z.object({
    oldest,
    newest,
    every: z.optional(z.enum(['day', 'week'])),
    draft: z.optional(z.record(day, z.number().min(0))).describe('What if: TSS by day'),
  }),
  output: z.object({ today: group, every: z.string(), ...rowsShape, check: z.optional(group), ...notesShape }),
  examples: [{}, { oldest: '2026-08-01', every: 'week' }, { newest: '2026-10-25', draft: { '2026-10-20': 90 } }],
  handler: async (ctx, { every, draft = {}, ...given }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: addDays(today, -41), newest: today }, 800);
    if (window.oldest > today) {
      throw new Failure('bad_input', `oldest ${window.oldest} lies after today ${today}: a projection starts from it`, {
        next: `use oldest: "${today}"`,
      });
    }
    const ahead = { oldest: today, newest: window.newest };
    const [performance, workouts] = await Promise.all([
      ctx.port.reports.performance({
        athlete: athlete.id,
        // Ramps need a week before the first day, the state of today the week before it.
        oldest: earlierOf(addDays(window.oldest, -8), addDays(today, -8)),
        newest: laterOf(earlierOf(window.newest, today), today),
      }),
      window.newest >= today
        ? readPages(
            ahead,
            (page) => ctx.port.workouts.list({ athlete: athlete.id, ...page }),
            ({ workoutId }) => workoutId,
          )
        : Promise.resolve({ items: [], skipped: 0 }),
    ]);
    const source: ChartSource = {
      days: performance.items,
      planned: [...plannedSessions(workouts.items), ...drafted(draft, today)],
      ...window,
      today,
    };
    const own = ownSeries(source);
    const future = projection(source);
    const days = chartDays(source, future);
    const grain = every ?? (daysBetween(window.oldest, window.newest) > 60 ? 'week' : 'day');
    const check = own && reconcile(source, own);
    return present(
      {
        today: currentState(source),
        every: grain,
        ...toRows((grain === 'week' ? byWeek(days) : days).map(chartRow), chartColumns),
        ...(check && { check: { ...check } }),
        ...noted(
          ...chartNotes(source, future !== undefined),
          ...(Object.keys(draft).length > 0 ? ['planned_tss holds the draft too; nothing was written.'] : []),
          ...skippedNote(performance.skipped, 'days'),
          ...skippedNote(workouts.skipped, 'planned sessions'),
        ),
      },
      athlete.units,
    );
  },
});
