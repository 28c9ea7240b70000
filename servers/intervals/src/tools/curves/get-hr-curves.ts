import { noted, notesShape, present, rowsShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { curveTable, describedWindow } from '../../domain/curve/compare.ts';
import { curveId, indoorFilter } from '../../domain/curve/period.ts';
import { usualDurations } from '../../domain/curve/points.ts';
import { curveWindow, periods } from '../../params/curve.ts';
import { sport } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_hr_curves',
  title: 'Heart-rate curve',
  toolset: 'curves',
  effect: 'read',
  description: 'Highest heart rate by duration over a period, or against a second one.',
  input: z.object({
    ...periods,
    sport: z.optional(sport),
    durations_s: z.optional(z.array(z.int().min(1))),
  }),
  output: z.object({ ...rowsShape, windows: z.array(curveWindow), ...notesShape }),
  examples: [{ period: '90d', sport: 'Run' }],
  handler: async (ctx, { period = '90d', compare_with, indoor, sport = 'Ride', durations_s = usualDurations }) => {
    const athlete = await ctx.athlete();
    const ids = [period, ...(compare_with === undefined ? [] : [compare_with])].map(curveId);
    const { list, activities } = await ctx.port.curves.hr({
      athlete: athlete.id,
      sport,
      curves: ids,
      ...indoorFilter(indoor),
    });
    const curve = (id: string | undefined) => {
      const wire = list.find((candidate) => candidate.id === id);
      return wire && { grid: wire.secs, values: wire.values, activityIds: wire.activity_id };
    };
    const table = curveTable(
      { current: curve(ids[0]), other: curve(ids[1]), activities: activities ?? {} },
      durations_s,
      {
        axis: (at) => ({ duration_s: at }),
        value: ({ value }) => ({ hr_bpm: value }),
      },
    );
    const empty = ids.filter((id) => curve(id) === undefined);
    return present(
      {
        ...table,
        windows: list.map(describedWindow),
        ...noted(...empty.map((id) => `No ${sport} with heart rate in ${id}.`)),
      },
      athlete.units,
    );
  },
});
