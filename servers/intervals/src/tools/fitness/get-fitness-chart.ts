import {
  addDays,
  daysBetween,
  earlierOf,
  Failure,
  laterOf,
  noted,
  notesShape,
  present,
  rowsShape,
  toRows,
  windowOf,
} from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { plannedSessions } from '../../domain/calendar/session-load.ts';
import {
  type ChartSource,
  chartColumns,
  chartDays,
  chartRow,
  ownSeries,
  projection,
} from '../../domain/fitness/chart.ts';
import { modelChanges } from '../../domain/fitness/model-changes.ts';
import { reconcile } from '../../domain/fitness/reconcile.ts';
import { chartNotes, currentState } from '../../domain/fitness/state.ts';
import { byWeek } from '../../domain/fitness/weeks.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

const group = z.record(z.string(), z.unknown());

export default defineTool({
  name: 'icu_get_fitness_chart',
  title: 'Fitness chart',
  toolset: 'fitness',
  effect: 'read',
  description:
    'CTL, ATL, form, load and ramp over a range; future days are projected from planned loads. Platform values, checked by ours.',
  input: z.object({
    oldest,
    newest,
    every: z.optional(z.enum(['day', 'week'])),
  }),
  output: z.object({ today: group, ...rowsShape, every: z.string(), check: z.optional(group), ...notesShape }),
  examples: [{}, { oldest: '2026-08-01', every: 'week' }],
  handler: async (ctx, { every, ...given }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: addDays(today, -41), newest: today }, 800);
    if (window.oldest > today) {
      throw new Failure(
        'bad_input',
        `oldest ${window.oldest} lies after today ${today}: a projection starts from what was done`,
        {
          next: `use oldest: "${today}"`,
        },
      );
    }
    // A week is always read: the ramp of the first projected days and the load of the last seven days need it.
    const start = earlierOf(window.oldest, addDays(today, -7));
    const [wellness, events, model] = await Promise.all([
      ctx.port.wellness.list({
        athlete: athlete.id,
        oldest: addDays(start, -1),
        newest: laterOf(window.newest, today),
      }),
      window.newest >= today
        ? ctx.port.events.list({ athlete: athlete.id, oldest: today, newest: window.newest })
        : Promise.resolve({ items: [] }),
      ctx.port.events.fitnessModel({ athlete: athlete.id }),
    ]);
    const changes = modelChanges(model.items, start);
    const source: ChartSource = {
      days: wellness.items,
      planned: plannedSessions(events.items),
      changes,
      oldest: start,
      newest: window.newest,
      today,
    };
    const own = ownSeries(source);
    const ahead = projection(source);
    const days = chartDays(source, ahead).filter(({ date }) => date >= window.oldest);
    const grain = every ?? (daysBetween(window.oldest, window.newest) > 60 ? 'week' : 'day');
    const shown = grain === 'week' ? byWeek(days) : days;
    const check = own && reconcile(days, own, today);
    return present(
      {
        today: currentState(wellness.items, today),
        every: grain,
        ...toRows(shown.map(chartRow), chartColumns),
        ...(check && { check: { ...check } }),
        ...noted(...chartNotes(source, ahead !== undefined)),
      },
      athlete.units,
    );
  },
});
