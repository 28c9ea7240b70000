import { noted, notesShape, present, rowsShape } from '@core/mcp-kit';
import * as z from '@core/mcp-kit/schema';
import { curveTable, describedWindow } from '../../domain/curve/compare.ts';
import { curveId, indoorFilter } from '../../domain/curve/period.ts';
import { usualDurations } from '../../domain/curve/points.ts';
import { powerCurve, powerModels } from '../../domain/curve/power.ts';
import { curveWindow, periods } from '../../params/curve.ts';
import { sport } from '../../params/index.ts';
import { defineTool } from '../../tool.ts';

export default defineTool({
  name: 'icu_get_power_curves',
  title: 'Power curve',
  toolset: 'fitness',
  effect: 'read',
  description:
    'Best power (W, W/kg) by duration over a period, or against a second one; CP models. One activity: icu_get_best_efforts.',
  input: z.object({
    ...periods,
    sport: z.optional(sport),
    durations_s: z.optional(z.array(z.int().min(1))),
  }),
  output: z.object({ ...rowsShape, windows: z.array(curveWindow), models: z.array(curveWindow), ...notesShape }),
  examples: [
    { period: '90d', compare_with: '1y' },
    { period: 'all', durations_s: [300, 1200] },
  ],
  handler: async (ctx, { period = '90d', compare_with, indoor, sport = 'Ride', durations_s = usualDurations }) => {
    const athlete = await ctx.athlete();
    const ids = [period, ...(compare_with === undefined ? [] : [compare_with])].map(curveId);
    const { list, activities } = await ctx.port.curves.power({
      athlete: athlete.id,
      sport,
      curves: ids,
      ...indoorFilter(indoor),
    });
    const found = (id: string | undefined) => list.find((curve) => curve.id === id);
    const pair = { current: powerCurve(found(ids[0])), other: powerCurve(found(ids[1])), activities: activities ?? {} };
    const table = curveTable(pair, durations_s, {
      axis: (at) => ({ duration_s: at }),
      value: ({ value, perKg }) => ({ power_w: value, best_w_per_kg: perKg }),
    });
    const empty = ids.filter((id) => found(id) === undefined);
    return present(
      {
        ...table,
        windows: list.map(describedWindow),
        models: list.flatMap(powerModels),
        ...noted(
          ...empty.map((id) => `No ${sport} with power in ${id}.`),
          ...(table.rows.length > 0
            ? ['best_w_per_kg uses the weight of its day, so its best may be another activity than the best in W.']
            : []),
        ),
      },
      athlete.units,
    );
  },
});
