import { addDays, Failure, noted, notesShape, present, rowsShape, toRows, windowOf } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { powerHrRows, powerVsHrColumns, powerVsHrFacts, powerVsHrRows } from '../../domain/activity/power-vs-hr.ts';
import { readableActivity } from '../../domain/activity/readable.ts';
import { recorded } from '../../domain/recorded.ts';
import { activityId, newest, oldest, sport } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_power_vs_hr',
  title: 'Power against heart rate',
  toolset: 'analysis',
  effect: 'read',
  paged: { limit: 60, max: 200 },
  description: 'Heart rate against power, of one activity with decoupling, or over a range of days.',
  input: z.object({
    activity_id: z.optional(activityId),
    oldest,
    newest,
    sport: z.optional(sport),
  }),
  output: z.object({ facts: z.record(z.string(), z.unknown()), ...rowsShape, ...notesShape }),
  examples: [{ activity_id: 'i89000582' }, { oldest: '2026-09-01', newest: '2026-09-30' }],
  handler: async (ctx, { activity_id, sport = 'Ride', ...given }) => {
    const athlete = await ctx.athlete();
    if (activity_id !== undefined) {
      if (given.oldest !== undefined || given.newest !== undefined) {
        throw new Failure('bad_input', 'Give activity_id, or oldest and newest', { next: 'leave one of them out' });
      }
      await readableActivity(ctx.port, activity_id, athlete);
      const plot = await ctx.port.plots.powerVsHr({ activity: activity_id });
      const table = toRows(powerVsHrRows(plot), powerVsHrColumns);
      return present({ facts: recorded(powerVsHrFacts(plot)), ...table }, athlete.units);
    }
    const today = await ctx.today();
    const window = windowOf(given, { oldest: addDays(today, -41), newest: today }, 366);
    const curve = await ctx.port.plots.powerHrCurve({ athlete: athlete.id, sport, ...window });
    const rows = powerHrRows(curve);
    const facts = { ...window, sport, ftp_w: curve.ftp, lthr_bpm: curve.lthr, max_hr_bpm: curve.max_hr };
    return present(
      {
        facts: recorded(facts),
        ...toRows(rows, powerVsHrColumns),
        ...noted(...(rows.length === 0 ? [`No ${sport} with power and heart rate in this window.`] : [])),
      },
      athlete.units,
    );
  },
});
