import {
  addDays,
  type Cell,
  noted,
  notesShape,
  present,
  rowsShape,
  skippedNote,
  toRows,
  windowOf,
} from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { byDay } from '../../domain/fitness/chart.ts';
import { recordColumns, recordRow } from '../../domain/records/row.ts';
import { recordType } from '../../domain/records/types.ts';
import { newest, oldest } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'tp_get_peaks',
  title: 'Bests over a period',
  toolset: 'fitness',
  effect: 'read',
  userText: ['title'],
  description: 'Ranked bests of one kind (ten years by default) with CTL of the day. Of a workout: tp_get_workout_prs.',
  input: z.object({
    sport: z.enum(['Bike', 'Run']),
    pr_type: z.string().describe('power20min, hR60min, speed5K, speedHalfMarathon…'),
    oldest,
    newest,
  }),
  output: z.object({ pr_type: z.string(), oldest: z.string(), newest: z.string(), ...rowsShape, ...notesShape }),
  examples: [{ sport: 'Bike', pr_type: 'power20min' }],
  handler: async (ctx, { sport, pr_type, ...given }) => {
    const type = recordType(sport, pr_type);
    const athlete = await ctx.athlete();
    const today = await ctx.today();
    const until = given.newest ?? today;
    const window = windowOf({ ...given, newest: until }, { oldest: addDays(today, -3650), newest: today }, 36_500);
    const { items, skipped } = await ctx.port.reports.records({ athlete: athlete.id, sport, type, ...window });
    const valid = items.filter(({ invalid }) => invalid !== true);
    const days = valid.flatMap(({ workoutDate }) => workoutDate ?? []).sort();
    const [first, last] = [days[0], days.at(-1)];
    const { items: performance } =
      first === undefined || last === undefined
        ? { items: [] }
        : await ctx.port.reports.performance({ athlete: athlete.id, oldest: first, newest: last });
    const fitness = byDay(performance);
    const rows = valid.map((record) => ({
      ...recordRow(record),
      ctl: fitness.get(record.workoutDate ?? '')?.ctl ?? null,
    }));
    return present(
      {
        pr_type: type,
        ...window,
        ...toRows<Record<string, Cell>>(rows, [...recordColumns, 'ctl']),
        ...noted(
          ...(valid.length === 0 ? ['No best of this kind in this window.'] : []),
          ...(items.length > valid.length ? [`${items.length - valid.length} are marked invalid and left out.`] : []),
          ...skippedNote(skipped, 'bests'),
        ),
      },
      athlete.units,
    );
  },
});
