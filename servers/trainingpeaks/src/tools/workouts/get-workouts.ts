import { addDays, noted, notesShape, present, rowsShape, skippedNote, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { detailColumns, detailRow, inCalendarOrder, rowColumns, workoutRow } from '../../domain/workouts/row.ts';
import { requireSportId } from '../../domain/workouts/sport.ts';
import { statusOf } from '../../domain/workouts/status.ts';
import { newest, oldest } from '../../params/index.ts';
import { sport } from '../../params/workout.ts';
import { defineTool } from '../../tool.ts';
import { workoutsBetween } from '../../workouts/stored.ts';

/** Three years and a bit: thirteen requests. */
const LONGEST_DAYS = 1100;

export default defineTool({
  name: 'tp_get_workouts',
  title: 'Workouts',
  toolset: 'workouts',
  effect: 'read',
  paged: { limit: 40, max: 200 },
  userText: ['title', 'description'],
  description: 'Planned and done workouts, default 7 days either way.',
  input: z.object({
    oldest,
    newest,
    type: z.optional(z.enum(['planned', 'completed'])),
    sport: z.optional(sport),
    detail: z.optional(z.boolean().describe('Steps, power, HR')),
  }),
  output: z.object({ ...rowsShape, oldest: z.string(), newest: z.string(), ...notesShape }),
  examples: [{}, { type: 'planned', detail: true }],
  handler: async (ctx, { type, sport: wanted, detail = false, ...given }) => {
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const window = windowOf(given, { oldest: addDays(today, -7), newest: addDays(today, 7) }, LONGEST_DAYS);
    const sportId = wanted === undefined ? undefined : requireSportId(wanted);
    const { items, skipped } = await workoutsBetween(ctx.port, athlete.id, window);
    const shown = inCalendarOrder(items).filter((workout) => {
      if (sportId !== undefined && workout.workoutTypeValueId !== sportId) return false;
      return type === undefined || (statusOf(workout) === 'planned') === (type === 'planned');
    });
    const table = detail
      ? toRows(
          shown.map((workout) => detailRow(workout, today)),
          detailColumns,
        )
      : toRows(
          shown.map((workout) => workoutRow(workout, today)),
          rowColumns,
        );
    return {
      ...window,
      ...present(table, athlete.units),
      ...noted(
        ...(shown.length === 0
          ? ['No such workout in this window; sessions of the strength builder are not here.']
          : []),
        ...skippedNote(skipped, 'workouts'),
      ),
    };
  },
});
